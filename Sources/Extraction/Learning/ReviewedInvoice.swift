// ReviewedInvoice.swift — an invoice that a person has looked at: an example to learn from.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// An invoice that a person has approved, with the pages it stands on.
package struct ReviewedInvoice: Sendable {
  /// Its number in the register, for comments in the learned file.
  package let id: Int64
  package let document: Document
  package let draft: Draft
  package let receivedOn: CalendarDate

  package init(id: Int64, document: Document, draft: Draft, receivedOn: CalendarDate) {
    self.id = id
    self.document = document
    self.draft = draft
    self.receivedOn = receivedOn
  }
}

/// Who sells, by what identifies it: the same seller has one of them in common.
package struct SellerKey: Hashable, Sendable {
  private let ids: Set<String>
  private let name: String

  /// The seller of a draft; nil where it says nothing about it.
  package init?(_ draft: Draft) {
    ids = Set(
      [
        draft[.sellerVATID],
        draft[.sellerLegalID].map { $0.count == 14 ? String($0.prefix(9)) : $0 },
      ]
      .compactMap { $0 }.map(lettersAndDigits).filter { $0.count >= 5 }
    )
    name = draft[.sellerName].map { CompanyName.key($0).sorted().joined(separator: " ") } ?? ""
    if ids.isEmpty, name.isEmpty { return nil }
  }

  /// Whether both are one seller: by an identifier, or by the name where one of them has none.
  package func isSame(as other: SellerKey) -> Bool {
    if !ids.isDisjoint(with: other.ids) { return true }
    return (ids.isEmpty || other.ids.isEmpty) && !name.isEmpty && name == other.name
  }
}
