// PageText.swift — the words of a page as lines of text.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Lays the words of a page out as lines.
enum PageText {
  /// The lines from top to bottom; a wide gap becomes two blanks, so that columns stay apart.
  static func lines(of page: Page) -> [String] {
    var lines: [String] = []
    var line = ""
    var previous: Word?
    for word in page.words {
      if let before = previous, isSameLine(before.box, word.box) {
        let gap = word.box.left - before.box.right
        line += (gap > word.box.height ? "  " : " ") + word.text
      } else {
        if previous != nil { lines.append(line) }
        line = word.text
      }
      previous = word
    }
    return previous == nil ? lines : lines + [line]
  }

  /// Whether a word goes on the line of the one before: it overlaps it by half and lies to the right.
  private static func isSameLine(_ before: Box, _ box: Box) -> Bool {
    let lower = min(before.height, box.height)
    return box.left >= before.left && before.verticalOverlap(box) * 2 >= max(1, lower)
  }
}
