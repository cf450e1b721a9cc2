// EInvoiceRule.swift — a rule of EN 16931 under its own name.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A rule that an e-invoice must keep, under the name that its norm gives it: "BR-CO-15".
struct EInvoiceRule: Sendable {
  let id: String
  /// The field that it is about, if it fills one.
  let field: FieldName?
  /// What breaks it, for its sentence; nil where it holds.
  let breach: @Sendable (RuledInvoice) -> [String: String]?

  init(
    _ id: String,
    field: FieldName? = nil,
    breach: @escaping @Sendable (RuledInvoice) -> [String: String]?
  ) {
    self.id = id
    self.field = field
    self.breach = breach
  }

  /// A rule that holds or not.
  static func condition(
    _ id: String,
    field: FieldName? = nil,
    _ holds: @escaping @Sendable (RuledInvoice) -> Bool
  ) -> EInvoiceRule {
    EInvoiceRule(id, field: field) { holds($0) ? nil : [:] }
  }

  /// A term that must be there.
  static func wanted(_ id: String, _ term: String) -> EInvoiceRule {
    let field = FieldDefinition.all.first { $0.term == term }?.name
    return .condition(id, field: field) { $0[term] != nil }
  }

  /// What every line must keep; told is the first that does not {line}.
  static func everyLine(
    _ id: String,
    _ holds: @escaping @Sendable (RuledInvoice.Line) -> Bool
  ) -> EInvoiceRule {
    EInvoiceRule(id, field: Field.lines.name) { invoice in
      invoice.lines.firstIndex { !holds($0) }.map { index in
        let line = invoice.lines[index].id
        return ["line": line.isEmpty ? String(index + 1) : line]
      }
    }
  }

  /// Two amounts {told, expected} that must be equal; nil: nothing to compare.
  ///
  /// - `parts` counts the amounts that are added up.
  static func equal(
    _ id: String,
    field: FieldName? = nil,
    parts: @escaping @Sendable (RuledInvoice) -> Int = { _ in 1 },
    _ amounts: @escaping @Sendable (RuledInvoice) -> (told: DecimalSum, expected: DecimalSum)?
  ) -> EInvoiceRule {
    EInvoiceRule(id, field: field) { invoice in
      guard let (told, expected) = amounts(invoice) else { return nil }
      let allowed = invoice.isExtended ? max(1, parts(invoice)) : 0
      guard (told - expected).magnitude > DecimalSum(cents: allowed) else { return nil }
      return ["told": told.plainText, "expected": expected.plainText]
    }
  }
}

/// Every rule, by the group in which it is checked.
enum EInvoiceRules {
  /// Those that bind this invoice.
  static func binding(_ invoice: RuledInvoice) -> [EInvoiceRule] {
    if invoice.isBeforeTheNorm { return sums }
    var rules = presence + sums
    if !invoice.isMinimum { rules += breakdown + categories.flatMap(\.rules) }
    if !invoice.isWithoutLines { rules += lines }
    return invoice.isOfFrenchReform ? rules + french : rules
  }
}

extension EInvoice {
  /// Warnings about the rules that a file breaks, each under the rule's own name: "BR-CO-15".
  ///
  /// They are those of EN 16931 and of the French reform. What is wrong with the money itself is also
  /// told by the checks of every invoice.
  static func brokenRules(syntax: EInvoiceSyntax, root: MarkupElement) -> [Finding] {
    let invoice = RuledInvoice(syntax: syntax, root: root)
    return EInvoiceRules.binding(invoice).compactMap { rule in
      rule.breach(invoice).map { Finding(.warning, rule.id, field: rule.field, $0) }
    }
  }
}
