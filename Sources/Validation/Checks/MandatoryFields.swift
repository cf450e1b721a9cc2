// MandatoryFields.swift — what an invoice cannot be booked without.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Number, date, seller and totals: without them nothing can be booked or paid, so they block.
  ///
  /// CGI annexe II article 242 nonies A; directive 2006/112/EC article 226.
  static let mandatoryFields = Check(name: "MandatoryFields") { checked in
    let draft = checked.draft
    var missing = [Field.invoiceNumber.name, Field.issueDate.name, Field.totalWithVAT.name]
      .filter { draft[name: $0] == nil }
    let seller = [Field.sellerName.name, Field.sellerVATID.name, Field.sellerLegalID.name]
    if seller.allSatisfy({ draft[name: $0] == nil }) { missing.append(Field.sellerName.name) }
    return missing.map { Finding(.blocking, "missing-field", field: $0, ["field": $0.name]) }
  }
}
