// PhraseTests.swift — the phrases of commands and screens.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Wording

struct PhraseTests {
  @Test(arguments: Phrase.allCases)
  func `both languages ask for the same arguments`(_ phrase: Phrase) {
    let english = Template(phrase.template(in: .english))
    let french = Template(phrase.template(in: .french))
    #expect(!english.text.isEmpty && !french.text.isEmpty)
    #expect(english.requiredArguments == french.requiredArguments)
  }

  @Test func `every phrase that the sources say by its code exists`() {
    let known = Set(Phrase.allCases.map(\.rawValue))
    #expect(SourceCodes.phrases.count > 30)
    #expect(SourceCodes.phrases.subtracting(known).sorted() == [])
    #expect(
      Set(SourceCodes.examinations.map { "doctor-" + $0 })
        == known.filter { $0.hasPrefix("doctor-") }
    )
  }

  @Test func `a phrase is filled`() {
    #expect(text(.running, ["pid": "812"], in: .english) == "running, pid 812")
    #expect(text(.pageOf, ["done": "3", "total": "7"], in: .french) == "page 3/7")
    #expect(CommandPhrases.phrases("fr")["waiting"] == "en attente")
  }
}
