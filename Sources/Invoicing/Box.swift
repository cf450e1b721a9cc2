// Box.swift — a rectangle on a page.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A rectangle on an upright page, in tenths of a point (1/720 inch) from the top-left corner.
///
/// What lies farther off than `Box.limit` is held there: arithmetic with edges stays in 32 bits,
/// whatever a file says.
package struct Box: Hashable, Sendable, Codable {
  /// Seventy metres; a thousand times of it are less than 2³¹.
  package static let limit: Int32 = 2_000_000

  package let left: Int32
  package let top: Int32
  package let right: Int32
  package let bottom: Int32

  package init(left: Int32, top: Int32, right: Int32, bottom: Int32) {
    self.left = Self.held(left)
    self.top = Self.held(top)
    self.right = Self.held(right)
    self.bottom = Self.held(bottom)
  }

  /// The edge, or the limit that it lies beyond.
  static func held(_ edge: Int32) -> Int32 { max(-limit, min(limit, edge)) }

  package var width: Int32 { right - left }
  package var height: Int32 { bottom - top }
  package var middleX: Int32 { left + (right - left) / 2 }
  package var middleY: Int32 { top + (bottom - top) / 2 }

  /// The smallest rectangle around both.
  package func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left),
      top: min(top, other.top),
      right: max(right, other.right),
      bottom: max(bottom, other.bottom)
    )
  }

  /// How much of the x axis both cover, 0 when apart.
  package func horizontalOverlap(_ other: Box) -> Int32 {
    max(0, min(right, other.right) - max(left, other.left))
  }

  /// How much of the y axis both cover, 0 when apart.
  package func verticalOverlap(_ other: Box) -> Int32 {
    max(0, min(bottom, other.bottom) - max(top, other.top))
  }

  /// The blank between both, across and down together; 0 where they meet.
  package func distance(to other: Box) -> Int32 {
    max(0, other.left - right, left - other.right) + max(0, other.top - bottom, top - other.bottom)
  }

  /// Whether the middle of `other` lies inside.
  package func holdsMiddle(of other: Box) -> Bool {
    (left...max(left, right)).contains(other.middleX)
      && (top...max(top, bottom)).contains(other.middleY)
  }

  /// Coded as [left, top, right, bottom], as the contract prints it.
  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    self.init(
      left: try container.decode(Int32.self),
      top: try container.decode(Int32.self),
      right: try container.decode(Int32.self),
      bottom: try container.decode(Int32.self)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for edge in [left, top, right, bottom] { try container.encode(edge) }
  }
}
