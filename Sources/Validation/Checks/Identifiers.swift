// Identifiers.swift — identifiers that must agree with each other.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// A French VAT id ends in the SIREN; a SIRET begins with it.
  static let identifiers = Check(name: "Identifiers") { checked in
    guard let vatID = checked.draft[.sellerVATID], let legalID = checked.draft[.sellerLegalID],
      vatID.hasPrefix("FR"), vatID.count == 13, [9, 14].contains(legalID.count),
      !legalID.hasPrefix(vatID.suffix(9))
    else { return [] }
    return [
      Finding(
        .warning,
        "identifiers-disagree",
        field: Field.sellerLegalID.name,
        ["vat_id": vatID, "legal_id": legalID]
      )
    ]
  }
}
