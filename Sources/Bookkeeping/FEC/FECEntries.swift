// FECEntries.swift — suppliers' lines of a FEC as ledger entries.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

enum FECEntries {
  /// One entry for each piece: the lines of one voucher for one party and piece (several due dates,
  /// a retention) are one invoice.
  static func make(
    of lines: [FECLine],
    settlement: FECSettlement,
    books: Currency,
    booking: (FECLine) -> Booking?
  ) -> [LedgerEntry] {
    var places: [Piece: Int] = [:]
    var pieces: [[FECLine]] = []
    for line in lines {
      let piece = Piece(line)
      if let place = places[piece] {
        pieces[place].append(line)
      } else {
        places[piece] = pieces.count
        pieces.append([line])
      }
    }
    let ids = identifiers(of: pieces.compactMap(\.first))
    return zip(ids, pieces).compactMap { id, lines in
      entry(id, lines, settlement: settlement, books: books, booking: booking)
    }
  }

  private struct Piece: Hashable {
    let journal: String
    let number: String
    let party: String
    let reference: String

    init(_ line: FECLine) {
      journal = line.journal
      number = line.number
      party = line.party
      reference = line.reference
    }
  }

  /// EcritureNum where it is alone; else with the journal before it and a count behind it.
  private static func identifiers(of lines: [FECLine]) -> [String] {
    let journals = Dictionary(grouping: lines, by: \.number).mapValues { Set($0.map(\.journal)) }
    var seen: [String: Int] = [:]
    return lines.map { line in
      let several = (journals[line.number]?.count ?? 0) > 1
      let id = several ? line.journal + "|" + line.number : line.number
      let count = seen[id, default: 0] + 1
      seen[id] = count
      return count == 1 ? id : id + "/" + String(count)
    }
  }

  private static func entry(
    _ id: String,
    _ lines: [FECLine],
    settlement: FECSettlement,
    books: Currency,
    booking: (FECLine) -> Booking?
  ) -> LedgerEntry? {
    guard let first = lines.first else { return nil }
    let states = Set(lines.map(settlement.state))
    let reference = first.reference.isEmpty ? nil : first.reference
    return LedgerEntry(
      id: LedgerEntryID(source: "fec", id: id),
      kind: .openItem,
      partyCode: first.party,
      partyName: first.partyName.isEmpty ? nil : first.partyName,
      account: first.account,
      reference: reference,
      documentDate: first.documentDate ?? first.date,
      bookingDate: first.date,
      dueDate: nil,
      amount: amount(of: lines, books: books),
      label: first.label,
      isOpen: states != [.closed],
      isPartlyPaid: states != [.closed] && states != [.open],
      sourceLine: first.line,
      booking: booking(first)
    )
  }

  /// In the document's currency where every line tells it, else in that of the books.
  private static func amount(of lines: [FECLine], books: Currency) -> Money {
    let foreign = lines.compactMap(\.foreign)
    if let currency = foreign.first?.currency, foreign.count == lines.count,
      foreign.allSatisfy({ $0.currency == currency })
    {
      return Money(minorUnits: foreign.reduce(0) { $0 + $1.minorUnits }, currency: currency)
    }
    return Money(minorUnits: lines.reduce(0) { $0 + $1.balance }, currency: books)
  }
}
