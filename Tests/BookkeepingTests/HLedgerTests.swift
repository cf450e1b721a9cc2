// HLedgerTests.swift — what is read of a plain-text ledger, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private let header =
  #""txnidx","date","date2","status","code","description","comment","account","amount","#
  + #""commodity","credit","debit","posting-status","posting-comment""#

/// One posting.
private func row(
  _ transaction: Int,
  _ account: String,
  _ amount: String,
  code: String = "FA-118",
  text: String = "Zoé Outillage | fournitures",
  comment: String = "",
  commodity: String = "EUR",
  note: String = ""
) -> String {
  let cells = [
    "\(transaction)", "2025-03-03", "", "*", code, text, comment, account, amount, commodity, "",
    "",
    "", note,
  ]
  return cells.map { "\"\($0)\"" }.joined(separator: ",")
}

private let purchase = [
  row(1, "expenses:606400", "100.00"), row(1, "assets:vat:44566", "20.00"),
  row(1, "liabilities:401:ZOE", "-120.00"),
]

private func payment(_ amount: String, text: String = "Zoé | FA-118") -> [String] {
  [
    row(2, "liabilities:401:ZOE", amount, code: "B1", text: text),
    row(2, "assets:bank:512", "-\(amount)", code: "B1", text: text),
  ]
}

private func read(_ rows: [String]) throws(Problem) -> LedgerImport {
  let text = ([header] + rows).joined(separator: "\n")
  let file = LedgerFile(bytes: Array(text.utf8), name: "a.csv")
  return try LedgerFormats.read(file, settings: LedgerSettings())
}

@Suite struct HLedgerTests {
  @Test func `reads what a supplier is owed`() throws {
    let books = try read(purchase + payment("5.00", text: "Zoé | autre chose"))
    #expect(books.source == "hledger")
    #expect(books.control == ControlSums(rowCount: 5, totalDebit: 12_500, totalCredit: 12_500))
    #expect(books.entries.count == 1)
    let entry = try #require(books.entries.first)
    #expect(entry.id == LedgerEntryID(source: "hledger", id: "FA-118"))
    #expect(entry.kind == .openItem)
    #expect(entry.amount == Money(minorUnits: -12_000, currency: .euro))
    #expect(entry.partyCode == "ZOE")
    #expect(entry.partyName == "Zoé Outillage")
    #expect(entry.label == "fournitures")
    #expect(entry.reference == "FA-118")
    #expect(entry.isOpen && !entry.isPartlyPaid)
  }

  @Test func `takes piece and due date from tags`() throws {
    let tagged = purchase.map {
      $0.replacing("fournitures\",\"\"", with: "x\",\"ref:A/7, due:2025-04-02\"")
    }
    let entry = try #require(try read(tagged).entries.first)
    #expect(entry.reference == "A/7")
    #expect(entry.id.id == "FA-118")
    #expect(entry.dueDate == CalendarDate(iso: "2025-04-02"))
  }

  @Test(arguments: [("120.00", false, false), ("50.00", true, true)])
  func `settles by payments that name the piece`(amount: String, open: Bool, part: Bool) throws {
    let longer = purchase.map { $0.replacing("FA-118", with: "FA-2025-118") }
    let books = try read(longer + payment(amount, text: "Zoé | FA-2025-118"))
    #expect(books.entries.map(\.isOpen) == [open])
    #expect(books.entries.map(\.isPartlyPaid) == [part])
  }

  @Test func `reads accounts by name or number, and amounts of the document`() throws {
    for account in [
      "Liabilities:F401:ZOE", "liabilities:accounts payable:ZOE", "Passif:401000:ZOE",
    ] {
      let rows = [
        row(1, "expenses:a", "91,50"),
        row(1, account, "-91,50", note: "USD 100.00"),
      ]
      let entry = try #require(try read(rows).entries.first)
      #expect(entry.partyCode == "ZOE")
      #expect(
        entry.amount == Currency(code: "USD").map { Money(minorUnits: -10_000, currency: $0) }
      )
    }
  }

  @Test func `refuses what does not balance and names the line`() {
    let wrong = [purchase[0], purchase[2]]
    #expect(
      throws: Problem(
        .refusal,
        "journal-entry-unbalanced",
        ["entry": "FA-118", "line": "2", "difference": "-20.00"]
      )
    ) { try read(wrong) }
    #expect(throws: Problem(.refusal, "journal-amount-unreadable", ["line": "2"])) {
      try read([row(1, "a", "x")])
    }
  }

  @Test func `tells a journal from other text`() {
    let journal = "; books\n\n2025/3/3 * (FA-118) Zoé\n    expenses  100 EUR\n    liabilities:401\n"
    #expect(JournalText.tools(for: Array(journal.utf8)) == ["hledger", "ledger"])
    #expect(JournalText.tools(for: Array("2025-03-03;a;b\n2025-03-04;c;d\n".utf8)).isEmpty)
    let postings = Array(([header] + purchase).joined(separator: "\n").utf8)
    #expect(JournalText.tools(for: postings).isEmpty)
    #expect(JournalText.tools(for: postings, format: "hledger").isEmpty)
    #expect(
      JournalText.tools(for: Array("include 2025.journal\n".utf8), format: "ledger") == ["ledger"]
    )
    for text in [
      "option \"title\" \"Atelier\"\n", "2025-01-01 open Assets:Bank\n",
      "2025-01-03 * \"Zoé\" \"Facture\"\n  Expenses:Achats 100 EUR\n",
    ] {
      #expect(JournalText.tools(for: Array(text.utf8)) == ["bean-query"])
    }
  }

  @Test func `refuses amounts that add up to more than 64 bits hold`() {
    let rows = (1...4_700).flatMap { number in
      [
        row(number, "expenses:606400", "9999999999999.99"),
        row(number, "liabilities:401:ZOE", "-9999999999999.99"),
      ]
    }
    #expect(throws: Problem(.refusal, "ledger-sum-too-large", ["line": "9225"])) {
      try read(rows)
    }
  }
}
