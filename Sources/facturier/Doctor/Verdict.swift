// Verdict.swift — what one check of `doctor` found.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// What one check of `doctor` found.
enum Verdict: Equatable, Sendable {
  /// As it should be; a fact to show.
  case good(String)
  /// It works, and could be better.
  case doubtful(Problem)
  case bad(Problem)

  var isFailure: Bool {
    if case .bad = self { true } else { false }
  }

  /// The line on the screen; a remedy follows on a line of its own.
  func line(_ name: String, _ phrases: Phrases, _ style: Style) -> String {
    let title = phrases.say("doctor-" + name)
    let words = [
      phrases.say("verdict-good"), phrases.say("verdict-doubtful"), phrases.say("verdict-bad"),
    ]
    let width = (words.map(\.count).max() ?? 0) + 1
    func marked(_ word: String) -> String {
      word + String(repeating: " ", count: width - word.count)
    }
    switch self {
    case .good(let fact):
      return style.green(marked(words[0])) + title
        + (fact.isEmpty ? "" : "  " + displayText(fact))
    case .doubtful(let problem):
      return style.yellow(marked(words[1])) + title + told(problem, phrases, indent: width)
    case .bad(let problem):
      return style.red(marked(words[2])) + title + told(problem, phrases, indent: width)
    }
  }

  private func told(_ problem: Problem, _ phrases: Phrases, indent: Int) -> String {
    let remedy = phrases.remedy(problem)
    let blanks = String(repeating: " ", count: indent)
    return "  " + displayText(phrases.message(problem))
      + (remedy.isEmpty ? "" : "\n" + blanks + displayText(remedy))
  }

  func json(_ name: String, _ phrases: Phrases) -> JSON {
    switch self {
    case .good(let fact): ["check": .text(name), "verdict": "ok", "fact": .text(fact)]
    case .doubtful(let problem):
      ["check": .text(name), "verdict": "warning", "problem": phrases.json(of: problem)]
    case .bad(let problem):
      ["check": .text(name), "verdict": "failed", "problem": phrases.json(of: problem)]
    }
  }
}

/// One check: its name, "doctor-NAME" in the catalogue, and what it does.
struct Examination: Sendable {
  let name: String
  let examine: @Sendable (Session) async -> Verdict
}

/// Every check, in the order in which they are shown.
enum Examinations {
  static let all: [Examination] = [
    .clock, .reader, .sandbox, .languages, .folders, .disk, .inbox, .mount, .watches, .rules,
    .register, .daemon,
  ]
}
