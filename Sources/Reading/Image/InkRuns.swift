// InkRuns.swift — where ink stands on a page that may be text.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

extension GreyImage {
  /// Runs of ink about as high as a line of text, pale ink too, in reading order.
  ///
  /// For a page in even light. `lineHeight` is that of a line in pixels.
  func inkRuns(lineHeight: Int32) -> [Invoicing.Box] {
    guard width > 3 * Int(lineHeight), height > 3 * Int(lineHeight) else { return [] }
    var ink = pixThresholdToBinary(pix, 240)
    defer { pixDestroy(&ink) }
    // Letters of a word grow together; specks and rules go before.
    let gap = max(3, lineHeight / 2) | 1
    let both = Int32(L_SELECT_IF_BOTH)
    let least = (width: max(2, lineHeight / 8), height: max(2, lineHeight / 5))
    let isLarge = Int32(L_SELECT_IF_GTE)
    var pieces = pixSelectBySize(ink, least.width, least.height, 8, both, isLarge, nil)
    defer { pixDestroy(&pieces) }
    let most = lineHeight * 8
    var clean = pixSelectBySize(pieces, most, most, 8, both, Int32(L_SELECT_IF_LTE), nil)
    defer { pixDestroy(&clean) }
    var runs = pixCloseBrick(nil, clean, gap, 1)
    defer { pixDestroy(&runs) }
    return connectedBoxes(of: runs).filter {
      $0.height * 2 >= lineHeight && $0.height <= lineHeight * 3 && $0.width >= lineHeight
    }.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }

  /// Whether half of the pieces of a run of ink, closely cut out, are as high as letters.
  ///
  /// Those of dotted lines and of patterned edges are lower: such a run takes longer to read than
  /// most lines, and says nothing.
  var mayBeText: Bool {
    let heights = glyphs().map { Int($0.height) }.sorted()
    return !heights.isEmpty && heights[heights.count / 2] * 4 >= height
  }
}
