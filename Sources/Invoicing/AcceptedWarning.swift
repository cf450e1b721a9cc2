// AcceptedWarning.swift — warnings that people get tired of (domain: §6, precision guard).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A warning about a supplier's invoices, with what must be the same to be the same warning.
package struct WarningKey: Hashable, Sendable, Codable {
  package let code: String
  /// The identifier, the rate or the limit that it is about; empty where none is told.
  package let detail: String

  package init(code: String, detail: String) {
    self.code = code
    self.detail = detail
  }

  /// So often a person must have accepted it before it is a note.
  package static let tolerance = 3
}

extension Finding {
  /// The warnings that may become notes, with the arguments that must be the same.
  ///
  /// Not what reading doubts, not whom and to which account is paid, not what is odd about one invoice
  /// alone, as its amount: those stay warnings for ever.
  private static let dismissible: [String: [String]] = [
    "due-before-issue": [], "identifiers-disagree": ["vat_id", "legal_id"],
    "legal-id-invalid": ["legal_id"], "not-from-platform": [], "number-out-of-sequence": [],
    "number-reused": [], "order-price-differs": [],
    "split-below-approval-limit": ["limit", "currency"], "vat-despite-exemption": ["category"],
    "vat-id-invalid": ["vat_id"], "vat-rate-unlawful": ["rate"],
  ]

  /// What it is known by when people accept it; nil for one that stays what it is.
  package var warningKey: WarningKey? {
    guard severity == .warning || isNoteOnly, let names = Self.dismissible[code] else { return nil }
    return WarningKey(code: code, detail: names.compactMap { arguments[$0] }.joined(separator: " "))
  }

  /// Whether it is a note only because people accepted it often enough.
  package var isNoteOnly: Bool { arguments["accepted"] != nil }

  /// The same as a note where people accepted it so often for this supplier, else as a warning.
  package func weighed(by accepted: [WarningKey: Int]) -> Finding {
    let plain = arguments.filter { $0.key != "accepted" }
    guard let key = warningKey else { return self }
    guard let count = accepted[key], count >= WarningKey.tolerance else {
      return Finding(.warning, code, field: field, plain)
    }
    let arguments = plain.merging(["accepted": String(count)]) { first, _ in first }
    return Finding(.info, code, field: field, arguments)
  }
}
