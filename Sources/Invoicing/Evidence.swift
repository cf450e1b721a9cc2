// Evidence.swift — where a value comes from, and who says so.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The rule that proposed a value: "generic/fr/invoice_number", "supplier/ovh/iban", "arithmetic".
package struct RuleID: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral {
  package let path: String

  package init(_ path: String) { self.path = path }
  package init(stringLiteral path: String) { self.path = path }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.path < right.path }

  package init(from decoder: any Decoder) throws {
    path = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(path)
  }
}

/// Where a value comes from, and who says so.
package struct Evidence: Hashable, Sendable, Codable {
  /// How a value came about.
  package enum Origin: Hashable, Sendable, Codable {
    /// Words of a page (from 1) inside a box.
    case printed(page: Int, box: Box)
    /// An element of an e-invoice, by its path in the file.
    case structured(path: String)
    /// A bar code or QR code ("qr", "code-128") on a page (from 1).
    case code(kind: String, page: Int, box: Box)
    /// A header field of the mail that brought the document: "From".
    case mail(header: String)
    /// Calculated from other fields, or known from the supplier master or the configuration.
    case computed(from: [FieldName])
    /// A person said so.
    case entered(by: String)
  }

  package let origin: Origin
  /// The text as it stands on the page, before it was read as a value.
  package let text: String
  package let rule: RuleID
  package let confidence: Confidence

  package init(origin: Origin, text: String, rule: RuleID, confidence: Confidence) {
    self.origin = origin
    self.text = text
    self.rule = rule
    self.confidence = confidence
  }

  /// The same evidence, believed so much.
  package func with(confidence: Confidence) -> Evidence {
    Evidence(origin: origin, text: text, rule: rule, confidence: confidence)
  }
}

/// A value with its evidence, and what it could have been instead (the likeliest first).
package struct Extracted<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  package let value: Value
  package let evidence: Evidence
  package let alternatives: [Extracted<Value>]

  package init(value: Value, evidence: Evidence, alternatives: [Extracted<Value>] = []) {
    self.value = value
    self.evidence = evidence
    self.alternatives = alternatives
  }
}
