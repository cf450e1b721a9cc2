// PartyFinder.swift — who sells and who buys.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells seller and buyer apart by labels, places, identifiers and address blocks.
struct PartyFinder {
  let scene: Scene
  let company: Company?
  /// Suppliers of the master file whose identifier stands on a page.
  let suppliers: [Supplier]
  /// Segments that hold an identifier of the seller's own.
  let ownPlaces: [SegmentPlace]
  /// Segments that say how to reach a company, or what its capital is: sellers print that.
  let contactPlaces: [SegmentPlace]
  let logo: Logo?
  /// What companies of a country are here, where labelled VAT ids tell seller and buyer of different
  /// countries.
  let rolesByCountry: [String: Role]

  enum Role { case seller, buyer }

  init(scene: Scene, company: Company?, suppliers: [Supplier] = []) {
    self.scene = scene
    self.company = company
    self.suppliers = suppliers
    ownPlaces = Self.ownPlaces(in: scene)
    contactPlaces = Self.contactPlaces(in: scene)
    logo = Logo.find(in: scene)
    rolesByCountry = Self.rolesByCountry(in: scene)
  }

  /// The likeliest seller and the likeliest buyer; nil where none is.
  func parties() -> ChosenParties {
    let keys = (company.map { [$0.name] + $0.otherNames } ?? []).map(CompanyName.key)
    let parties = clustered(mentions()).map { party in
      var party = party
      party.isCompany = keys.contains(where: party.isSpelling)
      return party
    }
    let buyers = parties.filter { $0.buyerWeight > 0 && $0.buyerWeight >= $0.sellerWeight }
    let buyer =
      parties.first(where: \.isCompany)
      ?? buyers.max { Self.order($0.buyerWeight, $0, $1.buyerWeight, $1) }
    let others = parties.filter { $0 != buyer }
    let seller =
      others.filter { $0.sellerWeight > $0.buyerWeight }
      .max { Self.order($0.sellerWeight, $0, $1.sellerWeight, $1) }
      // With the buyer told by a label, a company that is left over sells.
      ?? (buyer?.buyerWeight ?? 0 >= 5 ? others : []).filter { $0.best?.hasLegalForm == true }
      .max {
        Self.order($0.sellerWeight - $0.buyerWeight, $0, $1.sellerWeight - $1.buyerWeight, $1)
      }
    // A name with nothing but its form and its place is worth less than what stands above it, over a
    // seller's own marks.
    let isWeak = seller?.sellerWeight ?? 0 <= 2
    let first = seller?.mentions.map(\.place).min()
    let above = isWeak ? nameAboveMarks(besides: buyer ?? seller, onTop: true) : nil
    let onTop = above.flatMap { name in first.map { name.place < $0 } == false ? nil : name }
    let fallback = onTop ?? logo?.mention ?? nameAboveMarks(besides: buyer, onTop: false)
    let chosenSeller =
      (seller == nil ? fallback : onTop).map {
        Party(mentions: [$0], key: CompanyName.key($0.name))
      } ?? seller
    let chosenBuyer = buyer ?? leftOver(parties.filter { $0 != chosenSeller }, beside: chosenSeller)
    return ChosenParties(
      seller: chosenSeller,
      buyer: chosenBuyer,
      sellerRivals: parties.filter { party in
        party != chosenSeller && !party.isCompany
          && party.sellerWeight - party.buyerWeight >= (chosenSeller?.sellerWeight ?? 0) - 3
      },
      buyerRivals: chosenBuyer?.isCompany == true
        ? []
        : buyers.filter { $0 != chosenBuyer && $0.buyerWeight >= (buyer?.buyerWeight ?? 0) - 1 }
    )
  }

  /// The words above the seller's own identifiers, up to the address, where no name was told by its
  /// form: "BUREAU CENTER - 45 avenue de Saxe".
  private func nameAboveMarks(besides buyer: Party?, onTop: Bool) -> PartyMention? {
    for place in onTop ? ownPlaces + contactPlaces : ownPlaces {
      let box = scene.segment(place).box
      let page = scene.pages[place.page]
      guard !onTop || place.page == 0 && box.top * 4 < page.page.height else { continue }
      for row in page.rows.indices.prefix(place.row).suffix(6) {
        for (position, segment) in page.rows[row].enumerated() {
          let above = SegmentPlace(page: place.page, row: row, position: position)
          guard segment.box.horizontalOverlap(box) > 0,
            !scene.hits(at: above).contains(where: { $0.words.lowerBound == 0 }),
            scene.titleHits.allSatisfy({ $0.place != above }),
            let words = CompanyName.chunks(of: segment).first
          else { continue }
          let name = segment.text(of: words).trimmingPunctuation
          // "Pièces Auto 38" is a name, "Bâtiment 4 rue Haute" is not.
          let digits = segment.words[words.dropLast()].contains {
            $0.text.contains(where: \.isASCIIDigit)
          }
          guard name.first?.isUppercase == true, name.count(where: \.isLetter) >= 4,
            !digits, name.count(where: \.isASCIIDigit) <= 4, words.count <= 6,
            buyer?.isSpelling(of: CompanyName.key(name)) != true
          else { continue }
          return PartyMention(words, of: segment, at: above, sellerWeight: 3)
        }
      }
    }
    return nil
  }

