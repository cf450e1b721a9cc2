// DocumentType.swift — what a document is, as far as accounts payable care.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What a document is.
///
/// Only invoices (credit notes among them) are filed for payment.
package enum DocumentType: String, Hashable, Sendable, Codable, CaseIterable {
  case invoice
  case letter
  case deliveryNote = "delivery_note"
  case quote
  case reminder
  case statement
  case order
  /// What a plateforme agréée says has become of an invoice.
  case lifecycleMessage = "lifecycle_message"
  case blank
  case other
}
