// CaseTests.swift — every case file of the folder Cases.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Extraction

@Suite struct CaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
  }

  private static let receivedOn = CalendarDate(dayNumber: 20_484)

  @Test func `there are cases`() {
    #expect(Self.names.count >= 12)
  }

  @Test(arguments: names)
  func `finds what is marked`(name: String) throws {
    let url = Self.folder.appending(path: name)
    let marked = try MarkedText(String(contentsOf: url, encoding: .utf8))
    let result = extract(
      marked.document,
      rules: ShippedRules.book,
      company: nil,
      receivedOn: Self.receivedOn
    )
    for (field, expected) in marked.expected.sorted(by: { $0.key < $1.key }) {
      if field == "document_type" {
        #expect(result.documentType.rawValue == expected, "\(name)")
        continue
      }
      if field == "findings" {
        #expect(result.findings.map(\.code).joined(separator: " ") == expected, "\(name)")
        continue
      }
      if field.hasPrefix("line_"), let number = Int(field.dropFirst(5)) {
        let lines = result.draft[.lines] ?? []
        let line = lines.indices.contains(number - 1) ? lines[number - 1].plain : ""
        #expect(line == expected, "\(name): \(field)")
        continue
      }
      let found = result.draft[name: FieldName(field)]
      #expect(found?.value.plain ?? "-" == expected, "\(name): \(field)")
      if let box = marked.boxes[field], case .printed(_, let foundBox)? = found?.evidence.origin {
        #expect(foundBox.holdsMiddle(of: box), "\(name): \(field) stands elsewhere")
      }
    }
  }

  @Test func `gives the same result twice`() throws {
    let name = try #require(Self.names.first)
    let marked = try MarkedText(
      String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    )
    let drafts = (1...2).map { _ in
      extract(
        marked.document,
        rules: ShippedRules.book,
        company: nil,
        receivedOn: Self.receivedOn
      ).draft
    }
    #expect(drafts[0] == drafts[1])
  }
}
