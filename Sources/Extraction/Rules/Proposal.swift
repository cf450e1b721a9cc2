// Proposal.swift — a value that something else than our rules found on the pages.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A value that something else than our rules found on the pages, as a template of invoice2data does.
///
/// It takes part in the joint choice: a supplier's own rules rank before it, general rules after it.
package struct Proposal: Hashable, Sendable {
  package let field: FieldName
  package let value: FieldValue
  /// From 1.
  package let page: Int
  package let box: Box
  /// As it is printed.
  package let text: String
  package let rule: RuleID

  package init(
    field: FieldName,
    value: FieldValue,
    page: Int,
    box: Box,
    text: String,
    rule: RuleID
  ) {
    self.field = field
    self.value = value
    self.page = page
    self.box = box
    self.text = text
    self.rule = rule
  }

  /// Over general rules, under those of the supplier.
  static let weight = 955

  /// The candidate, believed as much as recognition does the words inside its box.
  func candidate(on pages: [PageLayout]) -> Candidate {
    let words = pages.first { $0.page.number == page }?.page.words ?? []
    let reading = words.filter { box.holdsMiddle(of: $0.box) }.map(\.confidence).min()
    return Candidate(
      value: value,
      weight: Self.weight,
      page: page,
      box: box,
      text: text,
      rule: rule,
      reading: reading ?? .certain
    )
  }
}
