// LetterRows.swift — where a small picture may hold lines of text.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

extension GreyImage {
  /// Rows of at least three shapes like letters side by side, from top to bottom; 1 ms.
  ///
  /// For a picture at 300 dpi, dark on light. A photograph has none.
  var letterRows: [Invoicing.Box] {
    guard greyLevels <= 16 else { return [] }
    var rows: [Row] = []
    for shape in shapes {
      if let index = rows.firstIndex(where: { $0.continues(with: shape) }) {
        rows[index].add(shape)
      } else {
        rows.append(Row(box: shape, last: shape))
      }
    }
    return rows.filter { $0.count >= 3 }.map(\.box).sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }

  /// Of 32 bands of grey, those that fill a hundredth of the picture: drawings and letters have
  /// few, photographs nearly all.
  private var greyLevels: Int {
    var histogram = pixGetGrayHistogram(pix, max(1, Int32(width * height / 250_000)))
    defer { numaDestroy(&histogram) }
    var bands = [Float](repeating: 0, count: 32)
    for level in 0..<256 {
      var count: Float = 0
      numaGetFValue(histogram, Int32(level), &count)
      bands[level / 8] += count
    }
    let sum = bands.reduce(0, +)
    return bands.count { $0 * 100 > sum }
  }

  /// Connected pieces of the sizes of letters, from left to right.
  private var shapes: [Invoicing.Box] {
    var ink = pixThresholdToBinary(pix, 190)
    defer { pixDestroy(&ink) }
    let boxes = connectedBoxes(of: ink)
    // Dithered pictures and patterns.
    guard boxes.count <= 3000 else { return [] }
    return boxes.filter {
      // From three points to an inch high; letters may touch their neighbours.
      (12...300).contains($0.height) && $0.width <= $0.height * 4 && $0.height <= $0.width * 9
    }.sorted { ($0.left, $0.top) < ($1.left, $1.top) }
  }

  /// Shapes that stand on one line.
  private struct Row {
    var box: Invoicing.Box
    var last: Invoicing.Box
    var count = 1

    /// Whether both share half the height of the higher one, and no more than a wide blank is
    /// between.
    func continues(with shape: Invoicing.Box) -> Bool {
      let height = max(last.height, shape.height)
      return last.verticalOverlap(shape) * 2 >= height && shape.left - box.right <= height * 2
    }

    mutating func add(_ shape: Invoicing.Box) {
      box = box.union(shape)
      last = shape
      count += 1
    }
  }
}
