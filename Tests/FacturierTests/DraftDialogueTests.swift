// DraftDialogueTests.swift — what a person answers becomes the values of the sample.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Invoicing
import Testing

@testable import facturier

@Suite struct DraftDialogueTests {
  /// "Folio MC26-00417" above "Dossier CL/55-0001"; no rule finds anything.
  private static let choices: SampleChoices = {
    let rows: [[String]] = [["Folio", "MC26-00417"], ["Dossier", "CL/55-0001"]]
    let words = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        let (left, top) = (Int32(300 + column * 600), Int32(300 + row * 300))
        let box = Box(left: left, top: top, right: left + 500, bottom: top + 100)
        return Word(text: text, box: box)
      }
    }
    let document = Document(
      id: DocumentID(digest: [UInt8](repeating: 7, count: 32)),
      format: .pdf,
      pages: [Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: words)]
    )
    return Learner(rules: .empty, company: nil)
      .choices(on: document, receivedOn: CalendarDate(dayNumber: 0))
  }()

  /// The draft when these answers are typed, one for each question; then nobody is there any more.
  private static func draft(_ answers: [String]) throws(Problem) -> Draft {
    var rest = answers[...]
    return try DraftDialogue(phrases: Phrases(.english)) { _, _ in rest.popFirst() }
      .confirmed(choices)
  }

  private static let others = Array(repeating: "", count: choices.questions.count - 1)

  @Test(arguments: [
    ("1", "MC26-00417"), ("2", "CL/55-0001"), ("=2", "2"), ("X-9", "X-9"), ("", nil), ("-", nil),
  ])
  func `a number picks, a text is the value, nothing is what was found`(
    typed: String,
    number: String?
  ) throws {
    #expect(try Self.draft([typed] + Self.others)[.invoiceNumber] == number)
  }

  @Test func `what cannot be read is asked again`() throws {
    let draft = try Self.draft(["1", "never", "03/02/2026"] + Self.others.dropFirst())
    #expect(draft[.issueDate] == CalendarDate(year: 2026, month: 2, day: 3))
  }

  @Test func `when nobody answers nothing is drafted`() {
    let problem = #expect(throws: Problem.self) { try Self.draft(["1"]) }
    #expect(problem?.code == "drafting-stopped")
  }
}
