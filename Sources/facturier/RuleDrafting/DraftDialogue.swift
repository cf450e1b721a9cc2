// DraftDialogue.swift — a person confirms the fields of a sample, one after the other.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Invoicing

/// Asks about each field of a sample: what was found, what else stands there, or what a person types.
struct DraftDialogue {
  let phrases: Phrases
  /// Shows some lines and a prompt; gives what was typed, or nil when nobody is there any more.
  let ask: ([String], String) -> String?

  /// The draft with what the person said, in the place of what the rules found.
  ///
  /// - Throws: usage `drafting-stopped` when the answers end before the questions.
  func confirmed(_ sample: SampleChoices) throws(Problem) -> Draft {
    var draft = sample.draft
    let currency = draft.currency ?? .euro
    for (index, question) in sample.questions.enumerated() {
      let help = index == 0 ? [phrases.say("choose-help"), ""] : []
      let value = try answer(to: question, help, currency)
      guard value != draft[name: question.field.name]?.value else { continue }
      draft[name: question.field.name] = value.map(Self.entered)
    }
    return draft
  }

  private func answer(
    to question: SampleChoices.Question,
    _ help: [String],
    _ currency: Currency
  ) throws(Problem) -> FieldValue? {
    var lines = help + self.lines(of: question)
    let prompt = question.isFound ? "[1] > " : "[–] > "
    while true {
      guard let typed = ask(lines, prompt) else { throw Problem(.usage, "drafting-stopped") }
      do throws(Problem) {
        return try Self.value(typed.trimmingBlanks(), for: question, currency)
      } catch {
        lines = [displayText(phrases.message(error)), displayText(phrases.remedy(error))]
      }
    }
  }

  private func lines(of question: SampleChoices.Question) -> [String] {
    var table = Table([.right, .left, .left])
    for (index, choice) in question.choices.enumerated() {
      let label = choice.label.map { phrases.say("beside-label", ["label": $0]) } ?? ""
      table.add([
        String(index + 1), displayText(phrases.value(choice.value)), displayText(label),
      ])
    }
    return [phrases.field(question.field.name)] + table.lines(indent: 2, limits: [1: 40, 2: 60])
  }

  /// What a person means: nothing typed is the proposal, a number one of the choices, "-" no value, and
  /// anything else the value; "=2" is the value 2.
  private static func value(
    _ typed: String,
    for question: SampleChoices.Question,
    _ currency: Currency
  ) throws(Problem) -> FieldValue? {
    if typed.isEmpty { return question.isFound ? question.choices.first?.value : nil }
    if typed == "-" { return nil }
    if let number = Int(typed), question.choices.indices.contains(number - 1) {
      return question.choices[number - 1].value
    }
    let text = typed.hasPrefix("=") ? String(typed.dropFirst()) : typed
    return try TypedValue.value(text, of: question.field, currency: currency)
  }

  private static func entered(_ value: FieldValue) -> Extracted<FieldValue> {
    Extracted(
      value: value,
      evidence: Evidence(
        origin: .entered(by: Surroundings.accountName),
        text: "",
        rule: "decision",
        confidence: .certain
      )
    )
  }
}
