// WordSplitter.swift — words that label and value share.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Takes words apart in which a label and its value are glued: "N°040453", "Date:04/03/2025".
enum WordSplitter {
  /// The words, each with at most one part on either side of a colon, "°", "#" or "=".
  static func split(_ words: [Word]) -> [Word] { words.flatMap(parts) }

  private static func parts(of word: Word) -> [Word] {
    let characters = Array(word.text)
    guard characters.count > 2,
      let cut = characters.indices.dropFirst().dropLast().first(where: { isCut(characters, at: $0) }
      )
    else { return [word] }
    let share = Int32(cut + 1) * word.box.width / Int32(characters.count)
    let middle = word.box.left + share
    let left = Word(
      text: String(characters[...cut]),
      box: Box(left: word.box.left, top: word.box.top, right: middle, bottom: word.box.bottom),
      confidence: word.confidence
    )
    let right = Word(
      text: String(characters[(cut + 1)...]),
      box: Box(left: middle, top: word.box.top, right: word.box.right, bottom: word.box.bottom),
      confidence: word.confidence
    )
    return [left] + parts(of: right)
  }

  /// Whether a label ends at this sign; a colon between digits belongs to a time.
  private static func isCut(_ characters: [Character], at index: Int) -> Bool {
    let next = characters[index + 1]
    guard next.isLetter || next.isNumber || "€£$+-".contains(next) else { return false }
    switch characters[index] {
    case ":", "=": return !(characters[index - 1].isNumber && next.isNumber)
    case "°", "º", "#": return next.isNumber || characters[index - 1].isLetter
    default: return false
    }
  }
}
