// WorkbookTests.swift — a workbook is read through the same mapping as a CSV file.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

@Suite struct WorkbookTests {
  private static let mapping = """
    kind: open_item
    source: grand_livre
    match: { header: [Date, Compte, Débit, Crédit] }
    decimal: ","
    date: [dd/MM/yyyy]
    fields: { booking_date: Date, account: Compte, doc_ref: Pièce, debit: Débit, credit: Crédit }
    amount: debit-credit
    footer: "^Total"
    """

  private func row(_ number: Int, _ cells: [(kind: String, text: String)]) -> MarkupElement {
    MarkupElement(
      "row",
      attributes: ["number": String(number)],
      children: cells.map { MarkupElement($0.kind, text: $0.text) }
    )
  }

  private func texts(_ number: Int, _ texts: [String]) -> MarkupElement {
    row(number, texts.map { ($0.isEmpty ? "empty" : "text", $0) })
  }

  private func file(_ sheets: [[MarkupElement]]) -> LedgerFile {
    let root = MarkupElement(
      "workbook",
      children: sheets.map { MarkupElement("sheet", children: $0) }
    )
    return LedgerFile(
      bytes: [0x50, 0x4B, 3, 4],
      name: "Grand livre.xlsx",
      markup: MarkupTree(namespace: "", root: root)
    )
  }

  private func read(_ file: LedgerFile, decimal: String = ",") throws -> LedgerImport {
    let text = Self.mapping.replacing("decimal: \",\"", with: "decimal: \"\(decimal)\"")
    let mapping = try LedgerMapping.parse(text, file: "test.yml")
    return try LedgerFormats.read(file, settings: LedgerSettings(mappings: [mapping]))
  }

  private let headings = ["Date", "Compte", "Pièce", "Débit", "Crédit"]

  private var ledger: [MarkupElement] {
    [
      texts(1, ["Grand livre au 31/10/2025"]), texts(3, headings),
      row(
        4,
        [
          ("date", "2025-10-06"), ("number", "401000"), ("text", "FA-118"), ("empty", ""),
          ("number", "1234.5"),
        ]
      ), texts(5, ["09/10/2025", "401000", "AV-7", "1 040,50", ""]),
      texts(9, ["Total général", "", "", "1 040,50", "1 234,50"]),
    ]
  }

  @Test(arguments: [",", "auto"])
  func `finds the sheet and the headings; numbers and dates need no mapping`(decimal: String) throws
  {
    let books = try read(file([[texts(2, ["Ateliers Verrane"])], ledger]), decimal: decimal)
    #expect(books.entries.map(\.amount.minorUnits) == [-123_450, 104_050])
    #expect(books.entries.map(\.bookingDate?.description) == ["2025-10-06", "2025-10-09"])
    #expect(books.entries.map(\.sourceLine) == [4, 5])
    #expect(books.entries.first?.account == "401000")
    #expect(books.control == ControlSums(rowCount: 2, totalDebit: 104_050, totalCredit: 123_450))
  }

  @Test func `takes no thousandth for a thousand`() throws {
    let cells = [("date", "2025-10-06"), ("number", "401000"), ("text", "F1"), ("number", "1.234")]
    let file = file([[texts(1, headings), row(2, cells)]])
    #expect(try read(file, decimal: "auto").entries.map(\.amount.minorUnits) == [123])
  }

  @Test func `tells which headings it looked for`() throws {
    let file = file([[texts(1, ["Date", "Compte", "Solde"])]])
    #expect(throws: Problem(.refusal, "ledger-file-unrecognised", ["file": file.name])) {
      try read(file)
    }
    let mapping = try LedgerMapping.parse(Self.mapping, file: "test.yml")
    let problem = #expect(throws: Problem.self) {
      try LedgerFormats.read(file, settings: LedgerSettings(mappings: [mapping]), format: "csv")
    }
    #expect(problem?.code == "workbook-headings-missing")
    #expect(problem?.arguments["headings"] == "Date, Compte, Débit, Crédit")
  }

  @Test func `says how to bring the file of another office program`() throws {
    for start: [UInt8] in [[0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0]] {
      let problem = #expect(throws: Problem.self) {
        try read(LedgerFile(bytes: start + [0, 0], name: "livre.ods"))
      }
      #expect(problem?.code == "ledger-office-file")
    }
  }
}
