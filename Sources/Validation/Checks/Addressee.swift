// Addressee.swift — the invoice must be ours.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Check {
  /// The buyer is the configured company, and the seller is not.
  static let addressee = Check(name: "Addressee") { checked in
    guard let company = checked.company else { return [] }
    let draft = checked.draft
    let names = ([company.name] + company.otherNames).map(nameKey)
    var findings: [Finding] = []
    let isOurs = draft[.buyerVATID].map(company.vatIDs.contains) ?? false
    if let buyer = draft[.buyerName], !isOurs,
      !names.contains(where: { isSame($0, nameKey(buyer)) })
    {
      let isSure = draft.confidence(of: Field.buyerName.name) >= .promise
      findings.append(
        Finding(
          isSure ? .blocking : .warning,
          "wrong-addressee",
          field: Field.buyerName.name,
          ["found": buyer, "company": company.name]
        )
      )
    }
    let isSelf =
      draft[.sellerVATID].map(company.vatIDs.contains) ?? false
      || draft[.sellerName].map { name in names.contains(nameKey(name)) } ?? false
    if isSelf {
      findings.append(Finding(.warning, "seller-is-buyer", field: Field.sellerName.name))
    }
    return findings
  }

  /// The words of a name, without marks and legal forms of three letters or less at its ends.
  private static func nameKey(_ name: String) -> Set<String> {
    let words = folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let long = words.filter { $0.count > 3 }
    return Set(long.isEmpty ? words : long)
  }

  private static func isSame(_ left: Set<String>, _ right: Set<String>) -> Bool {
    left.isSubset(of: right) || right.isSubset(of: left)
  }
}
