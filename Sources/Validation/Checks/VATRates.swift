// VATRates.swift — rates that are in force where the seller is (domain: F11).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Every rate above zero was in force in the seller's country about the day of the invoice.
  ///
  /// A foreign seller may charge the VAT of our country: that is no fault either.
  static let vatRates = Check(name: "VATRates") { checked in
    guard let rows = checked.draft[.vatBreakdown], let country = checked.draft[.sellerCountry],
      let lawful = LawfulVATRates.rates(of: country, on: checked.draft[.issueDate])
    else { return [] }
    let ours = checked.company?.siren == nil ? nil : "FR"
    let also = ours.flatMap { LawfulVATRates.rates(of: $0, on: checked.draft[.issueDate]) } ?? []
    let unlawful = rows.map(\.vatRate).first { rate in
      rate.hundredthsOfPercent > 0 && !lawful.contains(rate) && !also.contains(rate)
    }
    return unlawful.map { rate in
      [
        Finding(
          .warning,
          "vat-rate-unlawful",
          field: Field.vatBreakdown.name,
          ["rate": rate.plainText, "country": country]
        )
      ]
    } ?? []
  }
}
