// TitleClassifier.swift — what a document is, by its title.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// What the titles of a document say it is.
struct TitleClassifier {
  let scene: Scene

  /// The type whose words stand as a title, with its weight; nil when no title says anything.
  func title() -> (type: TitleType, weight: Int)? {
    var weights: [TitleType: Int] = [:]
    for hit in scene.titleHits where hit.place.page == 0 {
      let weight = weight(of: hit)
      for case .title(let type) in hit.owners {
        weights[type] = max(weights[type] ?? 0, weight)
      }
    }
    return weights.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
      .map { ($0.key, $0.value) }
  }

  /// How much any title of this type weighs, 0 when it is not printed as one.
  func weight(of type: TitleType) -> Int {
    scene.titleHits.filter { $0.owners.contains(.title(type)) }.map(weight).max() ?? 0
  }

  /// High on the page, large, at the start of its run of words, with few words beside it.
  private func weight(of hit: LabelHit) -> Int {
    let page = scene.pages[hit.place.page]
    let segment = scene.segment(hit.place)
    var weight = 100
    let height = segment.box(of: hit.words).height
    weight += Int(min(400, max(0, height * 200 / max(1, page.textHeight) - 200)))
    weight += hit.words.lowerBound == 0 ? 150 : -60
    weight += segment.words.count <= hit.words.count + 3 ? 120 : 0
    weight += isCapitals(segment.text(of: hit.words)) ? 60 : 0
    weight += segment.box.top < page.page.height * 45 / 100 ? 120 : -60
    return weight + hit.words.count * 5
  }

  private func isCapitals(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
  }
}
