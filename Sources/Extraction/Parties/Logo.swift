// Logo.swift — the name that stands in large type at the top of the first page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The name in the largest type at the top of the first page: a seller's word mark.
struct Logo: Sendable {
  let mention: PartyMention
  let key: Set<String>

  /// The logo, or nil when nothing there is set larger than the text and is neither title nor label.
  static func find(in scene: Scene) -> Logo? {
    guard let page = scene.pages.first else { return nil }
    let largest = scene.places.filter { place, segment in
      place.page == 0 && segment.box.top < page.page.height * 22 / 100
        && isName(segment, at: place, in: scene)
        && height(of: segment) * 10 >= page.textHeight * 16
    }.max { (height(of: $0.1), $1.0) < (height(of: $1.1), $0.0) }
    guard let (place, segment) = largest else { return nil }
    let name = segment.text.trimmingPunctuation
    let mention = PartyMention(
      segment.words.indices,
      of: segment,
      at: place,
      hasLegalForm: CompanyName.hasLegalForm(name),
      sellerWeight: 4
    )
    return Logo(mention: mention, key: CompanyName.key(name))
  }

  /// The height of its type: that of its median word, since a stroke may be read as a tall word.
  private static func height(of segment: Segment) -> Int32 {
    let heights = segment.words.map(\.box.height).sorted()
    return heights[heights.count / 2]
  }

  private static func isName(_ segment: Segment, at place: SegmentPlace, in scene: Scene) -> Bool {
    let text = segment.text
    let letters = text.count(where: \.isLetter)
    return segment.words.count <= 5 && letters >= 4 && letters * 4 >= text.count * 3
      && !text.contains(where: \.isASCIIDigit)
      && segment.confidence(of: segment.words.indices) >= Confidence(permille: 600)
      && scene.hits(at: place).isEmpty && scene.titleHits.allSatisfy { $0.place != place }
  }
}
