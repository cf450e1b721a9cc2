// SignedTotal.swift — what an invoice adds to a sum.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing

extension InvoiceSummary {
  /// The total with VAT, that of a credit note below zero; nil when it is not known.
  var signedTotal: Money? { total?.signed(byType: invoiceType) }
}

extension Money {
  /// What an amount of an invoice of this type (BT-3) adds to a sum: a credit note (381) takes away.
  func signed(byType invoiceType: String) -> Money {
    invoiceType == "381" ? Money(minorUnits: 0, currency: currency) - self : self
  }
}
