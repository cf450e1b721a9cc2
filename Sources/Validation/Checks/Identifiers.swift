// Identifiers.swift — identifiers that must agree with each other.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// Check digits are right; a French VAT id ends in the SIREN, a SIRET begins with it.
  ///
  /// An IBAN comes here unchecked only when a person typed it: nothing can be paid to it, so it blocks.
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
    if let iban = draft[.iban], isEntered(Field.iban.name, in: draft), IBAN(iban) == nil {
      findings.append(
        Finding(.blocking, "iban-invalid", field: Field.iban.name, ["iban": iban])
      )
    }
    if let legalID = draft[.sellerLegalID], isFrench(legalID, in: draft),
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

  private static func isEntered(_ field: FieldName, in draft: Draft) -> Bool {
    guard case .entered = draft[name: field]?.evidence.origin else { return false }
    return true
  }

  /// Whether this must be a SIREN or a SIRET: by the seller's country; of what a person typed also by
  /// the VAT id, when it has as many digits.
  private static func isFrench(_ legalID: String, in draft: Draft) -> Bool {
    if let country = draft[.sellerCountry] { return country == "FR" }
    let digits = legalID.filter { !$0.isWhitespace }
    return isEntered(Field.sellerLegalID.name, in: draft)
      && draft[.sellerVATID]?.hasPrefix("FR") == true && [9, 14].contains(digits.count)
      && digits.allSatisfy { ("0"..."9").contains($0) }
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
