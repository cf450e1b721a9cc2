// GhostWords.swift — words that recognition saw where another word stands.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Drops ghosts: specks and strokes of a word that recognition took for a word of its own.
enum GhostWords {
  /// The words without those that overlap a word read with more confidence: by a third with much more,
  /// nearly whole with any more.
  static func dropped(from words: [Word]) -> [Word] {
    let doubtful = Confidence(permille: 900)
    guard words.contains(where: { $0.confidence < doubtful }) else { return words }
    let byTop = words.sorted { $0.box.top < $1.box.top }
    let tallest = words.map(\.box.height).max() ?? 0
    return words.filter { word in
      guard word.confidence < doubtful else { return true }
      let start = firstIndex(of: byTop, fromTop: word.box.top - tallest)
      return !byTop[start...].prefix { $0.box.top < word.box.bottom }.contains { other in
        guard other.confidence > word.confidence else { return false }
        let shared = sharedPercent(word.box, other.box)
        let margin = other.confidence.permille - word.confidence.permille
        return shared >= 80 || shared >= 33 && margin >= 100
      }
    }
  }

  /// How much of the smaller box both cover.
  private static func sharedPercent(_ box: Box, _ other: Box) -> Int64 {
    let common = Int64(box.horizontalOverlap(other)) * Int64(box.verticalOverlap(other))
    let smaller = [box, other].map { Int64($0.width) * Int64($0.height) }.min() ?? 0
    return smaller > 0 ? common * 100 / smaller : 0
  }

  /// The first word, sorted by their tops, whose top is not above this.
  private static func firstIndex(of words: [Word], fromTop top: Int32) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].box.top < top { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