  /// The one company named in the upper part of the first page beside the seller: it buys.
  private func leftOver(_ parties: [Party], beside seller: Party?) -> Party? {
    guard seller != nil else { return nil }
    let named = parties.filter { party in
      party.mentions.contains { mention in
        let page = scene.pages[mention.place.page].page
        return mention.hasLegalForm && mention.place.page == 0
          && scene.segment(mention.place).box.bottom < page.height * 35 / 100
          && mention.words.lowerBound == 0
      }
    }
    return named.count == 1 ? named.first : nil
  }

  /// By weight, then a name with its legal form, then what stands first.
  private static func order(_ left: Int, _ a: Party, _ right: Int, _ b: Party) -> Bool {
    guard left == right, let first = a.best, let second = b.best else { return left < right }
    guard first.hasLegalForm == second.hasLegalForm else { return second.hasLegalForm }
    return second.place < first.place
  }

  func clustered(_ mentions: [PartyMention]) -> [Party] {
    var clusters: [[PartyMention]] = []
    for mention in mentions {
      let key = CompanyName.key(mention.name)
      let home = clusters.firstIndex { cluster in
        Party(mentions: cluster, key: CompanyName.key(cluster[0].name)).isSpelling(of: key)
      }
      if let home { clusters[home].append(mention) } else { clusters.append([mention]) }
    }
    return clusters.map { Party(mentions: $0, key: CompanyName.key($0[0].name)) }
  }

  /// Every name with a legal form, the first lines of address blocks, and what stands under labels.
  func mentions() -> [PartyMention] {
    var mentions: [PartyMention] = []
    for (place, segment) in scene.places where place.page < 2 {
      for range in CompanyName.ranges(in: segment) where !isTorn(range, in: segment, at: place) {
        mentions.append(mention(of: range, in: segment, at: place, hasLegalForm: true))
      }
    }
    for block in AddressBlock.blocks(in: scene) where block.places[0].page < 2 {
      let first = block.places[0]
      let segment = scene.segment(first)
      guard CompanyName.ranges(in: segment).isEmpty, isPlainName(segment, at: first),
        !mentions.contains(where: { isRightBelow(first, $0.place) })
      else { continue }
      mentions.append(
        mention(of: segment.words.indices, in: segment, at: first, hasLegalForm: false)
      )
    }
    let labelled = addingLabelled(mentions.sorted { $0.place < $1.place })
    return addingLogo(addingContacts(addingOwnMarks(labelled)))
  }

  /// Adds the logo as a mention of the party that it names.
  private func addingLogo(_ mentions: [PartyMention]) -> [PartyMention] {
    guard let logo else { return mentions }
    let isNamed = mentions.contains { mention in
      mention.place != logo.mention.place
        && CompanyName.isSpelling(CompanyName.key(mention.name), logo.key)
    }
    guard isNamed else { return mentions }
    return mentions.filter { $0.place != logo.mention.place || $0.hasLegalForm } + [logo.mention]
  }

  /// "Van Dorp    NV Handelskaai 204": the legal form belongs to the name left of it.
  private func isTorn(_ words: Range<Int>, in segment: Segment, at place: SegmentPlace) -> Bool {
    guard words.lowerBound == 0, place.position > 0,
      CompanyName.hasLegalForm(segment.words[0].text)
    else { return false }
    let before = scene.pages[place.page].rows[place.row][place.position - 1]
    return segment.box.left - before.box.right < segment.box.height * 4
      && before.words.last?.text.last?.isLetter == true
  }

  /// Whether a line stands right below a name with its legal form: then it is the address.
  private func isRightBelow(_ place: SegmentPlace, _ other: SegmentPlace) -> Bool {
    guard place.page == other.page, place.row > other.row else { return false }
    let page = scene.pages[place.page]
    let (box, above) = (scene.segment(place).box, scene.segment(other).box)
    return box.top - above.bottom < page.textHeight * 2
      && abs(box.left - above.left) < page.page.width / 6
  }

  private func isPlainName(_ segment: Segment, at place: SegmentPlace) -> Bool {
    segment.words.count <= 6 && !segment.text.contains(where: \.isASCIIDigit)
      && segment.text.count(where: \.isLetter) >= 3 && !segment.text.contains("@")
      && segment.text.first?.isUppercase == true
      && scene.hits(at: place).isEmpty && scene.titleHits.allSatisfy { $0.place != place }
  }

