// FECTests.swift — what is read of a FEC, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private let header =
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef"
  + "|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise"

private let purchase = [
  "AC|Achats|AC1|20250103|401000|Fournisseurs|F1|Café Zoé|F-1|20250102|FACT F-1|0,00|120,00||||",
  "AC|Achats|AC1|20250103|606000|Achats|||F-1|20250102|FACT F-1|100,00|0,00||||",
  "AC|Achats|AC1|20250103|445660|TVA|||F-1|20250102|FACT F-1|20,00|0,00||||",
].map { $0 + "|" }

private func fec(_ rows: [String], separator: String = "|", lineEnd: String = "\n") -> LedgerFile {
  let text = ([header] + rows).map { $0.replacing("|", with: separator) }
  return LedgerFile(
    bytes: Array((text.joined(separator: lineEnd) + lineEnd).utf8),
    name: "123456789FEC20251231.txt"
  )
}

private func read(_ file: LedgerFile) throws(Problem) -> LedgerImport {
  try LedgerFormats.read(file, settings: LedgerSettings())
}

/// A payment of 401 by the bank.
private func payment(_ amount: String, label: String, letter: String = "") -> [String] {
  [
    "BQ|Banque|BQ1|20250203|401000|Fournisseurs|F1|Café Zoé|BQ1||\(label)|\(amount)|0|\(letter)||||",
    "BQ|Banque|BQ1|20250203|512000|Banque|||BQ1||\(label)|0|\(amount)|||||",
  ]
}

@Suite struct FECTests {
  @Test(arguments: ["|", "\t", ";"], ["\n", "\r", "\r\n"])
  func `reads a purchase with any separator and line end`(separator: String, end: String) throws {
    let books = try read(fec(purchase, separator: separator, lineEnd: end))
    #expect(books.source == "fec")
    #expect(books.buyerSIREN == "123456789")
    #expect(books.control == ControlSums(rowCount: 3, totalDebit: 12_000, totalCredit: 12_000))
    let entry = try #require(books.entries.first)
    #expect(books.entries.count == 1)
    #expect(entry.id == LedgerEntryID(source: "fec", id: "AC1"))
    #expect(entry.amount == Money(minorUnits: -12_000, currency: .euro))
    #expect(entry.reference == "F-1")
    #expect(entry.partyCode == "F1")
    #expect(entry.documentDate == CalendarDate(iso: "2025-01-02"))
    #expect(entry.bookingDate == CalendarDate(iso: "2025-01-03"))
    #expect(entry.isOpen && !entry.isPartlyPaid)
    #expect(entry.sourceLine == 2)
  }

  @Test func `tells encodings apart`() throws {
    let text = ([header] + purchase).joined(separator: "\n")
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [latin, Array(text.utf8), mark + Array(text.utf8), wide] {
      let books = try read(LedgerFile(bytes: bytes, name: "export.txt"))
      #expect(books.entries.first?.partyName == "Café Zoé")
      #expect(books.buyerSIREN == nil)
    }
    #expect(TextEncoding.detected(in: [0x31, 0x80]) == .windows1252)
    #expect(TextEncoding.windows1252.utf8([0x80]) == Array("€".utf8))
    #expect(TextEncoding.latin9.utf8([0xA4]) == Array("€".utf8))
  }

