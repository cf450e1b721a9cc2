// Premises.swift — everything an assessment depends on.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Extraction
package import Invoicing
package import Templates

/// Everything an assessment depends on, beside the document and what people decided.
///
/// Nothing else may influence it.
package struct Premises: Sendable {
  package let rules: RuleBook
  /// Templates of invoice2data; the first that applies takes part in the choice.
  package let templates: TemplateBook
  /// Who we are; nil turns the checks of the buyer off.
  package let company: Company?
  package let suppliers: [Supplier]
  package let receivedOn: CalendarDate

  package init(
    rules: RuleBook,
    templates: TemplateBook = .empty,
    company: Company?,
    suppliers: [Supplier],
    receivedOn: CalendarDate
  ) {
    self.rules = rules
    self.templates = templates
    self.company = company
    self.suppliers = suppliers
    self.receivedOn = receivedOn
  }

  /// Raised when the code of extraction or validation changes what it finds.
  private static let codeVersion = 7

  /// What an assessment was made with: it is stale when this differs.
  ///
  /// The day of receipt belongs to the document, not to the premises of all.
  package var key: String {
    let suppliersKey = suppliers.map { "\($0)" }.joined(separator: ";")
    let companyKey = company.map { "\($0)" } ?? ""
    let others = fingerprint([suppliersKey, companyKey, templates.version])
    return "\(Self.codeVersion)/\(rules.version)/\(others)"
  }
}
