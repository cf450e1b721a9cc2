// OwnFields.swift — what a supplier's own rule file undertakes to find.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

extension RuleBook {
  /// The fields for which a supplier's rule file that applies to a document has rules of its own.
  package func ownFields(of document: Document) -> Set<FieldName> {
    let segments = document.pages.map { PageLayout($0) }.flatMap(\.segments)
    return Set(sellers.profiles(on: segments).flatMap(\.rules).map(\.field.name))
  }
}
