// CSVTests.swift — CSV files through mappings.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private let plain = """
  source: items
  decimal: ","
  date: dd/MM/yyyy
  fields: {id: N°, doc_date: Date, doc_ref: Pièce, label: Libellé, party_key: Tiers}
  amount: {column: Montant, positive: credit}
  """

private func read(_ text: String, _ mapping: String, name: String = "a.csv") throws -> LedgerImport
{
  let mapping = try LedgerMapping.parse(mapping, file: "m.yml")
  let file = LedgerFile(bytes: Array(text.utf8), name: name)
  return try LedgerFormats.read(file, settings: LedgerSettings(mappings: [mapping]), format: "csv")
}

private func problem(_ text: String, _ mapping: String = plain) -> Problem? {
  #expect(throws: Problem.self) { try read(text, mapping) }
}

@Suite struct CSVTests {
  @Test func `reads quoted fields with separators, quotes and line ends`() throws {
    let text = """
      N°;Date;Pièce;Libellé;Tiers;Montant\r
      1;03/02/2025;F-1;"deux; ""lignes""\r
      ici";T1;1 234,50\r
      2;04/02/2025;F-2;suite;T2;-10\r

      """
    let books = try read(text, plain)
    #expect(books.entries.map(\.amount.minorUnits) == [-123_450, 1_000])
    #expect(Array(books.entries)[0].label == "deux; \"lignes\"\r\nici")
    #expect(books.entries.map(\.sourceLine) == [2, 4])
    #expect(Array(books.entries)[1].documentDate == CalendarDate(iso: "2025-02-04"))
    #expect(books.control == ControlSums(rowCount: 2, totalDebit: 1_000, totalCredit: 123_450))
  }

  @Test func `merges the rows of an order`() throws {
    let same = """
      kind: purchase_order
      source: orders
      fields: {id: po, doc_date: day, party_key: who}
      amount: {column: total, positive: credit}
      merge: same
      """
    let text = "po,day,who,part,total\nA1,2025-01-02,F1,4.00,10.00\nA1,2025-01-02,F1,6.00,10.00\n"
    let entry = try #require(try read(text, same).entries.first)
    #expect(entry.kind == .purchaseOrder)
    #expect(entry.amount.minorUnits == -1_000)
    #expect(entry.reference == "A1")
    let sum = same.replacing("same", with: "sum").replacing("total", with: "part")
    #expect(try read(text, sum).entries.map(\.amount.minorUnits) == [-1_000])
    let differs = problem(text.replacing("6.00,10.00", with: "6.00,11.00"), same)
    #expect(differs?.code == "csv-order-total-differs")
    #expect(differs?.arguments["line"] == "3")
  }

  @Test func `reads the lines of an order, and does without them`() throws {
    let mapping = """
      kind: purchase_order
      source: orders
      decimal: ","
      fields: {id: po, label: what, line: no, item: article, quantity: qty, unit_price: price}
      amount: {column: total, positive: credit}
      merge: same
      """
    let text = """
      po;no;article;what;qty;price;total
      A1;1;V4;Vis;8,511;11,85;100,86
      A1;2;;Port;;;100,86
      """
    let line = OrderLine(
      number: "1",
      item: "V4",
      description: "Vis",
      quantity: DecimalNumber("8.511"),
      unitPrice: DecimalNumber("11.85")
    )
    #expect(try read(text, mapping).entries.map(\.lines) == [[line]])
    let bare = "po;what;total\nA1;Vis;100,86\n"
    #expect(try read(bare, mapping).entries.map(\.lines) == [[]])
    #expect(
      problem(text.replacing("8,511", with: "acht"), mapping)?.code == "csv-amount-unreadable"
    )
  }

  @Test func `adds up what came of an order's line`() throws {
    let mapping = """
      kind: goods_receipt
      source: receipts
      fields: {id: po, line: no, quantity: qty}
      """
    let text = "po,no,qty\nA1,1,3\nA1,2,1.5\nA1,1,4\n"
    let books = try read(text, mapping)
    #expect(books.entries.isEmpty && books.control.rowCount == 3)
    #expect(
      books.receipts == [
        GoodsReceipt(order: "A1", line: "1", quantity: DecimalNumber(mantissa: 7)),
        GoodsReceipt(order: "A1", line: "2", quantity: DecimalNumber(mantissa: 15, scale: 1)),
      ]
    )
    let incomplete = problem(text + "A1,,4\n", mapping)
    #expect(incomplete?.code == "csv-receipt-incomplete")
    #expect(incomplete?.arguments["line"] == "5")
    let unmapped = mapping.replacing(", quantity: qty", with: "")
    #expect(problem(text, unmapped)?.code == "mapping-key-missing")
  }

  @Test func `reads debit and credit, skips and stops where it is told`() throws {
    let mapping = """
      source: gl
      skip: 2
      match: {file: "*grand*.csv", header: [Débit]}
      decimal: ","
      fields: {doc_date: Date, label: Texte, debit: Débit, credit: Crédit, letter: Let}
      amount: debit-credit
      open: letter
      skip_if: [{label: "^total"}, {Journal: "^BQ"}]
      footer: "^Total général"
      """
    let text = """
      Société X
      Grand livre
      Date;Texte;Débit;Crédit;Let;Journal
      01/02/2025;FACT 1;;12,00;;AC
      ;Total;;12,00;;
      02/02/2025;VIR;12,00;;;BQ
      03/02/2025;FACT 2;;8,00;A;AC
      03/02/2025;FACT 3;;8,00;a;AC
      ;Total général;12,00;28,00;;
      ;après;;99,00;;
      """
    let books = try read(text, mapping, name: "Mon Grand livre.CSV")
    #expect(books.entries.map(\.label) == ["FACT 1", "FACT 2", "FACT 3"])
    #expect(books.entries.map(\.isOpen) == [true, false, true])
    #expect(books.entries.map(\.isPartlyPaid) == [false, false, true])
    #expect(books.entries.map(\.sourceLine) == [4, 7, 8])
    #expect(Set(books.entries.map(\.id)).count == 3)
  }

  @Test func `tells open from paid by status or by what is left`() throws {
    let base = "source: s\nfields: {id: id}\namount: {column: amount, positive: credit}\n"
    let text = "id,amount,state,left\n1,10.00,closed,0\n2,10.00,partial,4.00\n3,10.00,open,10.00\n"
    for open in ["{column: state, closed: closed, partial: partial}", "{left: left, of: amount}"] {
      let entries = try read(text, base + "open: " + open).entries
      #expect(entries.map(\.isOpen) == [false, true, true])
      #expect(entries.map(\.isPartlyPaid) == [false, true, false])
    }
  }

  @Test func `reads the side from a column of its own`() throws {
    let mapping = "source: s\nfields: {id: id}\namount: {column: m, sense: s, debit: D}\n"
    let entries = try read("id;m;s\n1;5,00;D\n2;5,00;C\n", mapping).entries
    #expect(entries.map(\.amount.minorUnits) == [500, -500])
  }

  @Test(arguments: [
    ("1;31/02/2025;F;x;T;1,00", "csv-date-unreadable", "Date"),
    ("1;03/02/2025;F;x;T;1,0O", "csv-amount-unreadable", "Montant"),
  ])
  func `names line and column`(row: String, code: String, column: String) {
    let found = problem("N°;Date;Pièce;Libellé;Tiers;Montant\n" + row + "\n")
    #expect(found?.code == code)
    #expect(found?.arguments == ["line": "2", "column": column])
  }

  @Test func `refuses an id that comes twice and a quote that never ends`() {
    let head = "N°;Date;Pièce;Libellé;Tiers;Montant\n"
    let row = "1;03/02/2025;F;x;T;1,00\n"
    #expect(problem(head + row + row)?.code == "csv-id-twice")
    let open = problem(head + "1;03/02/2025;F;\"x;T;1,00\n")
    #expect(open?.code == "csv-quote-unclosed")
    #expect(open?.arguments["line"] == "2")
  }

  @Test func `names the nearest heading when a column is missing`() {
    let found = problem("N°;Date;Pièces;Libellé;Tiers;Montant\n")
    #expect(found?.code == "csv-column-missing")
    #expect(found?.arguments["column"] == "Pièce")
    #expect(found?.arguments["nearest"] == "Pièces")
  }

  @Test func `does not guess what 1.234 means`() {
    #expect(AmountText.minorUnits("1.234", mark: .auto, exponent: 2) == nil)
    #expect(AmountText.minorUnits("1.234,5", mark: .auto, exponent: 2) == 123_450)
    #expect(AmountText.minorUnits("1.234", mark: .comma, exponent: 2) == 123_400)
    #expect(AmountText.minorUnits("12.30-", mark: .point, exponent: 2) == -1_230)
    #expect(AmountText.minorUnits("1 234,56 €", mark: .comma, exponent: 2) == 123_456)
    #expect(AmountText.minorUnits("abc", mark: .comma, exponent: 2) == nil)
  }

  @Test func `takes the first mapping that fits and refuses when none does`() throws {
    let one = try LedgerMapping.parse(
      "source: a\nmatch: {header: [x]}\nfields: {id: x}\namount: x",
      file: "a.yml"
    )
    let two = try LedgerMapping.parse(
      "source: b\nmatch: {header: [id, x], file: 'b*'}\nfields: {id: id}\namount: x",
      file: "b.yml"
    )
    let settings = LedgerSettings(mappings: [two, one])
    let text = Array("id;x\n7;1,00\n".utf8)
    let first = try LedgerFormats.read(LedgerFile(bytes: text, name: "B1.csv"), settings: settings)
    #expect(first.source == "b")
    let second = try LedgerFormats.read(LedgerFile(bytes: text, name: "c.csv"), settings: settings)
    #expect(second.source == "a")
    let stranger = LedgerFile(bytes: Array("y;z\n1;2\n".utf8), name: "c.csv")
    let found = #expect(throws: Problem.self) {
      try LedgerFormats.read(stranger, settings: settings)
    }
    #expect(found?.code == "ledger-file-unrecognised")
    let named = #expect(throws: Problem.self) {
      try LedgerFormats.read(stranger, settings: settings, format: "datev")
    }
    #expect(named?.code == "ledger-format-unknown")
  }

  @Test(arguments: ["9999999999999,99", "-9999999999999,99"])
  func `refuses amounts that add up to more than 64 bits hold`(amount: String) {
    let rows = (1...9_300).map { "\($0);03/02/2025;F-\($0);x;T1;\(amount)\n" }
    let found = problem("N°;Date;Pièce;Libellé;Tiers;Montant\n" + rows.joined())
    #expect(found == Problem(.refusal, "ledger-sum-too-large", ["line": "9225"]))
  }
}
