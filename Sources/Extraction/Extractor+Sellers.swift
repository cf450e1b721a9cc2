// Extractor+Sellers.swift — what rule files of suppliers know beyond the rules of fields.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Extractor {
  /// Suppliers whose VAT id, SIREN or account stands on a page: those of the master file, else those of
  /// rule files.
  func knownSellers() -> [Supplier] {
    let master = knownSuppliers()
    guard master.isEmpty else { return master }
    let printed = Set(
      [Field.sellerVATID.name, Field.sellerLegalID.name, Field.iban.name].flatMap {
        proposed($0).map(\.value)
      }
    )
    return sellerProfiles.compactMap { profile in
      guard let seller = profile.seller, let name = seller.name else { return nil }
      let ids = [seller.vatID, seller.siren, seller.legalID].compactMap { $0 } + seller.ibans
      let isPrinted = printed.contains { value in
        guard case .text(let text) = value else { return false }
        let id = lettersAndDigits(text)
        return ids.contains(id) || seller.siren.map { id.hasPrefix($0) } == true
      }
      guard isPrinted else { return nil }
      return Supplier(
        code: profile.name,
        name: name,
        vatID: seller.vatID,
        siren: seller.siren,
        ibans: seller.ibans
      )
    }
  }

  /// The buyer as the seller's rule file finds it, where nothing else told it.
  func addKnown(to draft: inout Draft) {
    guard draft[.buyerName] == nil else { return }
    let own = proposed(Field.buyerName.name).filter { candidate in
      sellerProfiles.contains { candidate.isFound(by: $0) }
    }
    set(Field.buyerName.name, FieldChoice.best(of: own), in: &draft)
  }

  /// Names the rule file as the one that knows the seller's name.
  func nameRules(of known: [Supplier], in draft: inout Draft) {
    guard known.count == 1, sellerProfiles.contains(where: { $0.name == known[0].code }),
      let name = draft[name: Field.sellerName.name], name.evidence.rule == "supplier-master"
    else { return }
    let rule = RuleID(known[0].code + "/" + Field.sellerName.name.name)
    draft[name: Field.sellerName.name] = Extracted(
      value: name.value,
      evidence: Evidence(
        origin: name.evidence.origin,
        text: name.evidence.text,
        rule: rule,
        confidence: name.evidence.confidence
      ),
      alternatives: name.alternatives
    )
  }

  /// Believes a value less where the seller's rules were learned for its field and find another or
  /// none, and where they find two: the layout, the account or the numbering has changed, or the page
  /// was misread.
  func doubtUnfitting(in draft: inout Draft) {
    for profile in sellerProfiles {
      for field in Set(profile.rules.map(\.field)) where field.kind != .amount {
        guard let extracted = draft[name: field.name], field.name != Field.buyerName.name,
          case .printed = extracted.evidence.origin
        else { continue }
        let own = proposed(field.name).filter { $0.isFound(by: profile) }
        let isUnfitting = profile.isLearned && !own.contains { $0.value == extracted.value }
        guard isUnfitting || disagree(own, on: field) else { continue }
        let doubted = extracted.evidence.confidence.scaled(byPermille: 930)
        draft[name: field.name] = Extracted(
          value: extracted.value,
          evidence: extracted.evidence.with(confidence: doubted),
          alternatives: extracted.alternatives
        )
      }
    }
  }

  /// Whether the rules of one seller strongly propose two values where there can be one: a place was
  /// misread, or the paper has changed.
  private func disagree(_ own: [Candidate], on field: FieldDefinition) -> Bool {
    guard field.kind == .date || field.name == Field.invoiceNumber.name else { return false }
    return Set(own.filter { $0.weight >= 840 }.map(\.value)).count > 1
  }
}

extension Profile {
  /// Whether the software wrote it from reviewed invoices.
  var isLearned: Bool { name.hasPrefix("learned/") }
}