  @Test func `finds columns by name in any order`() throws {
    let rows = ([header] + purchase).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).reversed().joined(separator: "|")
    }
    let bytes = Array(rows.joined(separator: "\n").utf8)
    let books = try read(LedgerFile(bytes: bytes, name: "x.txt"))
    #expect(books.entries.map(\.reference) == ["F-1"])
  }

  @Test func `reads a file without header in the order of the law`() throws {
    let bytes = Array(purchase.joined(separator: "\n").utf8)
    let books = try read(LedgerFile(bytes: bytes, name: "x.txt"))
    #expect(books.control.rowCount == 3)
    #expect(books.entries.first?.sourceLine == 1)
  }

  @Test func `reads amount and sense in place of debit and credit`() throws {
    let names = header.replacing("Debit|Credit", with: "Montant|Sens")
    let rows = [
      "AC|A|1|20250103|401|F|F1|Zoé|F-1||x|000000000120.00|C|||||",
      "AC|A|1|20250103|606|F|||F-1||x|120|D|||||",
    ]
    let bytes = Array(([names] + rows).joined(separator: "\n").utf8)
    #expect(
      try read(LedgerFile(bytes: bytes, name: "x")).entries.first?.amount.minorUnits == -12_000
    )
  }

  @Test func `joins a label that holds the separator or a line end`() throws {
    let piped = purchase[0].replacing("FACT F-1", with: "FACT | F-1")
    let broken = purchase[0].replacing("FACT F-1", with: "FACT\nF-1")
    for (row, label) in [(piped, "FACT | F-1"), (broken, "FACT F-1")] {
      let books = try read(fec([row] + purchase.dropFirst()))
      #expect(books.entries.first?.label == label)
    }
  }

  @Test func `takes a reversal on the same side as it is`() throws {
    let rows = purchase.map { row in
      row.replacing("120,00", with: "-120,00").replacing("100,00", with: "-100,00")
        .replacing("|20,00", with: "|-20,00")
    }
    #expect(try read(fec(rows)).entries.first?.amount.minorUnits == 12_000)
  }

  @Test func `keeps the amount of the document's currency`() throws {
    let row = purchase[0].dropLast(2) + "|99,50|GBP"
    let books = try read(fec([String(row)] + purchase.dropFirst()))
    #expect(books.entries.first?.amount.plainText == "-99.50")
    #expect(books.entries.first?.amount.currency == .poundSterling)
  }

  @Test func `closes by lettering and leaves payments out`() throws {
    let lettered = purchase[0].replacing("120,00||", with: "120,00|AA|")
    let rows = [lettered] + purchase.dropFirst()
    let whole = try read(fec(rows + payment("120,00", label: "VIR", letter: "AA")))
    #expect(whole.entries.map(\.isOpen) == [false])
    let half = try read(fec(rows + payment("50,00", label: "VIR", letter: "AA")))
    #expect(half.entries.map(\.isPartlyPaid) == [true])
  }

  @Test func `sees a payment without lettering that names the number`() throws {
    let rows = purchase.map { $0.replacing("F-1|", with: "FV25/0333|") }
    let part = try read(fec(rows + payment("50,00", label: "VIR ZOE FV25/0333 ACPTE")))
    #expect(part.entries.map(\.isPartlyPaid) == [true])
    let other = try read(fec(rows + payment("50,00", label: "VIR ZOE FV25/0334")))
    #expect(other.entries.map(\.isPartlyPaid) == [false])
  }

  @Test func `makes ids unique when numbers repeat`() throws {
    let other = purchase.map { $0.replacing("AC|Achats", with: "HA|Autres") }
    let opening = [
      "AN|A nouveaux|1|20250101|401000|F|F1|Zoé|||x|0|10|||||",
      "AN|A nouveaux|1|20250101|401000|F|F2|Léa|||x|0|20|||||",
      "AN|A nouveaux|1|20250101|512000|B|||||x|30|0|||||",
    ]
    let books = try read(fec(purchase + other + opening))
    #expect(books.entries.map(\.id.id) == ["AC|AC1", "HA|AC1", "1", "1/2"])
  }

  @Test func `learns nothing from an opening balance`() throws {
    let opening = [
      "AN|A nouveaux|1|20250101|401000|F|F1|Zoé|F-0||x|0|120||||",
      "AN|A nouveaux|1|20250101|215000|M|||||x|100|0||||",
      "AN|A nouveaux|1|20250101|445660|TVA|||||x|20|0||||",
    ].map { $0 + "|" }
    let books = try read(fec(purchase + opening))
    let bookings = Dictionary(uniqueKeysWithValues: books.entries.map { ($0.id.id, $0.booking) })
    #expect(bookings["AC1"]??.chargeAccount == "606000")
    #expect(bookings["1"] == .some(nil))
  }

  @Test func `makes one entry of several due dates`() throws {
    let half = purchase[0].replacing("120,00", with: "60,00")
    let books = try read(fec([half, half] + purchase.dropFirst()))
    #expect(books.entries.map(\.amount.minorUnits) == [-12_000])
  }

  @Test(arguments: [
    (purchase[0].replacing("120,00", with: "12O,00"), "fec-amount-unreadable", "Credit"),
    (purchase[0].replacing("20250103", with: "20251303"), "fec-date-unreadable", "EcritureDate"),
    (purchase[0].replacing("20250102", with: "02/01/25"), "fec-date-unreadable", "PieceDate"),
  ])
  func `names line and column`(row: String, code: String, column: String) {
    let problem = #expect(throws: Problem.self) {
      try read(fec(Array(purchase.dropFirst()) + [row]))
    }
    #expect(problem?.code == code)
    #expect(problem?.arguments == ["line": "4", "column": column])
  }

  @Test func `refuses an entry that does not balance with the difference and the line`() {
    let wrong = purchase[0].replacing("120,00", with: "120,01")
    let problem = #expect(throws: Problem.self) { try read(fec([wrong] + purchase.dropFirst())) }
    #expect(problem?.code == "fec-entry-unbalanced")
    #expect(problem?.arguments["difference"] == "-0.01")
    #expect(problem?.arguments["line"] == "2")
  }

  @Test func `refuses rows of the wrong width and missing columns`() {
    let short = #expect(throws: Problem.self) { try read(fec(["AC|Achats|1"])) }
    #expect(short?.code == "fec-field-count")
    let text = header.replacing("PieceRef", with: "Piece") + "\n" + purchase[0]
    let missing = #expect(throws: Problem.self) {
      try read(LedgerFile(bytes: Array(text.utf8), name: "x"))
    }
    #expect(missing?.code == "fec-column-missing")
    #expect(missing?.arguments["column"] == "PieceRef")
  }

  @Test func `refuses XML and EBCDIC by name`() {
    let xml = Array("<?xml version=\"1.0\"?><comptabilite><exercice/>".utf8)
    let ebcdic: [UInt8] = [
      0xD1, 0x96, 0xA4, 0x99, 0x95, 0x81, 0x93, 0xC3, 0x96, 0x84, 0x85, 0x4F,
    ]
    for (bytes, code) in [(xml, "fec-xml"), (ebcdic, "fec-ebcdic")] {
      let problem = #expect(throws: Problem.self) { try read(LedgerFile(bytes: bytes, name: "f")) }
      #expect(problem?.code == code)
    }
  }

  @Test func `parses amounts exactly`() {
    let cases: [(String, Int64?)] = [
      ("", 0), ("1", 100), ("1,5", 150), ("-000001234,56", -123_456), ("+1.005", 101),
      (",", nil), ("1,2,3", nil), ("1 000", nil), ("99999999999999999999", nil),
    ]
    for (text, value) in cases {
      #expect(fecAmount(Array(text.utf8)[...], exponent: 2) == value, "\(text)")
    }
  }

  @Test func `tells on which account an invoice is booked, at which rate, and when it was paid`()
    throws
  {
    let paid = purchase.map { $0.replacing("||||", with: "|A|||") }
    let lettered = try read(fec(paid + payment("120,00", label: "VIR CAFE ZOE", letter: "A")))
    let day = CalendarDate(iso: "2025-02-03")
    let rate = VATRate(hundredthsOfPercent: 2000)
    let booking = Booking(chargeAccount: "606000", vatRate: rate, paidOn: day)
    #expect(lettered.entries.first?.booking == booking)
    let open = try read(fec(purchase)).entries.first?.booking
    #expect(open == Booking(chargeAccount: "606000", vatRate: rate))
  }

  @Test func `learns nothing from an entry of several suppliers`() throws {
    let rows = [
      "AC|Achats|AC2|20250103|401000|F|F1|A|F-1|20250102|x|0|120||||",
      "AC|Achats|AC2|20250103|401000|F|F2|B|F-2|20250102|x|0|60||||",
      "AC|Achats|AC2|20250103|606000|Achats|||F-1|20250102|x|180|0||||",
    ].map { $0 + "|" }
    let entries = try read(fec(rows)).entries.map(\.booking)
    #expect(entries == [nil, nil])
  }

  /// Amounts of suppliers in francs, each fine by itself.
  @Test func `refuses amounts that add up to more than 64 bits hold`() {
    let absurd = "9999999999999,99"
    let rows = (1...5_000).flatMap { number in
      [
        "AC|Achats|\(number)|20250103|401000|F|F1|Zoé|F-\(number)||F|0|\(absurd)|||||",
        "AC|Achats|\(number)|20250103|606000|A|||F-\(number)||F|\(absurd)|0|||||",
      ]
    }
    let problem = #expect(throws: Problem.self) { try read(fec(rows)) }
    #expect(problem == Problem(.refusal, "ledger-sum-too-large", ["line": "9225"]))
    let foreign = (1...9_300).flatMap { number in
      [
        "AC|Achats|1|20250103|401000|F|F1|Zoé|F-1||F|0|1||||\(absurd)|USD",
        "AC|Achats|1|20250103|606000|A|||F-1||F|1|0|||||",
      ]
    }
    #expect(throws: Problem(.refusal, "ledger-sum-too-large", ["line": "18448"])) {
      try read(fec(foreign))
    }
  }
}
