// Slant.swift — how much the lines of a page rise or fall.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// How much the lines of a scanned or photographed page rise or fall, by place: a little skew, a page
/// seen from the side, a sheet that is not flat.
///
/// The slope at a place is `level + across · x + down · y`, measured between neighbouring words.
struct Slant: Sendable {
  private let level: Double
  private let across: Double
  private let down: Double

  /// The slant of a page; nil where there are too few words to tell, or its lines are level.
  init?(of words: [Word]) {
    let steps = Self.steps(between: words)
    guard steps.count >= 12 else { return nil }
    let slopes = steps.map(\.slope).sorted()
    let median = slopes[slopes.count / 2]
    // Neighbours of unlike height, or of two lines, say nothing.
    let sound = steps.filter { abs($0.slope - median) < 0.06 }
    guard let fit = Self.fit(sound) else { return nil }
    func slope(at step: Step) -> Double { fit.level + fit.across * step.x + fit.down * step.y }
    let steepest = sound.map { abs(slope(at: $0)) }.max() ?? 0
    let all = sound.reduce(0) { $0 + $1.slope * $1.slope }
    let unexplained = sound.reduce(0) { sum, step in
      let rest = step.slope - slope(at: step)
      return sum + rest * rest
    }
    // On a level page slopes are chance, which no plane explains.
    guard steepest > 0.004, unexplained < all * 0.7 else { return nil }
    (level, across, down) = fit
  }

  /// Where a box would stand if the lines were level.
  func levelled(_ box: Box) -> Box {
    let (x, y) = (Double(box.middleX), Double(box.middleY))
    let shift = Int32(((level + across * x / 2 + down * y) * x).rounded())
    return Box(
      left: box.left,
      top: box.top - shift,
      right: box.right,
      bottom: box.bottom - shift
    )
  }

  /// The slope between two neighbours of one line, and where.
  private struct Step {
    let x: Double
    let y: Double
    let slope: Double
  }

  private static func steps(between words: [Word]) -> [Step] {
    let long = words.filter { $0.text.count >= 2 }.sorted { $0.box.top < $1.box.top }
    guard !long.isEmpty else { return [] }
    let height = long.map(\.box.height).sorted()[long.count / 2]
    return long.indices.compactMap { index in
      let word = long[index].box
      var next: Box?
      // Only words about as high on the page can be neighbours.
      for other in nearby(index, in: long, within: height) {
        let gap = other.left - word.right
        let height = min(word.height, other.height)
        guard gap >= -height / 2, gap <= height * 3, word.verticalOverlap(other) * 2 > height,
          gap < next.map({ $0.left - word.right }) ?? .max
        else { continue }
        next = other
      }
      guard let next, next.middleX > word.middleX else { return nil }
      let run = Double(next.middleX - word.middleX)
      return Step(
        x: Double(word.middleX),
        y: Double(word.middleY),
        slope: Double(next.middleY - word.middleY) / run
      )
    }
  }

  /// The boxes of the words whose tops are no farther than `distance`.
  private static func nearby(_ index: Int, in words: [Word], within distance: Int32) -> [Box] {
    let top = words[index].box.top
    let above = words[..<index].reversed().prefix { top - $0.box.top <= distance }.prefix(40)
    let below = words[(index + 1)...].prefix { $0.box.top - top <= distance }.prefix(40)
    return above.map(\.box) + below.map(\.box)
  }

  /// The plane nearest to the slopes (least squares); nil where they lie in one line.
  private static func fit(_ steps: [Step]) -> (level: Double, across: Double, down: Double)? {
    let count = Double(steps.count)
    guard count >= 12 else { return nil }
    let meanX = steps.reduce(0) { $0 + $1.x } / count
    let meanY = steps.reduce(0) { $0 + $1.y } / count
    let mean = steps.reduce(0) { $0 + $1.slope } / count
    var (xx, xy, yy, xs, ys) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for step in steps {
      let (x, y, slope) = (step.x - meanX, step.y - meanY, step.slope - mean)
      xx += x * x
      xy += x * y
      yy += y * y
      xs += x * slope
      ys += y * slope
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 1 else { return nil }
    let across = (xs * yy - ys * xy) / determinant
    let down = (ys * xx - xs * xy) / determinant
    return (mean - across * meanX - down * meanY, across, down)
  }
}
