// RegionFinder.swift — the value in a rectangle of the page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds a value in a region of a page.
struct RegionFinder: Sendable {
  /// Left, top, right, bottom in thousandths of the page.
  let region: [Int]
  /// From 1; −1 is the last page.
  let page: Int

  static let kind = FinderKind(key: "region", options: ["page"]) { node throws(RuleMistake) in
    let region = try node.numbers("region") ?? []
    guard region.count == 4, region.allSatisfy({ (0...1000).contains($0) }),
      region[0] < region[2], region[1] < region[3]
    else {
      throw node.mistake("region", "left, top, right and bottom from 0 to 1000")
    }
    let page = try node.numbers("page")?.first ?? 1
    guard page >= 1 || page == -1 else {
      throw node.mistake("page", "a number from 1, or -1 for the last")
    }
    return .region(RegionFinder(region: region, page: page))
  }

  /// Values whose words lie in the region.
  func candidates(for rule: Rule, in scene: Scene) -> [Candidate] {
    guard let layout = page == -1 ? scene.pages.last : scene.pages.dropFirst(page - 1).first else {
      return []
    }
    let box = box(on: layout.page)
    return layout.segments.flatMap { segment -> [Candidate] in
      let inside = segment.words.indices.filter { box.holdsMiddle(of: segment.words[$0].box) }
      guard let first = inside.first, let last = inside.last else { return [] }
      return scene.values.values(of: rule, in: segment, words: first..<(last + 1)).map {
        Candidate($0, in: segment, rule: rule, weight: rule.weight)
      }
    }
  }

  private func box(on page: Page) -> Box {
    Box(
      left: page.width * Int32(region[0]) / 1000,
      top: page.height * Int32(region[1]) / 1000,
      right: page.width * Int32(region[2]) / 1000,
      bottom: page.height * Int32(region[3]) / 1000
    )
  }
}
