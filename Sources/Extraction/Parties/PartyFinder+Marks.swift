// PartyFinder+Marks.swift — what on the page belongs to the seller, and to which of the names.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension PartyFinder {
  /// Gives each identifier of the seller's own to the nearest name.
  func addingOwnMarks(_ mentions: [PartyMention]) -> [PartyMention] {
    var mentions = mentions
    for place in ownPlaces {
      if let nearest = nearest(to: place, among: mentions) { mentions[nearest].sellerWeight += 4 }
    }
    return mentions
  }

  /// Gives telephone, e-mail and capital to the nearest names, once to each.
  func addingContacts(_ mentions: [PartyMention]) -> [PartyMention] {
    var mentions = mentions
    let near = contactPlaces.compactMap { nearest(to: $0, among: mentions) }
    for index in Set(near) { mentions[index].sellerWeight += 2 }
    return mentions
  }

  /// The mention that a run of words belongs to: the same run, else the nearest above it in its
  /// column, else the nearest left of it in its row, within ten rows.
  func nearest(to place: SegmentPlace, among mentions: [PartyMention]) -> Int? {
    let box = scene.segment(place).box
    let inColumn = mentions.indices.filter { index in
      let other = mentions[index].place
      guard other.page == place.page, (0...10).contains(place.row - other.row) else {
        return false
      }
      let otherBox = scene.segment(other).box
      // An address with everything below it takes up an eighth of a page at most.
      guard (box.top - otherBox.bottom) * 8 < scene.pages[place.page].page.height else {
        return false
      }
      return otherBox.horizontalOverlap(box) > 0
        || abs(otherBox.left - box.left) < scene.pages[place.page].textHeight * 4
    }
    let inRow = mentions.indices.filter { index in
      let other = mentions[index].place
      return other.page == place.page && other.row == place.row && other < place
    }
    return (inColumn.isEmpty ? inRow : inColumn).max { left, right in
      let (a, b) = (mentions[left].place, mentions[right].place)
      return (a.row, -distance(a, box), b) < (b.row, -distance(b, box), a)
    }
  }

  func distance(_ place: SegmentPlace, _ box: Box) -> Int32 {
    abs(scene.segment(place).box.middleX - box.middleX)
  }

  /// Segments with a legal id by label: a buyer's is hardly ever printed; not those that name the buyer's.
  static func ownPlaces(in scene: Scene) -> [SegmentPlace] {
    let places = scene.hits.filter { hit in
      hit.owners.contains { owner in
        guard case .rule(let index) = owner else { return false }
        return scene.rules[index].field.name == Field.sellerLegalID.name
      } && !scene.hits(at: hit.place).contains { $0.owners.contains(.phrase(.buyerID)) }
    }.map(\.place)
    return Set(places).sorted()
  }

  /// The segments of a VAT id, where only one is printed and no label names the buyer: the seller must
  /// print its own, the buyer's is rarely there alone.
  static func placesOfOnlyVATID(in scene: Scene) -> [SegmentPlace] {
    guard scene.hits(for: .buyer).isEmpty else { return [] }
    let printed = scene.places.flatMap { place, segment in
      VATIDReader.values(in: segment, words: segment.words.indices).map { (place, $0.value) }
    }
    // Another identifier that a label tells is nearer to the seller.
    let places = Set(printed.map(\.0))
    guard Set(printed.map(\.1)).count == 1, ownPlaces(in: scene).allSatisfy(places.contains) else {
      return []
    }
    return printed.map(\.0).filter { place in
      !scene.hits(at: place).contains { $0.owners.contains(.phrase(.buyerID)) }
    }
  }

  /// The countries of the VAT id that a label gives to the buyer, and of the only other one.
  static func rolesByCountry(in scene: Scene) -> [String: Role] {
    let labels = scene.hits(for: .buyerID).map(\.place)
    let printed = scene.places.flatMap { place, segment in
      VATIDReader.values(in: segment, words: segment.words.indices).compactMap { read in
        if case .text(let id) = read.value {
          (place: place, country: String(id.prefix(2)))
        } else {
          nil
        }
      }
    }
    let buyers = Set(printed.filter { labels.contains($0.place) }.map(\.country))
    let sellers = Set(printed.filter { !labels.contains($0.place) }.map(\.country))
    guard buyers.count == 1, sellers.count == 1, buyers != sellers else { return [:] }
    return [buyers.first ?? "": .buyer, sellers.first ?? "": .seller]
  }

  /// Segments with a label of contacts, or an e-mail or web address.
  static func contactPlaces(in scene: Scene) -> [SegmentPlace] {
    let labelled = scene.hits(for: .contact).map(\.place)
    let addresses = scene.places.filter { _, segment in
      segment.words.contains { $0.text.contains("@") || folded($0.text).hasPrefix("WWW.") }
    }
    return Set(labelled + addresses.map(\.0) + placesOfOnlyVATID(in: scene)).sorted()
  }
}

extension Scene {
  /// Whether a word of the name stands in an e-mail or web address of the page.
  func spellsInDomain(_ name: String) -> Bool {
    let words = CompanyName.key(name).filter { $0.count >= 4 }
    return places.contains { _, segment in
      segment.words.contains { word in
        guard word.text.contains("@") || word.text.contains("."),
          word.text.contains(where: \.isLetter),
          word.text.count >= 8
        else { return false }
        let text = folded(word.text)
        return words.contains { text.contains($0) && text != $0 }
      }
    }
  }
}
