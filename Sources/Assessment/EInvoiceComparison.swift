// EInvoiceComparison.swift — whether an e-invoice and its printed pages say the same.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Compares an e-invoice with the pages that come with it.
///
/// People look at the pages and software books the file: whoever makes them differ can have another
/// account paid than the one that was checked.
struct EInvoiceComparison {
  let invoice: Draft
  let printed: Draft
  let pages: [Page]

  /// What must agree: the terms that money moves by.
  private static let compared: [FieldName] = [
    Field.invoiceNumber.name, Field.issueDate.name, Field.dueDate.name,
    Field.sellerVATID.name, Field.iban.name, Field.totalWithoutVAT.name, Field.totalVAT.name,
    Field.totalWithVAT.name, Field.amountDue.name,
  ]

  /// A value that was read on the page with less may be misread.
  static let trusted = Confidence(permille: 950)

  /// Blocking findings `e-invoice-differs-from-page`, one for each field.
  func findings() -> [Finding] {
    differences().map { name, told in
      Finding(.blocking, "e-invoice-differs-from-page", field: name, told)
    }
  }

  /// Blocking findings `code-differs-from-page`, one for each field: what a code on the page says.
  func findingsOfCodes() -> [Finding] {
    let more = [
      Field.currency.name, Field.invoiceType.name, Field.buyerVATID.name,
      Field.paymentReference.name,
    ]
    return differences(besides: more).map { name, told in
      Finding(.blocking, "code-differs-from-page", field: name, told)
    }
  }

  private func differences(
    besides more: [FieldName] = []
  ) -> [(FieldName, [String: String])] {
    (Self.compared + more).compactMap { name in
      guard let told = invoice[name: name], let seen = printed[name: name],
        key(told.value) != key(seen.value)
      else { return nil }
      guard seen.evidence.confidence >= Self.trusted || !isPrinted(told.value) else { return nil }
      return (name, ["told": text(told.value), "page": text(seen.value)])
    }
  }

  /// What two values are compared by.
  func key(_ value: FieldValue) -> String {
    if case .text(let text) = value { return asciiLettersAndDigits(text) }
    return text(value)
  }

  private func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .date(let date): "\(date)"
    case .amount(let amount): amount.plainText
    case .flag, .vatBreakdown, .lines: ""
    }
  }

  /// Whether the pages show a value somewhere; a date has too many forms to look for.
  private func isPrinted(_ value: FieldValue) -> Bool {
    switch value {
    case .amount(let amount): pages.show(amount)
    case .text(let text): pages.show(text)
    default: true
    }
  }
}
