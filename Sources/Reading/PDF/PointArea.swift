// PointArea.swift — a rectangle on a page in points.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A rectangle on an upright page in points from its top-left corner.
struct PointArea: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  init(_ image: PopplerPageHandle.PlacedImage) {
    self.init(left: image.left, top: image.top, right: image.right, bottom: image.bottom)
  }

  init(_ box: Box) {
    let edges = [box.left, box.top, box.right, box.bottom].map { Double($0) / 10 }
    self.init(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
  }

  var width: Double { max(0, right - left) }
  var height: Double { max(0, bottom - top) }
  var size: Double { width * height }

  /// What both cover, without size when they are apart.
  func intersection(_ other: PointArea) -> PointArea {
    let (left, top) = (max(left, other.left), max(top, other.top))
    return PointArea(
      left: left,
      top: top,
      right: max(left, min(right, other.right)),
      bottom: max(top, min(bottom, other.bottom))
    )
  }

  func union(_ other: PointArea) -> PointArea {
    PointArea(
      left: min(left, other.left),
      top: min(top, other.top),
      right: max(right, other.right),
      bottom: max(bottom, other.bottom)
    )
  }

  /// Whether both meet, or nearly: writers cut an image into strips with rounded edges.
  func touches(_ other: PointArea) -> Bool {
    left - 1 <= other.right && other.left - 1 <= right && top - 1 <= other.bottom
      && other.top - 1 <= bottom
  }

  /// These areas, those that touch joined into one; from top to bottom.
  ///
  /// None when there are more than a thousand: such a page is a drawing.
  static func joined(_ areas: [PointArea]) -> [PointArea] {
    guard areas.count <= 1000 else { return [] }
    var joined: [PointArea] = []
    for area in areas where area.size > 0 {
      var whole = area
      while let index = joined.firstIndex(where: { $0.touches(whole) }) {
        whole = whole.union(joined.remove(at: index))
      }
      joined.append(whole)
    }
    return joined.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }
}
