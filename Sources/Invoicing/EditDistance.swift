// EditDistance.swift — how many slips of the keyboard two words are apart.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The distance of Damerau and Levenshtein (optimal string alignment): insertions, deletions,
/// substitutions and swaps of neighbours.
package func editDistance(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
  let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + Array(repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], before[j - 2] + 1)
      }
    }
    (before, previous) = (previous, row)
  }
  return previous[b.count]
}

/// The word that `word` was probably meant to be, or nil when none is near (at most a third wrong).
package func nearest(to word: String, among words: some Sequence<String>) -> String? {
  let scored = words.map { (distance: editDistance(word.lowercased(), $0.lowercased()), word: $0) }
  guard let best = scored.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else {
    return nil
  }
  return best.distance <= max(1, (word.count + 2) / 3) ? best.word : nil
}
