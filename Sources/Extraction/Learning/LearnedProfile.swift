// LearnedProfile.swift — the rule file of a seller, made from its invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What was learned about a seller.
package struct LearnedProfile: Sendable {
  /// "learned/FR40303265045", "suppliers/menuiserie-castanet".
  package let name: String
  /// The text of its rule file, for people to read.
  package let text: String
  /// What its example calls the sample, from the folder of the file; nil where it has no example.
  package let sample: String?
  /// The fields that it has rules for, in the order in which people read an invoice.
  package let fields: [FieldName]
  /// Fields for which the invoices contradict what could be learned.
  package let dropped: [FieldName]
  /// Fields whose value the example promises.
  package let readBack: [FieldName]
  /// Fields of the sample whose confirmed value no rule finds.
  package let missed: [FieldName]
}

/// How the rule file of a seller begins, and what it may end with.
struct ProfileForm {
  let name: String
  /// Lines of a comment, without "#".
  let head: [String]
  let seller: SellerMark
  /// The document that becomes its example, or nil.
  var sample: String?

  /// The text of the rule file with its comments; `readBack` is what the example promises.
  func text(
    rules: [LearnedRule],
    reviewed: [ReviewedInvoice],
    readBack: [FieldName: FieldValue] = [:]
  ) -> String {
    var lines = head.map { "# " + $0 } + ["profile: \(name)"]
    lines.append("# It applies where one of these numbers is printed; where none is, by the name.")
    lines.append("seller:")
    if let name = seller.name { lines.append("  name: \(quoted(name))") }
    if let id = seller.vatID { lines.append("  vat_id: \(quoted(id))") }
    if let id = seller.siren { lines.append("  siren: \(quoted(id))") }
    if let id = seller.legalID { lines.append("  legal_id: \(quoted(id))") }
    if !seller.ibans.isEmpty { lines.append("  ibans: [\(Self.list(seller.ibans))]") }
    if !seller.names.isEmpty { lines.append("  names: [\(Self.list(seller.names))]") }
    if !rules.isEmpty { lines.append("fields:") }
    for field in FieldDefinition.all {
      let own = rules.filter { $0.field == field }
      guard !own.isEmpty else { continue }
      let seen = reviewed.compactMap { $0.draft[name: field.name]?.value.seen }
      if !seen.isEmpty { lines.append("  # seen: " + seen.prefix(4).joined(separator: "; ")) }
      lines.append("  \(field.name.name):")
      lines += own.map { "    - " + $0.yaml }
    }
    lines += example(readBack)
    return lines.joined(separator: "\n") + "\n"
  }

  private func example(_ readBack: [FieldName: FieldValue]) -> [String] {
    guard let sample, !readBack.isEmpty else { return [] }
    let fields = FieldDefinition.all.compactMap { field in
      readBack[field.name]?.promised.map { "      \(field.name.name): \($0)" }
    }
    return [
      "# facturier rules test reads the sample and expects these values.",
      "examples:",
      "  - sample: \(quoted(sample))",
      "    fields:",
    ] + fields
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

  /// The value of an example.
  fileprivate var promised: String? {
    switch self {
    case .text(let text): quoted(text)
    case .date(let date): date.description
    case .amount(let amount): amount.plainText
    case .flag(let flag): flag ? "true" : "false"
    case .vatBreakdown, .lines: nil
    }
  }
}
