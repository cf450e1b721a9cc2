// Fields.swift — every field of an invoice: a new one is one line in each list here.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Field where Value == String {
  package static var invoiceNumber: Self { Self("invoice_number") }
  /// 380 invoice, 381 credit note, 386 prepayment invoice (UNTDID 1001).
  package static var invoiceType: Self { Self("invoice_type") }
  /// BT-23 of the French reform: "B1", "S2"; the letter tells goods, services or both.
  package static var businessProcess: Self { Self("business_process") }
  /// ISO 4217.
  package static var currency: Self { Self("currency") }
  package static var purchaseOrder: Self { Self("purchase_order") }
  package static var precedingInvoice: Self { Self("preceding_invoice") }
  package static var sellerName: Self { Self("seller_name") }
  /// SIRET or SIREN in France; HRB, KBO, KvK, CRN, REA, NIF, EIN elsewhere.
  package static var sellerLegalID: Self { Self("seller_legal_id") }
  /// With the country's prefix.
  package static var sellerVATID: Self { Self("seller_vat_id") }
  /// ISO 3166-1 alpha-2.
  package static var sellerCountry: Self { Self("seller_country") }
  package static var buyerName: Self { Self("buyer_name") }
  package static var buyerVATID: Self { Self("buyer_vat_id") }
  package static var paymentReference: Self { Self("payment_reference") }
  package static var iban: Self { Self("iban") }
  /// goods, services or mixed.
  package static var nature: Self { Self("nature") }
}

extension Field where Value == CalendarDate {
  package static var issueDate: Self { Self("issue_date") }
  package static var dueDate: Self { Self("due_date") }
  package static var supplyDate: Self { Self("supply_date") }
  package static var periodStart: Self { Self("period_start") }
  package static var periodEnd: Self { Self("period_end") }
}

extension Field where Value == Bool {
  /// VAT is due on the invoice, not on its payment (CGI article 269, 2-c).
  package static var vatOnDebits: Self { Self("vat_on_debits") }
}

extension Field where Value == Money {
  package static var totalWithoutVAT: Self { Self("total_without_vat") }
  package static var totalVAT: Self { Self("total_vat") }
  package static var totalWithVAT: Self { Self("total_with_vat") }
  package static var prepaid: Self { Self("prepaid") }
  package static var amountDue: Self { Self("amount_due") }
}

extension Field where Value == [VATBreakdownLine] {
  package static var vatBreakdown: Self { Self("vat_breakdown") }
}

extension Field where Value == [InvoiceLine] {
  package static var lines: Self { Self("lines") }
}

extension FieldDefinition {
  /// Every field, in the order in which people read an invoice.
  package static let all: [FieldDefinition] = [
    FieldDefinition(Field.invoiceNumber.name, .identifier, "BT-1"),
    FieldDefinition(Field.issueDate.name, .date, "BT-2"),
    FieldDefinition(Field.invoiceType.name, .code, "BT-3"),
    FieldDefinition(Field.businessProcess.name, .code, "BT-23"),
    FieldDefinition(Field.currency.name, .code, "BT-5"),
    FieldDefinition(Field.dueDate.name, .date, "BT-9"),
    FieldDefinition(Field.purchaseOrder.name, .identifier, "BT-13"),
    FieldDefinition(Field.precedingInvoice.name, .identifier, "BT-25"),
    FieldDefinition(Field.sellerName.name, .text, "BT-27"),
    FieldDefinition(Field.sellerLegalID.name, .identifier, "BT-30"),
    FieldDefinition(Field.sellerVATID.name, .identifier, "BT-31"),
    FieldDefinition(Field.sellerCountry.name, .code, "BT-40"),
    FieldDefinition(Field.buyerName.name, .text, "BT-44"),
    FieldDefinition(Field.buyerVATID.name, .identifier, "BT-48"),
    FieldDefinition(Field.supplyDate.name, .date, "BT-72"),
    FieldDefinition(Field.periodStart.name, .date, "BT-73"),
    FieldDefinition(Field.periodEnd.name, .date, "BT-74"),
    FieldDefinition(Field.paymentReference.name, .identifier, "BT-83"),
    FieldDefinition(Field.iban.name, .identifier, "BT-84"),
    FieldDefinition(Field.totalWithoutVAT.name, .amount, "BT-109"),
    FieldDefinition(Field.totalVAT.name, .amount, "BT-110"),
    FieldDefinition(Field.totalWithVAT.name, .amount, "BT-112"),
    FieldDefinition(Field.prepaid.name, .amount, "BT-113"),
    FieldDefinition(Field.amountDue.name, .amount, "BT-115"),
    FieldDefinition(Field.vatBreakdown.name, .vatBreakdown, "BG-23"),
    FieldDefinition(Field.lines.name, .lines, "BG-25"),
    FieldDefinition(Field.nature.name, .code, ""),
    FieldDefinition(Field.vatOnDebits.name, .flag, ""),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The definition of this name, or nil when there is no such field.
  package static func named(_ name: FieldName) -> FieldDefinition? { byName[name] }
}
