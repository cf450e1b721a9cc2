// GridWords.swift — lines of text as words on a grid.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The words of some lines, as a typewriter would place them: 60 tenths of a point for a character, 150
/// from line to line.
func gridWords(_ lines: [String], confidence: Confidence = .certain) -> [Word] {
  lines.enumerated().flatMap { row, line in
    var column = 0
    return line.split(separator: " ", omittingEmptySubsequences: false).compactMap {
      text -> Word? in
      defer { column += text.count + 1 }
      guard !text.isEmpty else { return nil }
      let left = Int32(300 + column * 60)
      let box = Box(
        left: left,
        top: Int32(300 + row * 150),
        right: left + Int32(text.count * 60) - 5,
        bottom: Int32(400 + row * 150)
      )
      return Word(text: String(text), box: box, confidence: confidence)
    }
  }
}
