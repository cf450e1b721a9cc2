// Extractor+Parties.swift — seller and buyer with their identifiers.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Extractor {
  /// VAT ids, legal id and account of the seller, VAT id of the buyer.
  func addIdentifiers(_ parties: ChosenParties, to draft: inout Draft) {
    let buyer = buyerVATID(parties.buyer)
    set(Field.buyerVATID.name, buyer, in: &draft)
    let own = Set(company?.vatIDs ?? [])
    let sirens = labelledSIRENs()
    let besideName = rows(of: parties.seller)
    let candidates = (sellerVATCandidates() + sirens.flatMap(misreadVATIDs)).map { candidate in
      let isSellers = besideName.contains { candidate.stands(in: scene.segment($0)) }
      return isSellers ? candidate.weighed(at: candidate.weight + 100) : candidate
    }
    let seller = FieldChoice.best(of: candidates, verified: true) { candidate in
      guard case .text(let id) = candidate.value else { return false }
      return candidate.value != buyer?.candidate.value && !own.contains(id)
        && !contradicts(candidate, sirens)
    }
    set(Field.sellerVATID.name, seller, in: &draft)
    if buyer == nil {
      set(Field.buyerVATID.name, leftOverVATID(beside: seller, besideName), in: &draft)
    }
    addLegalID(vatID: draft[.sellerVATID], to: &draft)
    let accounts = Set(company?.ibans ?? [])
    let iban = FieldChoice.best(of: ibanCandidates(), verified: true) { candidate in
      guard case .text(let iban) = candidate.value else { return false }
      return !accounts.contains(iban)
    }
    set(Field.iban.name, iban, in: &draft)
  }

  /// Where a party is named: the rows, the lines that go on below them, the address blocks.
  private func rows(of party: Party?) -> Set<SegmentPlace> {
    let mentions = party?.mentions ?? []
    let blocks = mentions.compactMap { mention in
      AddressBlock.block(startingAt: mention.place, in: scene).map { closed($0.places) }
    }
    let rows = mentions.flatMap { mention in
      let page = scene.pages[mention.place.page]
      // Beside a block stands another one; a line of small print goes on in the next.
      let isLine = scene.segment(mention.place).words.count > mention.words.count + 3
      let count = isLine ? 2 : 1
      return page.rows.indices.dropFirst(mention.place.row).prefix(count).flatMap { row in
        page.rows[row].indices.filter { isLine || $0 == mention.place.position }.map {
          SegmentPlace(page: mention.place.page, row: row, position: $0)
        }
      }
    }
    return Set(blocks.flatMap { $0 } + rows)
  }

  /// The places of a block up to the first blank between its lines: what follows is another's.
  private func closed(_ places: [SegmentPlace]) -> ArraySlice<SegmentPlace> {
    let boxes = places.map { scene.segment($0).box }
    let end = boxes.indices.dropFirst().first { index in
      boxes[index].top - boxes[index - 1].bottom > scene.pages[places[index].page].textHeight
    }
    return places[..<(end ?? places.count)]
  }

  /// The labelled VAT id high on the first page that is not the seller's, where no other is the
  /// buyer's.
  private func leftOverVATID(
    beside seller: FieldChoice?,
    _ sellerRows: Set<SegmentPlace>
  ) -> FieldChoice? {
    guard let seller, let height = scene.pages.first?.page.height else { return nil }
    let others = proposed(Field.sellerVATID.name).filter { candidate in
      candidate.value != seller.candidate.value && candidate.page == scene.pages[0].page.number
        && candidate.box.bottom < height * 40 / 100
        && !sellerRows.contains { candidate.stands(in: scene.segment($0)) }
    }
    guard Set(others.map(\.value)).count == 1 else { return nil }
    return FieldChoice.best(
      of: others.map { $0.renamed("unlabelled/buyer_vat_id").weighed(at: 500) }
    )
  }

  /// The seller's SIRENs that a label clearly tells.
  private func labelledSIRENs() -> [SIREN] {
    let ids = proposed(Field.sellerLegalID.name).filter { $0.weight >= 800 }
    let sirens = ids.compactMap(\.identifier).compactMap { SIREN(String($0.prefix(9))) }
    return Set(sirens.map(\.compact)).sorted().compactMap { SIREN($0) }
      .filter { $0.compact != company?.siren }
  }

  /// The VAT id that follows from a SIREN, where it is printed with one wrong character.
  private func misreadVATIDs(of siren: SIREN) -> [Candidate] {
    let id = VATIdentifier(siren)
    return scene.places.compactMap { _, segment in
      VATIDReader.misread(id, in: segment).map {
        candidate($0, in: segment, rule: "printed/seller_vat_id", weight: 650)
      }
    }
  }

  /// Whether a French VAT id that no label tells belongs to another company than the seller's SIREN.
  private func contradicts(_ candidate: Candidate, _ sirens: [SIREN]) -> Bool {
    guard !sirens.isEmpty, candidate.rule.path.hasPrefix("printed/"), let id = candidate.identifier,
      id.hasPrefix("FR")
    else { return false }
    return !sirens.contains { id.hasSuffix($0.compact) }
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
    let named = party?.mentions.filter { $0.buyerWeight > 0 }.map(\.place) ?? []
    let rows = Set(blocks.flatMap(\.places) + named)
    let rule: RuleID = "block/buyer_vat_id"
    let candidates = printedVATIDs(rule: rule).filter { candidate, place in
      guard case .text(let id) = candidate.value else { return false }
      return own.contains(id) || rows.contains(place) || isRightBelow(place, rows)
        || isOfBuyer(place)
    }
    return FieldChoice.best(of: candidates.map(\.0), verified: true)
  }

  /// Whether words that name the buyer stand right before: "Customer" and a wide blank.
  private func isOfBuyer(_ place: SegmentPlace) -> Bool {
    guard place.position > 0 else { return false }
    let before = SegmentPlace(page: place.page, row: place.row, position: place.position - 1)
    let count = scene.segment(before).words.count
    return scene.hits(at: before).contains { hit in
      hit.owners.contains(.phrase(.buyer)) && hit.words.upperBound == count
    }
  }

  /// Whether a segment continues a block in its column.
  private func isRightBelow(_ place: SegmentPlace, _ block: Set<SegmentPlace>) -> Bool {
    let box = scene.segment(place).box
    return block.contains { other in
      guard other.page == place.page, (1...2).contains(place.row - other.row) else { return false }
      return abs(scene.segment(other).box.left - box.left) < 120
    }
  }

  /// VAT ids that may be the seller's: by their labels, and every other that is printed.
  func sellerVATCandidates() -> [Candidate] {
    let buyerPlaces = Set(scene.hits(for: .buyerID).map(\.place))
    let printed = printedVATIDs(rule: "printed/seller_vat_id")
      .filter { !buyerPlaces.contains($0.1) }.map(\.0)
    let ofBuyer = scene.places.filter { isOfBuyer($0.0) }.map(\.1)
    let labelled = proposed(Field.sellerVATID.name).filter { candidate in
      !ofBuyer.contains { candidate.stands(in: $0) }
    }
    return labelled + printed
  }

  /// Every valid VAT id on the pages, with its place; those of a footer weigh more.
  func printedVATIDs(rule: RuleID) -> [(Candidate, SegmentPlace)] {
    vatIDs.map { read, place in
      let segment = scene.segment(place)
      let isFooter = segment.box.top > scene.pages[place.page].page.height * 78 / 100
      return (candidate(read, in: segment, rule: rule, weight: isFooter ? 650 : 500), place)
    }
  }

  /// Accounts by their labels, and every other that is printed.
  private func ibanCandidates() -> [Candidate] {
    proposed(Field.iban.name)
      + ibans.map { candidate($0.read, in: $0.segment, rule: "printed/iban", weight: 600) }
  }

  /// Every valid account number on some pages, with the words it was read from.
  static func ibans(on pages: [PageLayout], areLabelled: Bool) -> [(ReadValue, Segment)] {
    func read(_ lines: [Segment]) -> [(ReadValue, Segment)] {
      lines.flatMap { line in
        IBANReader.values(in: line, words: line.words.indices).map { ($0, line) }
      }
    }
    // An account number may go on in the line below.
    let found = read(pages.flatMap { $0.segments + $0.wrappedLines })
    guard found.isEmpty, !areLabelled else { return found }
    // Its groups may stand far apart, or not level.
    return read(pages.flatMap { $0.lines + [$0.inReadingOrder].compactMap { $0 } })
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
      LegalIDReader.values(in: segment).map {
        candidate($0, in: segment, rule: "printed/seller_legal_id", weight: 500)
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
  func addParties(_ parties: ChosenParties, known: [Supplier], to draft: inout Draft) {
    addSeller(parties, known: known, to: &draft)
    addBuyer(parties, to: &draft)
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

  /// The name in the supplier master where its identifier is printed, else the printed name.
  private func addSeller(_ parties: ChosenParties, known: [Supplier], to draft: inout Draft) {
    let mention = parties.seller?.best
    if known.count == 1 {
      let ids = [Field.sellerVATID.name, Field.sellerLegalID.name, Field.iban.name]
        .filter { draft[name: $0] != nil }
      let isNamed = parties.seller?.isSpelling(of: CompanyName.key(known[0].name)) ?? false
      let printed = isNamed ? mention.map { evidence(of: $0, permille: 985) } : nil
      let master = Evidence(
        origin: printed?.origin ?? .computed(from: ids),
        text: printed?.text ?? "",
        rule: "supplier-master",
        confidence: Confidence(permille: 985)
      )
      return draft.set(.sellerName, to: known[0].name, evidence: master)
    }
    guard let seller = parties.seller, let mention else { return }
    let sure = seller.sellerWeight >= 8 && mention.hasLegalForm
    draft.set(
      .sellerName,
      to: mention.name,
      evidence: evidence(of: mention, permille: sure ? 965 : 820),
      alternatives: alternatives(parties.sellerRivals)
    )
  }

  /// The name of the company where it is known to be the buyer, else the printed name.
  private func addBuyer(_ parties: ChosenParties, to draft: inout Draft) {
    let vatID = draft[.buyerVATID]
    if let company, let vatID, company.vatIDs.contains(vatID), parties.buyer?.isCompany != true {
      let evidence = Evidence(
        origin: .computed(from: [Field.buyerVATID.name]),
        text: "",
        rule: "company",
        confidence: Confidence(permille: 985)
      )
      return draft.set(.buyerName, to: company.name, evidence: evidence)
    }
    guard let buyer = parties.buyer, let mention = buyer.best else { return }
    let permille = buyer.isCompany ? 985 : buyer.buyerWeight >= 4 ? 960 : 850
    draft.set(
      .buyerName,
      to: buyer.isCompany ? company?.spelling(of: buyer) ?? mention.name : mention.name,
      evidence: evidence(of: mention, permille: permille),
      alternatives: alternatives(parties.buyerRivals)
    )
  }

  private func alternatives(_ rivals: [Party]) -> [Extracted<FieldValue>] {
    rivals.compactMap(\.best).map { mention in
      Extracted(value: .text(mention.name), evidence: evidence(of: mention, permille: 400))
    }
  }

  /// Suppliers of the master file whose VAT id, SIREN or account stands on a page.
  func knownSuppliers() -> [Supplier] {
    guard !suppliers.isEmpty else { return [] }
    let vatIDs =
      printedVATIDs(rule: "printed/seller_vat_id").map(\.0)
      + proposed(Field.sellerVATID.name)
    let legalIDs = proposed(Field.sellerLegalID.name)
    let printed = Set((vatIDs + legalIDs + ibanCandidates()).compactMap(\.identifier))
    let sirens = Set(printed.filter { $0.count == 14 }.map { String($0.prefix(9)) })
    return suppliers.filter { supplier in
      supplier.vatID.map { id in
        printed.contains(id) || VATIdentifier(id).map { printed.contains($0.description) } == true
      } == true
        || supplier.siren.map { printed.contains($0) || sirens.contains($0) } == true
        || supplier.ibans.contains(where: printed.contains)
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

extension Candidate {
  /// The value of an identifier, or nil.
  fileprivate var identifier: String? { if case .text(let text) = value { text } else { nil } }

  /// Whether its words are among those of a segment.
  fileprivate func stands(in segment: Segment) -> Bool {
    page == segment.page && segment.box.holdsMiddle(of: box)
  }
}

extension Company {
  /// The one of its names that a party's is a spelling of.
  fileprivate func spelling(of party: Party) -> String? {
    ([name] + otherNames).first { party.isSpelling(of: CompanyName.key($0)) }
  }
}
