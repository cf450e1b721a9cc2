// AddressBlock.swift — lines under one another that end in a postcode and a town.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Segments below one another, left edges aligned, with a line of postcode and town among them.
struct AddressBlock: Hashable, Sendable {
  /// From top to bottom.
  let places: [SegmentPlace]

  /// Every block of the scene, in reading order.
  static func blocks(in scene: Scene) -> [AddressBlock] {
    scene.pages.indices.flatMap { page -> [AddressBlock] in
      var used: Set<SegmentPlace> = []
      return scene.pages[page].rows.indices.flatMap { row -> [AddressBlock] in
        scene.pages[page].rows[row].indices.compactMap { position -> AddressBlock? in
          let place = SegmentPlace(page: page, row: row, position: position)
          guard !used.contains(place), let block = block(startingAt: place, in: scene) else {
            return nil
          }
          used.formUnion(block.places)
          return block
        }
      }
    }
  }

  /// The block whose first line is here, or nil when no postcode follows within six lines.
  static func block(startingAt place: SegmentPlace, in scene: Scene) -> AddressBlock? {
    var places = [place]
    var last = scene.segment(place)
    let page = scene.pages[place.page]
    for row in page.rows.indices.dropFirst(place.row + 1) where places.count < 7 {
      guard let top = page.rows[row].first?.box.top, top - last.box.bottom < page.textHeight * 3
      else { break }
      let next = page.rows[row].indices.first { position in
        isAligned(page.rows[row][position].box, last.box, page.textHeight)
      }
      guard let next else { continue }
      places.append(SegmentPlace(page: place.page, row: row, position: next))
      last = page.rows[row][next]
    }
    guard let town = places.dropFirst().firstIndex(where: { isTown(scene.segment($0)) }), town >= 1
    else { return nil }
    return AddressBlock(places: places)
  }

  /// Left edges, right edges or middles agree.
  private static func isAligned(_ box: Box, _ above: Box, _ height: Int32) -> Bool {
    abs(box.left - above.left) <= height || abs(box.right - above.right) <= height
      || abs(box.middleX - above.middleX) <= height
  }

  /// "38200 Vienne", "4825 BD Breda", "Leeds LS12 6DN", "OR 97205 Portland".
  private static func isTown(_ segment: Segment) -> Bool {
    let words = segment.words.map { $0.text.trimmingPunctuation }
    guard words.count >= 2, words.count <= 8 else { return false }
    let hasPostcode = words.prefix(2).contains { word in
      let digits = word.drop { $0.isLetter || $0 == "-" }
      return (4...6).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
    }
    if hasPostcode { return words.contains { $0.first?.isLetter == true && $0.count > 2 } }
    guard let last = words.last, let before = words.dropLast().last else { return false }
    // A British postcode ends in a digit and two letters.
    return last.count == 3 && last.first?.isASCIIDigit == true
      && last.dropFirst().allSatisfy { $0.isUppercase } && before.contains(where: \.isASCIIDigit)
  }
}
