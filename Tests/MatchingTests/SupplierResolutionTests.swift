// SupplierResolutionTests.swift — who the seller is, and when the signs disagree.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

private let iban = "FR76 3000 6000 0112 3456 7890 189"

@Suite struct SupplierResolutionTests {
  @Test(arguments: [
    ([(Field.iban, iban)], SupplierResolution.Means.iban),
    ([(Field.sellerLegalID, "303 265 045 00010")], .legalID),
    ([(Field.sellerVATID, "FR 40 303265045")], .vatID),
    ([(Field.sellerName, "ZOE OUTILLAGE S.A.R.L.")], .name),
    ([(Field.sellerName, "Zoé Outilage")], .nearName),
  ])
  func `finds the supplier`(
    texts: [(Field<String>, String)],
    means: SupplierResolution.Means
  ) {
    let found = resolveSupplier(draft(texts), among: [lea, zoe])
    #expect(found.supplier == zoe)
    #expect(found.means == means)
    #expect(found.findings.isEmpty)
  }

  @Test func `tells when account and number lead to two suppliers`() {
    let found = resolveSupplier(
      draft([(.iban, iban), (.sellerLegalID, "732829320"), (.sellerName, "Léa Transports")]),
      among: [zoe, lea]
    )
    #expect(found.supplier == lea)
    #expect(found.means == .legalID)
    #expect(found.findings.map(\.code) == ["supplier-identity-conflict"])
    #expect(found.findings.first?.severity == .blocking)
    #expect(
      found.findings.first?.arguments == [
        "by": "legal_id", "supplier": "F2", "otherBy": "iban", "other": "F1",
      ]
    )
  }

  @Test func `lets another rung decide where several share an account`() {
    let twin = Supplier(code: "F3", name: "Autre", siren: "732829320", ibans: zoe.ibans)
    let texts: [(Field<String>, String)] = [(.iban, iban), (.sellerLegalID, "303265045")]
    #expect(resolveSupplier(draft(texts), among: [twin, zoe]).supplier == zoe)
    #expect(resolveSupplier(draft([texts[0]]), among: [twin, zoe]).supplier == nil)
  }

  @Test func `does not take a near name against a SIREN`() {
    let found = resolveSupplier(
      draft([(.sellerName, "Zoé Outilage"), (.sellerLegalID, "552100554")]),
      among: [zoe]
    )
    #expect(found == .unknown)
    #expect(resolveSupplier(draft(), among: [zoe]) == .unknown)
  }
}
