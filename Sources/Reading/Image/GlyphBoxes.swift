// GlyphBoxes.swift — where the characters of a word stand.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

extension GreyImage {
  /// Boxes of the characters from left to right, of a picture of one word, dark on white.
  ///
  /// What overlaps in width is one character.
  func glyphs() -> [Invoicing.Box] { glyphs(darkerThan: 50) }

  /// Boxes of so many characters; nil where the ink cannot be parted so.
  ///
  /// In worn print characters touch: only their darkest parts stand alone, or the widest pieces are
  /// pairs.
  func glyphs(count: Int) -> [Invoicing.Box]? {
    var boxes = glyphs()
    if boxes.count == count { return boxes }
    for share: UInt32 in [40, 30] {
      let darkest = glyphs(darkerThan: share)
      if darkest.count == count { return darkest }
    }
    guard boxes.count < count, boxes.count * 2 >= count else { return nil }
    while boxes.count < count {
      guard let widest = boxes.indices.max(by: { boxes[$0].width < boxes[$1].width }),
        let halves = halves(of: boxes[widest])
      else { return nil }
      boxes.replaceSubrange(widest...widest, with: halves)
    }
    return boxes
  }

  /// Two characters that touch, parted where between their middles there is least ink; nil for a box
  /// narrower than two characters can be.
  private func halves(of pair: Invoicing.Box) -> [Invoicing.Box]? {
    guard pair.width > pair.height else { return nil }
    var box = boxCreate(pair.left, pair.top, pair.width, pair.height)
    defer { boxDestroy(&box) }
    var averages = pixAverageByColumn(pix, box, Int32(L_BLACK_IS_MAX))
    defer { numaDestroy(&averages) }
    let ink = (pair.width / 3...pair.width * 2 / 3).map { column in
      var average: Float = 0
      numaGetFValue(averages, column, &average)
      return (column: column, ink: average)
    }
    guard let thinnest = ink.min(by: { $0.ink < $1.ink })?.column else { return nil }
    let cut = pair.left + thinnest
    return [
      Invoicing.Box(left: pair.left, top: pair.top, right: cut, bottom: pair.bottom),
      Invoicing.Box(left: cut, top: pair.top, right: pair.right, bottom: pair.bottom),
    ]
  }

  /// `share` is in hundredths of the way from the ink to the paper: bad prints are pale.
  private func glyphs(darkerThan share: UInt32) -> [Invoicing.Box] {
    var (ink, paper): (UInt32, UInt32) = (0, 0)
    guard pixGetRankValue(pix, 1, 0.05, &ink) == 0, pixGetRankValue(pix, 1, 0.9, &paper) == 0
    else { return [] }
    var dark = pixThresholdToBinary(pix, Int32(ink + (paper - ink) * share / 100))
    defer { pixDestroy(&dark) }
    let pieces = connectedBoxes(of: dark).filter { $0.width * $0.height >= 4 }
    return pieces.sorted { ($0.left, $0.top) < ($1.left, $1.top) }.reduce(into: []) { glyphs, box in
      if let last = glyphs.last, last.horizontalOverlap(box) * 2 > min(last.width, box.width) {
        glyphs[glyphs.count - 1] = last.union(box)
      } else {
        glyphs.append(box)
      }
    }
  }
}
