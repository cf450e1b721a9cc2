// Phrases.swift — what is said to people, in their language.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing
import Wording

/// What is said to people, in their language: phrases, sentences, names, amounts and dates.
struct Phrases: Sendable {
  let language: Language
  private let catalogue: Catalogue
  /// What is spoken of, which remedies name in place of "ID"; nil when that is not known.
  private var item: Int64?

  init(_ language: MessageLanguage) {
    self.language = language == .french ? .french : .english
    catalogue = Catalogue(self.language)
  }

  /// The same phrases, about the invoice or document of this number.
  func about(_ item: Int64) -> Phrases {
    var phrases = self
    phrases.item = item
    return phrases
  }

  /// The phrase of a code with its arguments; the code itself when there is none.
  func say(_ code: String, _ arguments: [String: String] = [:]) -> String {
    filled(CommandPhrases.phrases(language.rawValue)[code] ?? code, arguments)
  }

  func message(_ problem: Problem) -> String { sentence(problem).message }

  func remedy(_ problem: Problem) -> String { sentence(problem).remedy }

  func message(_ finding: Finding) -> String { catalogue.sentence(for: finding).message }

  func remedy(_ finding: Finding) -> String {
    addressed(catalogue.sentence(for: finding).remedy)
  }

  /// The text beside a refused file: what is wrong, what to do, the code.
  func reasonText(_ problem: Problem) -> String {
    let (message, remedy) = sentence(problem)
    return [message, remedy, "[\(problem.code)]"].filter { !$0.isEmpty }.joined(separator: "\n  ")
  }

  /// A reason of a match as a clause with its bits.
  func reason(_ reason: MatchReason) -> String { catalogue.clause(for: reason) }

  private func sentence(_ problem: Problem) -> (message: String, remedy: String) {
    let sentence = catalogue.sentence(for: problem)
    return (sentence.message, addressed(sentence.remedy))
  }

  /// A remedy whose commands name what is spoken of: "facturier retry ID".
  private func addressed(_ remedy: String) -> String {
    guard let item else { return remedy }
    return remedy.replacing(/(facturier [a-z-]+) ID\b/) { "\($0.1) \(item)" }
  }

  private func filled(_ template: String, _ arguments: [String: String]) -> String {
    arguments.reduce(template) { text, argument in
      text.replacing("{\(argument.key)}", with: argument.value)
    }
  }
}

extension Phrases {
  func field(_ name: FieldName) -> String { FieldNames.name(of: name, in: language) }

  /// A state by its code in the contract.
  func state(named code: String) -> String { StateNames.name(of: code, in: language) }

  /// The name of a status in the life of an invoice.
  func lifecycle(_ status: String) -> String { LifecycleNames.name(of: status, in: language) }

  func type(_ type: DocumentType) -> String { StateNames.name(of: type.rawValue, in: language) }

  func matchStatus(_ status: MatchProposal.Status) -> String {
    StateNames.name(of: status.rawValue, in: language)
  }

  /// An event of a history: "assessed: to review".
  func event(_ record: AuditRecord) -> String {
    let details = record.arguments.sorted { $0.key < $1.key }.map { state(named: $0.value) }
    let action = state(named: record.action)
    return details.isEmpty ? action : action + ": " + details.joined(separator: ", ")
  }

  func percent(_ confidence: Confidence) -> String { "\(confidence.permille / 10) %" }

  func date(_ date: CalendarDate) -> String { Wording.date(date, in: language) }

  /// "1 240,00 EUR" in French, "1,240.00 EUR" in English.
  func amount(_ amount: Money) -> String { Wording.amount(amount, in: language) }

  /// A plain decimal as the language writes it: "5,5" in French.
  func decimal(_ plain: String) -> String { Wording.decimal(plain, in: language) }

  /// A value in a line of text; lists row by row.
  func value(_ value: FieldValue) -> String { rows(of: value).joined(separator: "; ") }

  /// A value in lines of text: VAT in one for each rate, any other in one; of lines their number.
  func rows(of value: FieldValue) -> [String] {
    guard case .vatBreakdown(let rows) = value else { return [single(value)] }
    return rows.map { row in
      let rate = decimal(row.vatRate.plainText)
      return "\(rate) %: \(amount(row.taxableAmount)) → \(amount(row.vatAmount))"
    }
  }

  private func single(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .date(let day): date(day)
    case .amount(let money): amount(money)
    case .flag(let flag): flag ? "✓" : "–"
    case .vatBreakdown(let rows): String(rows.count)
    case .lines(let rows): String(rows.count)
    }
  }
}

extension Phrases {
  /// Why a file waits in the inbox, by the code of `InboxNotice`.
  func inboxReason(_ code: String) -> String {
    switch code {
    case "being-written": say("inbox-being-written")
    case "empty": say("inbox-empty")
    case "cut-off": say("inbox-cut-off")
    case "not-taken": say("inbox-not-taken")
    default: code
    }
  }

  /// A problem as the contract writes it.
  func json(of problem: Problem) -> JSON {
    [
      "kind": .text(problem.kind.rawValue), "code": .text(problem.code),
      "message": .text(message(problem)), "remedy": .text(remedy(problem)),
    ]
  }

  /// A finding as the contract writes it.
  func json(of finding: Finding) -> JSON {
    [
      "severity": .text(finding.severity.rawValue), "code": .text(finding.code),
      "field": .optional(finding.field?.name), "message": .text(message(finding)),
      "remedy": .text(remedy(finding)),
    ]
  }

  /// An event of a history.
  func json(of record: AuditRecord) -> JSON {
    [
      "at": .text(record.at), "actor": .text(record.actor), "action": .text(record.action),
      "message": .text(event(record)),
    ]
  }
}
