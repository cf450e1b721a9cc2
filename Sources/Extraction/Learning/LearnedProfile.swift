// LearnedProfile.swift — the rule file of a seller, made from its reviewed invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What was learned about a seller.
package struct LearnedProfile: Sendable {
  /// "learned/FR40303265045".
  package let name: String
  /// The text of its rule file, for people to read.
  package let text: String
  /// The fields that it has rules for, in the order in which people read an invoice.
  package let fields: [FieldName]
  /// Fields for which the reviewed invoices contradict what could be learned.
  package let dropped: [FieldName]
}

extension LearnedProfile {
  /// The text of a rule file with its comments.
  static func text(
    name: String,
    seller: SellerMark,
    rules: [LearnedRule],
    reviewed: [ReviewedInvoice]
  ) -> String {
    let ids = reviewed.map { "#\($0.id)" }.joined(separator: ", ")
    var lines = [
      "# Learned by Facturier from the reviewed invoices \(ids). It is written anew when another one of",
      "# this seller is approved. To make it yours, move it to ../suppliers/: there nothing is changed",
      "# by itself. What the keys mean stands in the README.md of the shipped rules.",
      "profile: \(name)",
      "# It applies where one of these numbers is printed; where none is, by the name.",
      "seller:",
    ]
    if let name = seller.name { lines.append("  name: \(quoted(name))") }
    if let id = seller.vatID { lines.append("  vat_id: \(quoted(id))") }
    if let id = seller.siren { lines.append("  siren: \(quoted(id))") }
    if let id = seller.legalID { lines.append("  legal_id: \(quoted(id))") }
    if !seller.ibans.isEmpty { lines.append("  ibans: [\(list(seller.ibans))]") }
    if !seller.names.isEmpty { lines.append("  names: [\(list(seller.names))]") }
    if !rules.isEmpty { lines.append("fields:") }
    for field in FieldDefinition.all {
      let own = rules.filter { $0.field == field }
      guard !own.isEmpty else { continue }
      let seen = reviewed.compactMap { $0.draft[name: field.name]?.value.seen }
      if !seen.isEmpty { lines.append("  # seen: " + seen.prefix(4).joined(separator: "; ")) }
      lines.append("  \(field.name.name):")
      lines += own.map { "    - " + $0.yaml }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ texts: [String]) -> String {
    texts.map(quoted).joined(separator: ", ")
  }
}

extension FieldValue {
  /// The value in a comment.
  fileprivate var seen: String? {
    switch self {
    case .text(let text): String(text.filter { !$0.isNewline }.prefix(60))
    case .date(let date): date.description
    case .amount(let amount): amount.plainText
    case .flag, .vatBreakdown, .lines: nil
    }
  }
}
