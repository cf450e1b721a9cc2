// BankBooks.swift — statements of banks as ledger entries, checked against their balances.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

enum BankBooks {
  /// The entries of all lines, in their order.
  ///
  /// A line without a name of the bank's is named by account, date, amount and text, so that an
  /// overlapping statement names it alike; equal names are counted: "X", "X/2".
  ///
  /// - Throws: `bank-unbalanced` {account, difference}, `ledger-file-empty`, the problem of
  ///   `Turnover`.
  static func books(
    of statements: [BankStatement],
    source: String,
    file: LedgerFile
  ) throws(Problem) -> LedgerImport {
    guard !statements.isEmpty else {
      throw Problem(.refusal, "ledger-file-empty", ["file": file.name])
    }
    var turnover = Turnover()
    for statement in statements {
      try turnover.add(statement)
      try checkBalance(of: statement)
    }
    var seen: [String: Int] = [:]
    var entries: [LedgerEntry] = []
    var (debit, credit) = (Int64(0), Int64(0))
    for statement in statements {
      for line in statement.lines {
        let units = line.amount.minorUnits
        if units < 0 { credit -= units } else { debit += units }
        let name = line.id ?? ownName(of: line, in: statement)
        let count = seen[name, default: 0] + 1
        seen[name] = count
        let id = count == 1 ? name : name + "/" + String(count)
        entries.append(entry(line, statement, LedgerEntryID(source: source, id: id)))
      }
    }
    return LedgerImport(
      source: source,
      entries: LedgerEntries(entries),
      control: ControlSums(rowCount: entries.count, totalDebit: debit, totalCredit: credit)
    )
  }

  /// Money of these units, unless they are absurdly many.
  static func money(_ units: Int64?, _ currency: Currency) -> Money? {
    guard let units, units.magnitude < Money.absurdMinorUnits else { return nil }
    return Money(minorUnits: units, currency: currency)
  }

  private static func entry(
    _ line: BankLine,
    _ statement: BankStatement,
    _ id: LedgerEntryID
  ) -> LedgerEntry {
    LedgerEntry(
      id: id,
      kind: .bankLine,
      partyCode: nil,
      partyName: line.party,
      partyIBAN: line.partyIBAN.map(asciiLettersAndDigits).map { $0.uppercased() },
      account: statement.account,
      reference: line.reference,
      documentDate: line.booked,
      bookingDate: line.booked,
      dueDate: nil,
      amount: line.amount,
      label: line.text,
      isOpen: true,
      sourceLine: line.place
    )
  }

  private static func ownName(of line: BankLine, in statement: BankStatement) -> String {
    let text = ReferenceKey.skeleton(of: (line.party ?? "") + line.text).prefix(40)
    let parts = [
      statement.account ?? "", line.booked.description, line.amount.plainText, String(text),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "|")
  }

  /// What was there and what moved must make what is there.
  private static func checkBalance(of statement: BankStatement) throws(Problem) {
    guard let opening = statement.opening, let closing = statement.closing,
      opening.currency == closing.currency,
      statement.lines.allSatisfy({ $0.amount.currency == opening.currency })
    else { return }
    let moved = statement.lines.reduce(opening) { $0 + $1.amount }
    guard moved == closing else {
      throw Problem(
        .refusal,
        "bank-unbalanced",
        ["account": statement.account ?? "?", "difference": (moved - closing).plainText]
      )
    }
  }
}

extension Turnover {
  /// Counts a statement: its balances and its lines.
  fileprivate mutating func add(_ statement: BankStatement) throws(Problem) {
    for balance in [statement.opening, statement.closing] {
      try add(balance?.minorUnits ?? 0, line: statement.lines.first?.place ?? 1)
    }
    for line in statement.lines { try add(line.amount.minorUnits, line: line.place) }
  }
}
