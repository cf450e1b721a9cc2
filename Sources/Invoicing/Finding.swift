// Finding.swift — something to tell the reader of a document.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How much a finding weighs.
package enum Severity: String, Hashable, Sendable, Codable, Comparable {
  case info, warning, blocking

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .blocking: 2
    }
  }
}

/// Something to tell the reader of this document; work goes on.
///
/// It carries a code and arguments; the sentence and the remedy are rendered from the catalogue of
/// the reader's language (target Wording).
package struct Finding: Hashable, Sendable, Codable {
  package let severity: Severity
  /// Stable, kebab-case; of a norm's rule its own name: "BR-CO-15".
  package let code: String
  package let field: FieldName?
  /// What the sentence is filled with, by name.
  package let arguments: [String: String]

  package init(
    _ severity: Severity,
    _ code: String,
    field: FieldName? = nil,
    _ arguments: [String: String] = [:]
  ) {
    self.severity = severity
    self.code = code
    self.field = field
    self.arguments = arguments
  }
}
