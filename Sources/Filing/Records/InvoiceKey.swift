// InvoiceKey.swift — the normal forms by which two invoices are the same.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// The normal forms by which an invoice is found again: who, which number, when, how much.
package struct InvoiceKey: Hashable, Sendable {
  /// "FR" and SIREN, else the VAT id, else the legal id, else the folded name; nil when none is known.
  package let seller: String?
  /// The folded name of the seller, for pages on which no identifier could be read.
  package let sellerName: String?
  /// Letters and digits.
  package let iban: String?
  /// `ReferenceKey.skeleton` of the invoice number.
  package let number: String?
  package let issueDate: CalendarDate?
  package let total: Money?
  /// `ReferenceKey.skeleton` of the order's number (BT-13).
  package let order: String?
  /// BT-3; a credit note never repeats an invoice.
  package let invoiceType: String

  /// The keys of these fields.
  package init(_ draft: Draft) {
    seller = Self.sellerKey(draft)
    sellerName = draft[.sellerName].map(lettersAndDigits).flatMap { $0.isEmpty ? nil : $0 }
    iban = draft[.iban].map(lettersAndDigits).flatMap { $0.isEmpty ? nil : $0 }
    number = draft[.invoiceNumber].map(ReferenceKey.skeleton(of:)).flatMap { $0.isEmpty ? nil : $0 }
    order = draft[.purchaseOrder].map(ReferenceKey.skeleton(of:)).flatMap { $0.isEmpty ? nil : $0 }
    issueDate = draft[.issueDate]
    total = draft[.totalWithVAT]
    invoiceType = draft[.invoiceType] ?? "380"
  }

  private static func sellerKey(_ draft: Draft) -> String? {
    let vatID = draft[.sellerVATID].map(lettersAndDigits)
    let legalID = draft[.sellerLegalID].map(lettersAndDigits)
    if let siren = vatID.flatMap(sirenOfVATID) ?? legalID.flatMap(sirenOfLegalID) {
      return "FR" + siren
    }
    let keys = [vatID, legalID, draft[.sellerName].map(lettersAndDigits)]
    return keys.compactMap { $0 }.first { !$0.isEmpty }
  }

  /// A French VAT id is FR, a key of two characters and the SIREN (CGI, article 286 ter).
  private static func sirenOfVATID(_ text: String) -> String? {
    guard text.hasPrefix("FR"), text.utf8.count == 13 else { return nil }
    return digits(text.suffix(9))
  }

  /// A SIREN has nine digits, a SIRET begins with it and has fourteen.
  private static func sirenOfLegalID(_ text: String) -> String? {
    guard [9, 14].contains(text.utf8.count), digits(text[...]) != nil else { return nil }
    return String(text.prefix(9))
  }

  private static func digits(_ text: Substring) -> String? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? String(text) : nil
  }
}

/// An invoice that looks like another one.
package struct InvoiceTwin: Hashable, Sendable {
  package let id: Int64
  package let documentNumber: Int64
  package let state: InvoiceState
  /// The number as it is printed.
  package let number: String?
  package let issueDate: CalendarDate?
  package let total: Money?
  /// By which way its document came.
  package let arrival: ArrivalChannel
}
