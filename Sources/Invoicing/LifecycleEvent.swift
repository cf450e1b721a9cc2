// LifecycleEvent.swift — what a plateforme agréée says has become of an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A status in the life of an invoice, as a message of a plateforme agréée tells it (UN/CEFACT CDAR
/// D22B, AFNOR XP Z12-012).
package struct LifecycleEvent: Hashable, Sendable, Codable {
  /// The number of the invoice (BT-1) as it is written.
  package let invoiceNumber: String
  /// The SIREN of the seller; nil when the message does not tell it.
  package let sellerSIREN: String?
  /// The day of issue of the invoice.
  package let issueDate: CalendarDate?
  /// MDT-105: "200" deposited … "205" approved, "210" refused, "212" cashed.
  package let status: String
  /// When, as ISO 8601 without zone, to the day or to the second; "" when the message does not say.
  package let at: String
  /// MDT-113: "DOUBLON", "TX_TVA_ERR"; "" without one.
  package let reason: String

  package init(
    invoiceNumber: String,
    sellerSIREN: String?,
    issueDate: CalendarDate?,
    status: String,
    at: String,
    reason: String
  ) {
    self.invoiceNumber = invoiceNumber
    self.sellerSIREN = sellerSIREN
    self.issueDate = issueDate
    self.status = status
    self.at = at
    self.reason = reason
  }
}

/// What a status means for who has to pay.
package enum LifecycleMeaning: Hashable, Sendable {
  /// It goes its way.
  case underway
  /// Somebody objects to it.
  case contested
  /// Refused, rejected or cancelled: it is no invoice any more.
  case ended
  /// Paid or cashed.
  case paid
}

extension LifecycleEvent {
  package var meaning: LifecycleMeaning {
    switch status {
    case "206", "207", "208": .contested
    case "210", "213", "220", "501": .ended
    case "211", "212": .paid
    default: .underway
    }
  }
}
