// Extractor+Parties.swift — seller and buyer with their identifiers.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Extractor {
  /// VAT ids, legal id and account of the seller, VAT id of the buyer.
  func addIdentifiers(_ parties: (seller: Party?, buyer: Party?), to draft: inout Draft) {
    let buyer = buyerVATID(parties.buyer)
    set(Field.buyerVATID.name, buyer, in: &draft)
    let own = Set(company?.vatIDs ?? [])
    let seller = FieldChoice.best(of: sellerVATCandidates(), verified: true) { candidate in
      guard case .text(let id) = candidate.value else { return false }
      return candidate.value != buyer?.candidate.value && !own.contains(id)
    }
    set(Field.sellerVATID.name, seller, in: &draft)
    addLegalID(vatID: draft[.sellerVATID], to: &draft)
    let accounts = Set(company?.ibans ?? [])
    let iban = FieldChoice.best(of: ibanCandidates(), verified: true) { candidate in
      guard case .text(let iban) = candidate.value else { return false }
      return !accounts.contains(iban)
    }
    set(Field.iban.name, iban, in: &draft)
  }

  /// By its label, else the one in the buyer's block, else a configured one that is printed.
  private func buyerVATID(_ party: Party?) -> FieldChoice? {
    if let labelled = FieldChoice.best(of: proposed(Field.buyerVATID.name), verified: true) {
      return labelled
    }
    let own = Set(company?.vatIDs ?? [])
    let blocks =
      party?.mentions.compactMap {
        AddressBlock.block(startingAt: $0.place, in: scene)
      } ?? []
    let rows = Set(blocks.flatMap(\.places))
    let rule: RuleID = "block/buyer_vat_id"
    let candidates = printedVATIDs(rule: rule).filter { candidate, place in
      guard case .text(let id) = candidate.value else { return false }
      return own.contains(id) || rows.contains(place) || isRightBelow(place, rows)
    }
    return FieldChoice.best(of: candidates.map(\.0), verified: true)
  }

  /// Whether a segment continues a block in its column.
  private func isRightBelow(_ place: SegmentPlace, _ block: Set<SegmentPlace>) -> Bool {
    let box = scene.segment(place).box
    return block.contains { other in
      guard other.page == place.page, (1...2).contains(place.row - other.row) else { return false }
      return abs(scene.segment(other).box.left - box.left) < 120
    }
  }

  private func sellerVATCandidates() -> [Candidate] {
    let buyerPlaces = Set(scene.hits(for: .buyerID).map(\.place))
    let printed = printedVATIDs(rule: "printed/seller_vat_id")
      .filter { !buyerPlaces.contains($0.1) }.map(\.0)
    return proposed(Field.sellerVATID.name) + printed
  }

  /// Every valid VAT id on the pages, with its place; those of a footer weigh more.
  private func printedVATIDs(rule: RuleID) -> [(Candidate, SegmentPlace)] {
    scene.places.flatMap { place, segment in
      VATIDReader.values(in: segment, words: segment.words.indices).map { read in
        let isFooter = segment.box.top > scene.pages[place.page].page.height * 78 / 100
        return (candidate(read, in: segment, rule: rule, weight: isFooter ? 650 : 500), place)
      }
    }
  }

  private func ibanCandidates() -> [Candidate] {
    // An account number may go on in the line below.
    let lines = scene.pages.flatMap { $0.segments + $0.wrappedLines }
    let printed = lines.flatMap { segment in
      IBANReader.values(in: segment, words: segment.words.indices).map {
        candidate($0, in: segment, rule: "printed/iban", weight: 600)
      }
    }
    return proposed(Field.iban.name) + printed
  }

  /// Every structured payment reference on the pages: its check digits tell it without a label.
  func printedReferences() -> [Candidate] {
    scene.places.flatMap { _, segment in
      ReferenceReader.values(in: segment, words: segment.words.indices).map {
        candidate($0, in: segment, rule: "printed/payment_reference", weight: 600)
      }
    }
  }

  private func candidate(
    _ read: ReadValue,
    in segment: Segment,
    rule: RuleID,
    weight: Int
  ) -> Candidate {
    Candidate(
      value: read.value,
      weight: weight * read.quality / 1000,
      page: segment.page,
      box: segment.box(of: read.words),
      text: segment.text(of: read.words),
      rule: read.isRepaired ? rule.repaired : rule,
      reading: segment.confidence(of: read.words)
    )
  }

  /// SIRET before SIREN in France, and one that belongs to the VAT id; elsewhere by its label.
  private func addLegalID(vatID: String?, to draft: inout Draft) {
    let own = [company?.siren].compactMap { $0 }
    let buyer = draft[.buyerVATID]
    let possible = proposed(Field.sellerLegalID.name).filter { candidate in
      guard case .text(let id) = candidate.value else { return false }
      return !own.contains { id.hasPrefix($0) } && buyer?.hasSuffix(id) != true && buyer != id
    }
    guard let vatID, vatID.hasPrefix("FR"), vatID.count == 13 else {
      return set(Field.sellerLegalID.name, FieldChoice.best(of: possible), in: &draft)
    }
    let siren = String(vatID.suffix(9))
    let printed = scene.places.flatMap { _, segment in
      segment.words.indices.flatMap { index in
        LegalIDReader.values(in: segment, words: index..<segment.words.count).map {
          candidate($0, in: segment, rule: "printed/seller_legal_id", weight: 500)
        }
      }
    }
    let ours = (possible + printed).filter { candidate in
      guard case .text(let id) = candidate.value else { return false }
      return id.hasPrefix(siren)
    }
    let siret = ours.filter { if case .text(let id) = $0.value { id.count == 14 } else { false } }
    let best =
      FieldChoice.best(of: siret, verified: true) ?? FieldChoice.best(of: ours, verified: true)
      ?? FieldChoice.best(of: possible)
    set(Field.sellerLegalID.name, best, in: &draft)
  }

  /// Names of seller and buyer, and the seller's country.
  func addParties(_ parties: (seller: Party?, buyer: Party?), to draft: inout Draft) {
    if let seller = parties.seller, let mention = seller.best {
      let sure = seller.sellerWeight >= 8 && mention.hasLegalForm
      draft.set(
        .sellerName,
        to: mention.name,
        evidence: evidence(of: mention, permille: sure ? 965 : 820)
      )
    }
    if let buyer = parties.buyer, let mention = buyer.best {
      let isCompany =
        company.map {
          buyer.isSpelling(of: CompanyName.key($0.name))
        } ?? false
      draft.set(
        .buyerName,
        to: mention.name,
        evidence: evidence(
          of: mention,
          permille: isCompany ? 985 : buyer.buyerWeight >= 4 ? 960 : 850
        )
      )
    }
    if let country = draft[.sellerVATID]?.prefix(2), country.allSatisfy(\.isLetter) {
      let evidence = draft[name: Field.sellerVATID.name]?.evidence
      draft.set(
        .sellerCountry,
        to: country == "EL" ? "GR" : String(country),
        evidence: Evidence(
          origin: .computed(from: [Field.sellerVATID.name]),
          text: String(country),
          rule: "vat-id-prefix",
          confidence: evidence?.confidence ?? .none
        )
      )
    }
  }

  private func evidence(of mention: PartyMention, permille: Int) -> Evidence {
    let segment = scene.segment(mention.place)
    let reading = segment.confidence(of: mention.words)
    return Evidence(
      origin: .printed(page: segment.page, box: segment.box(of: mention.words)),
      text: segment.text(of: mention.words),
      rule: "party",
      confidence: Confidence(permille: min(permille, 700 + Int(reading.permille) / 3))
    )
  }
}