  private func mention(
    of words: Range<Int>,
    in segment: Segment,
    at place: SegmentPlace,
    hasLegalForm: Bool
  ) -> PartyMention {
    let page = scene.pages[place.page].page
    var seller = hasLegalForm ? 1 : 0
    var buyer = 0
    if segment.box.top > page.height * 78 / 100 { seller += 3 }
    if segment.box.bottom < page.height * 20 / 100 { seller += 1 }
    let name = segment.text(of: words)
    if scene.spellsInDomain(name) { seller += 3 }
    let key = CompanyName.key(name)
    if suppliers.contains(where: { CompanyName.isSpelling(CompanyName.key($0.name), key) }) {
      seller += 6
    }
    switch rolesByCountry[CompanyName.country(of: name) ?? ""] {
    case .seller?: seller += 2
    case .buyer?: buyer += 2
    case nil: break
    }
    if isAddressed(segment, before: words.lowerBound) { buyer += 5 }
    if let block = AddressBlock.block(startingAt: place, in: scene) {
      if ownPlaces.contains(where: block.places.contains) { seller += 2 } else { buyer += 3 }
      if segment.box.left > page.width * 45 / 100 { buyer += 1 }
    }
    return PartyMention(
      words,
      of: segment,
      at: place,
      hasLegalForm: hasLegalForm,
      sellerWeight: seller,
      buyerWeight: buyer
    )
  }

  /// "To: Atelier Bois SAS".
  private func isAddressed(_ segment: Segment, before start: Int) -> Bool {
    guard start > 0, segment.words[start - 1].text.hasSuffix(":") else { return false }
    return LabelText(segment.text(of: 0..<start)).map(scene.addressing.contains) == true
  }

  /// Adds what stands after, beside or right below the labels of seller and buyer.
  private func addingLabelled(_ mentions: [PartyMention]) -> [PartyMention] {
    var mentions = mentions
    for purpose in [PhrasePurpose.buyer, .seller] {
      for hit in scene.hits(for: purpose) {
        guard let target = labelled(hit) else { continue }
        let index =
          mentions.firstIndex { $0.place == target.place && target.words.overlaps($0.words) }
          ?? mentions.count
        if index == mentions.count {
          let segment = scene.segment(target.place)
          guard segment.text(of: target.words).first?.isUppercase == true,
            !segment.text(of: target.words).contains(where: \.isASCIIDigit),
            segment.text(of: target.words).count(where: \.isLetter) >= 3, target.words.count <= 6
          else { continue }
          mentions.append(
            PartyMention(target.words, of: segment, at: target.place)
          )
        }
        if purpose == .buyer {
          mentions[index].buyerWeight += 5
          mentions[index].sellerWeight -= 2
        } else {
          mentions[index].sellerWeight += 5
        }
      }
    }
    return mentions
  }

  /// The words that a label of a party announces.
  private func labelled(_ hit: LabelHit) -> (place: SegmentPlace, words: Range<Int>)? {
    let segment = scene.segment(hit.place)
    let after = segment.words.indices.dropFirst(hit.words.upperBound)
    if let first = after.first(where: { segment.words[$0].text.contains(where: \.isLetter) }) {
      return (hit.place, first..<segment.words.count)
    }
    let page = scene.pages[hit.place.page]
    let label = segment.box
    // "CLIENT   :   NAME", set wide.
    if let beside = beside(hit) { return (beside, scene.segment(beside).words.indices) }
    for row in page.rows.indices.dropFirst(hit.place.row + 1).prefix(3) {
      for (position, below) in page.rows[row].enumerated()
      where below.box.horizontalOverlap(label) > 0 || abs(below.box.left - label.left) < 100 {
        guard below.box.top - label.bottom < page.textHeight * 4 else { return nil }
        let place = SegmentPlace(page: hit.place.page, row: row, position: position)
        // Specks and frames are read as letters; and the next label is no name.
        guard below.text.count(where: \.isLetter) >= 3,
          !scene.hits(at: place).contains(where: { $0.words.lowerBound == 0 })
        else { continue }
        return (place, below.words.indices)
      }
    }
    return nil
  }

  /// The run of words right of a label that ends in a colon, where it holds no number.
  private func beside(_ hit: LabelHit) -> SegmentPlace? {
    let row = scene.pages[hit.place.page].rows[hit.place.row]
    let rest = row[hit.place.position...]
    guard hit.place.position + 1 < row.count,
      let colon = rest.prefix(2).last(where: { $0.text.hasSuffix(":") || $0.text.hasPrefix(":") }),
      let next = rest.dropFirst().firstIndex(where: { $0.text.contains(where: \.isLetter) }),
      row[next].box.left - colon.box.right < colon.box.height * 8,
      row[next].text.count(where: \.isLetter) >= 3,
      !row[next].text.contains(where: \.isASCIIDigit)
    else { return nil }
    return SegmentPlace(page: hit.place.page, row: hit.place.row, position: next)
  }
}

extension String {
  /// The text without punctuation at its ends, a closing dot of an abbreviation kept.
  var trimmingPunctuation: String {
    var text = self[...]
    while let first = text.first, !first.isLetter, !first.isNumber { text = text.dropFirst() }
    while let last = text.last, !last.isLetter, !last.isNumber, last != ".", last != ")" {
      text = text.dropLast()
    }
    return String(text)
  }
}
