// Catalogue.swift — codes and arguments made into sentences for people.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What is wrong, and what a person can do about it.
package struct Sentence: Hashable, Sendable {
  package let message: String
  /// Empty when there is nothing to do.
  package let remedy: String

  init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}

/// The sentences of a language, by code; `{name}` stands for an argument.
package struct Catalogue: Sendable {
  package let language: Language
  private let problems: [String: Sentence]
  private let findings: [String: Sentence]
  private let reasons: [String: String]

  package init(_ language: Language) {
    self.language = language
    switch language {
    case .english:
      (problems, findings, reasons) = (
        Self.englishProblems, Self.englishFindings, Self.englishReasons
      )
    case .french:
      (problems, findings, reasons) = (Self.frenchProblems, Self.frenchFindings, Self.frenchReasons)
    }
  }

  /// The codes that have a sentence, problems and findings and match reasons together.
  var codes: Set<String> { Set(problems.keys).union(findings.keys).union(reasons.keys) }

  /// The sentence of a problem; its code and arguments when the catalogue has none.
  package func sentence(for problem: Problem) -> Sentence {
    sentence(problems[problem.code], code: problem.code, arguments: problem.arguments)
  }

  /// The sentence of a finding; its code and arguments when the catalogue has none.
  package func sentence(for finding: Finding) -> Sentence {
    sentence(findings[finding.code], code: finding.code, arguments: finding.arguments)
  }

  /// The clause of a reason with its bits: "amount equal, 3 entries have it (+13.2)".
  package func clause(for reason: MatchReason) -> String {
    let template = reasons[reason.code] ?? reason.code
    let sign = reason.deciBits < 0 ? "-" : "+"
    let bits = "\(sign)\(abs(reason.deciBits) / 10).\(abs(reason.deciBits) % 10)"
    return filled(template, reason.arguments) + " (\(bits))"
  }

  private func sentence(
    _ template: Sentence?,
    code: String,
    arguments: [String: String]
  ) -> Sentence {
    guard let template else {
      let pairs = arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      return Sentence(([code] + pairs).joined(separator: ", "), remedy: "")
    }
    var named = arguments
    if let field = arguments["field"] {
      named["field"] = FieldNames.name(of: FieldName(field), in: language)
    }
    return Sentence(
      filled(template.message, named),
      remedy: filled(template.remedy, named)
    )
  }

  /// The template with its arguments; one that is not given is left out.
  private func filled(_ template: String, _ arguments: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += arguments[String(rest[rest.index(after: open)..<close])] ?? "?"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
