// VATCategory.swift — why VAT is or is not charged (EN 16931-1 BT-118).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The category of VAT and the printed phrase that tells it.
struct VATCategory: Hashable, Sendable {
  /// S, Z, E, AE, K, G, O, L or M.
  let code: String
  /// The phrase, as it is printed (BT-120); nil where VAT is charged or nothing says why not.
  let reason: String?

  /// The purposes of phrases with their categories; where a page has several, the first tells most.
  private static let categories: [(PhrasePurpose, String)] = [
    (.intraCommunity, "K"), (.reverseCharge, "AE"), (.export, "G"), (.marginScheme, "E"),
    (.franchise, "O"), (.exempt, "E"), (.zeroRated, "Z"), (.withoutVAT, "O"),
  ]

  /// Every purpose of a phrase that says that no VAT is charged.
  static let purposes: [PhrasePurpose] = categories.map(\.0)

  /// The category of what is charged at a rate.
  static func category(of rate: VATRate, in scene: Scene) -> VATCategory {
    guard rate.hundredthsOfPercent == 0 else {
      let code =
        !scene.hits(for: .canaryTax).isEmpty ? "L" : scene.hits(for: .ceutaTax).isEmpty ? "S" : "M"
      return VATCategory(code: code, reason: nil)
    }
    for (purpose, code) in categories {
      guard let hit = scene.clearHits(for: purpose).first else { continue }
      return VATCategory(code: code, reason: phrase(around: hit, in: scene))
    }
    return VATCategory(code: "Z", reason: nil)
  }

  /// The sentence that a phrase stands in.
  private static func phrase(around hit: LabelHit, in scene: Scene) -> String {
    let segment = scene.segment(hit.place)
    let ends = segment.words.indices.filter { index in
      let word = segment.words[index].text
      // "art." ends no sentence.
      return word.hasSuffix(".") && word.count > 4
    }
    let start = ends.last { $0 < hit.words.lowerBound }.map { $0 + 1 } ?? 0
    let end = ends.first { $0 >= hit.words.upperBound - 1 }.map { $0 + 1 } ?? segment.words.count
    return String(segment.text(of: start..<end).prefix(200))
  }
}
