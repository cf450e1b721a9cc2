// WorkbookTests.swift — what is read of spreadsheets, when the books are asked for.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct WorkbookTests {
  private func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Samples/" + name)))
  }

  private func sheets(_ name: String) throws -> [MarkupElement] {
    let plan = ReadingPlan(languages: ["fra"], readsWorkbooks: true)
    let document = try Readers.read(SourceBytes(try sample(name)), plan: plan).decoded
    let root = try #require(document.markup?.root)
    #expect(root.name == "workbook")
    return root.children
  }

  private func texts(_ row: MarkupElement) -> [String] { row.children.map(\.text) }

  @Test func `reads the sheets in their order, each row at its number`() throws {
    let sheets = try sheets("grand-livre.xlsx")
    #expect(sheets.map { $0.attributes["name"] } == ["Présentation", "Grand livre"])
    let ledger = try #require(sheets.last)
    #expect(ledger.children.map { $0.attributes["number"] } == ["1", "3", "4", "5", "6", "7", "9"])
    #expect(texts(ledger.children[1]).prefix(3) == ["Date", "Journal", "Compte"])
  }

  @Test func `tells dates by their style, numbers without the noise of binary fractions`() throws {
    let rows = try #require(try sheets("grand-livre.xlsx").last).children
    let second = rows[3]
    #expect(second.children.map(\.name).prefix(3) == ["date", "text", "number"])
    #expect(
      texts(second) == [
        "2025-10-09", "ACH", "401000", "F00108", "20251009", "Café & Compagnie", "", "0.3", "a",
      ]
    )
    #expect(rows[2].children[6].name == "empty")
  }

  @Test func `reads shared texts, the last value of a formula, and days since 1904`() throws {
    let rows = try #require(try sheets("1904.xlsx").first).children
    #expect(texts(rows[0]).suffix(2) == ["Tiers", "Lettrage"])
    #expect(texts(rows[1]) == ["2025-03-01", "", "", "", "", "2.5", "1"])
  }

  @Test func `refuses a workbook in the inbox as a file of an office program`() throws {
    let bytes = SourceBytes(try sample("grand-livre.xlsx"))
    let problem = #expect(throws: Problem.self) {
      try Readers.read(bytes, plan: ReadingPlan(languages: ["fra"]))
    }
    #expect(problem?.code == "office-file")
  }

  @Test(
    arguments: [
      (0.1 + 0.2, "0.3"), (-1234.5, "-1234.5"), (401_000, "401000"), (1e-9, "0"),
      (0.000001, "0.000001"),
      (99.995, "99.995"), (-0.004, "-0.004"),
    ]
  )
  func `writes a number`(number: Double, text: String) {
    #expect(CellNumber.text(of: number) == text)
  }
}
