// Identifiers.swift — identifiers that must agree with each other.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Check digits are right; a French VAT id ends in the SIREN, a SIRET begins with it.
  static let identifiers = Check(name: "Identifiers") { checked in
    let draft = checked.draft
    var findings: [Finding] = []
    if let vatID = draft[.sellerVATID], !VATIdentifier.isValid(vatID) {
      findings.append(
        Finding(
          .warning,
          "vat-id-invalid",
          field: Field.sellerVATID.name,
          ["vat_id": vatID]
        )
      )
    }
    if let legalID = draft[.sellerLegalID], draft[.sellerCountry] == "FR",
      SIREN(legalID) == nil, SIRET(legalID) == nil
    {
      findings.append(
        Finding(
          .warning,
          "legal-id-invalid",
          field: Field.sellerLegalID.name,
          ["legal_id": legalID]
        )
      )
    }
    return findings + disagreement(draft)
  }

  private static func disagreement(_ draft: Draft) -> [Finding] {
    guard let vatID = draft[.sellerVATID], let legalID = draft[.sellerLegalID],
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
