// GlyphExamples.swift — what the characters of a page look like.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the digits and capitals of a page look like, learnt from its sure words.
struct GlyphExamples {
  private var shapes: [Character: [GlyphShape]] = [:]

  /// More of one character cost time and tell no more.
  private static let most = 24

  /// From sure words that hold only capitals or only digits: nothing else can have been mistaken.
  init(_ words: [RecognisedWord], on page: GreyImage) {
    for word in words where word.confidence.permille >= 900 && word.text.count >= 2 {
      let kept = word.text.filter { $0.isCapital || $0.isDigit }
      let isPure = kept.allSatisfy(\.isCapital) || kept.allSatisfy(\.isDigit)
      let others = word.text.allSatisfy { $0.isCapital || $0.isDigit || ".,-/:".contains($0) }
      guard isPure, others, !kept.allSatisfy({ shapes[$0, default: []].count >= Self.most })
      else { continue }
      let found = GlyphShape.shapes(of: word.box, on: page)
      guard found.count == word.text.count else { continue }
      for (character, shape) in zip(word.text, found)
      where (character.isCapital || character.isDigit)
        && shapes[character, default: []].count < Self.most
      {
        shapes[character, default: []].append(shape)
      }
    }
  }

  /// Whether the page shows a character in about the size of a shape.
  func has(_ character: Character, asHighAs shape: GlyphShape) -> Bool {
    shapes[character]?.contains { Self.areOfOneSize($0, shape) } ?? false
  }

  /// How unlike a shape is to the most alike example of a character, or nil without any.
  ///
  /// Examples of about the same height count first: a page has letters of several sizes.
  func distance(of shape: GlyphShape, to character: Character) -> Int? {
    guard let all = shapes[character] else { return nil }
    let alike = all.filter { Self.areOfOneSize($0, shape) }
    return (alike.isEmpty ? all : alike).map(shape.distance).min()
  }

  private static func areOfOneSize(_ first: GlyphShape, _ second: GlyphShape) -> Bool {
    abs(first.height - second.height) * 5 <= second.height
  }

  /// The digit that a shape clearly resembles, and no other; nil where unclear.
  func digit(of shape: GlyphShape) -> Character? {
    let distances = "0123456789".compactMap { digit in
      distance(of: shape, to: digit).map { (digit: digit, distance: $0) }
    }.sorted { $0.distance < $1.distance }
    guard let best = distances.first, best.distance < 240 else { return nil }
    let isClear = distances.count > 3 && distances[1].distance * 2 > best.distance * 3
    return isClear ? best.digit : nil
  }
}

extension Character {
  /// Of the Latin alphabet without marks.
  var isCapital: Bool { ("A"..."Z").contains(self) }
  var isDigit: Bool { ("0"..."9").contains(self) }
}
