// CatalogueTests.swift — every code has its sentence, in every language.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Wording

struct CatalogueTests {
  @Test func `both languages have sentences for the same codes`() {
    let (english, french) = (Catalogue(.english), Catalogue(.french))
    #expect(Set(english.problems.keys) == Set(french.problems.keys))
    #expect(Set(english.findings.keys) == Set(french.findings.keys))
    #expect(Set(english.reasons.keys) == Set(french.reasons.keys))
  }

  @Test func `a code stands in one table only`() {
    let tables = [
      Catalogue.englishProblems, Catalogue.englishLedgerProblems,
      Catalogue.englishCommandProblems,
    ]
    let count = tables.reduce(0) { $0 + $1.count }
    #expect(Catalogue(.english).problems.count == count)
  }

  @Test func `both languages ask for the same arguments`() {
    let (english, french) = (Catalogue(.english), Catalogue(.french))
    for (one, other) in [(english.problems, french.problems), (english.findings, french.findings)] {
      for (code, sentence) in one {
        #expect(required(sentence) == other[code].map(required), "\(code)")
      }
    }
    for (code, text) in english.reasons {
      let translated = french.reasons[code].map { Template($0).requiredArguments }
      #expect(Template(text).requiredArguments == translated, "\(code)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every sentence renders without places left, and says what to do`(_ language: Language) {
    let catalogue = Catalogue(language)
    for (code, template) in catalogue.problems {
      let sentence = catalogue.sentence(for: Problem(.fault, code, filling(template)))
      #expect(isWhole(sentence.message) && isWhole(sentence.remedy), "\(code): \(sentence)")
    }
    for (code, template) in catalogue.findings {
      let sentence = catalogue.sentence(for: Finding(.info, code, filling(template)))
      #expect(isWhole(sentence.message) && isWhole(sentence.remedy), "\(code): \(sentence)")
    }
    for (code, text) in catalogue.reasons {
      let names = Template(text).requiredArguments
      let arguments = Dictionary(uniqueKeysWithValues: names.map { ($0, "7") })
      let clause = catalogue.clause(for: MatchReason(code: code, arguments: arguments, deciBits: 5))
      #expect(isWhole(clause) && clause.hasSuffix(" (+0.5)"), "\(code): \(clause)")
    }
  }

  @Test func `every code in the sources has a sentence`() {
    let catalogue = Catalogue(.english)
    #expect(SourceCodes.problems.count > 50 && SourceCodes.findings.count > 15)
    #expect(SourceCodes.problems.subtracting(catalogue.problems.keys).sorted() == [])
    #expect(SourceCodes.findings.subtracting(catalogue.findings.keys).sorted() == [])
    #expect(SourceCodes.reasons.count > 20)
    #expect(SourceCodes.reasons.subtracting(catalogue.reasons.keys).sorted() == [])
  }

  @Test func `every rule of e-invoices has a sentence that begins with its name`() {
    let ofCategories = ["S", "Z", "E", "AE", "IC", "G", "O"].flatMap { category in
      ["01", "02", "05", "08", "09", "10"].map { "BR-\(category)-\($0)" }
    }
    #expect(SourceCodes.rules.count > 60)
    for rule in SourceCodes.rules.union(ofCategories) {
      let message = sentence(for: Finding(.warning, rule), in: .french).message
      #expect(message.hasPrefix("\(rule): ") && message.count > rule.count + 10, "\(rule)")
    }
  }

  @Test func `a sentence asks only for arguments that its code is thrown with`() {
    let catalogue = Catalogue(.english)
    // A system call gives the place and the error number instead.
    let substitutes = ["path": "place", "reason": "errno"]
    for use in SourceCodes.uses {
      guard let given = use.arguments,
        let sentence = catalogue.problems[use.code] ?? catalogue.findings[use.code]
      else { continue }
      let missing = required(sentence).subtracting(given).filter { name in
        substitutes[name].map { !given.contains($0) } ?? true
      }
      #expect(missing == [], "\(use.code) is thrown with \(given.sorted())")
    }
  }

  @Test func `an unknown code is told with its arguments`() {
    let problem = Problem(.fault, "never-heard-of", ["b": "2", "a": "1"])
    #expect(sentence(for: problem, in: .french).message == "never-heard-of, a 1, b 2")
    let finding = Finding(.info, "never-heard-of")
    #expect(sentence(for: finding, in: .english).message == "never-heard-of")
    let unknown = MatchReason(code: "never-heard-of", arguments: ["a": "1"], deciBits: -13)
    #expect(reason(unknown, in: .english) == "never-heard-of, a 1 (-1.3)")
  }

  @Test func `arguments are said in the reader's language`() {
    let missing = Finding(.warning, "missing-field", ["field": "due_date"])
    let english = sentence(for: missing, in: .english)
    #expect(english.message == "due date was not found")
    #expect(english.remedy == "Add it: facturier correct ID due_date=VALUE")
    #expect(sentence(for: missing, in: .french).message == "date d’échéance : introuvable")
    let large = Problem(.refusal, "file-too-large", ["bytes": "100000001", "limit": "50000000"])
    #expect(sentence(for: large, in: .french).message.contains("101 Mo, plus que les 50 Mo"))
    let call = Problem(
      .fault,
      "file-failed",
      ["operation": "open", "place": "lock", "errno": "13"]
    )
    let failed = sentence(for: call, in: .english).message
    #expect(failed == "the lock of the home could not be used: no right to it")
    let crash = Problem(.refusal, "reader-crashed", ["how": "signal 11"])
    #expect(sentence(for: crash, in: .english).message.contains("(ended by signal 11)"))
  }

  @Test func `a note that was a warning says so, and how to be warned again`() {
    let warning = Finding(.warning, "vat-id-invalid", ["vat_id": "FR12"])
    let note = warning.weighed(by: [WarningKey(code: "vat-id-invalid", detail: "FR12"): 3])
    let sentence = sentence(for: note, in: .english)
    #expect(sentence.message.hasSuffix(" (a note only: accepted 3 times for this supplier)"))
    #expect(sentence.remedy == "To be warned again: facturier warn ID vat-id-invalid")
  }

  @Test func `what nobody knows is left out`() {
    let unknown = Problem(.usage, "field-unknown", ["field": "xyz", "nearest": ""])
    #expect(
      sentence(for: unknown, in: .english).remedy == "See the names: facturier show ID --json"
    )
    let near = Problem(.usage, "field-unknown", ["field": "dates", "nearest": "date"])
    #expect(sentence(for: near, in: .english).remedy.hasPrefix("Did you mean date? "))
  }

  private func required(_ sentence: Sentence) -> Set<String> {
    Template(sentence.message).requiredArguments
      .union(Template(sentence.remedy).requiredArguments)
  }

  private func filling(_ sentence: Sentence) -> [String: String] {
    Dictionary(uniqueKeysWithValues: required(sentence).map { ($0, "7") })
  }

  private func isWhole(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { "{}<>".contains($0) } && !text.contains("??")
  }
}
