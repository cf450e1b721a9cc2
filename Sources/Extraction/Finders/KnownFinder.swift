// KnownFinder.swift — a value that is known from earlier invoices, where it is printed.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds a known value on the pages: as it is, or on recognised pages with a few characters misread.
///
/// It proposes nothing where the value is not printed, and never overrules print: words that are
/// another value with check digits that agree are left to the other finders.
struct KnownFinder: Sendable {
  let texts: [String]

  static let kind = FinderKind(key: "known", options: []) { node throws(RuleMistake) in
    let texts = try node.texts("known")
    guard !texts.isEmpty, texts.allSatisfy({ lettersAndDigits($0).count >= 3 }) else {
      throw node.mistake("known", "texts of three letters or digits at least")
    }
    return .known(KnownFinder(texts: texts))
  }

  /// The places where the values stand.
  func candidates(for rule: Rule, in scene: Scene) -> [Candidate] {
    guard [.identifier, .text].contains(rule.field.kind) else { return [] }
    return texts.flatMap { text in
      scene.pages.flatMap { page in
        let isRecognised = page.page.origin == .recognised
        return (page.lines + page.wrappedLines).compactMap { line in
          candidate(text, in: line, isRecognised: isRecognised, rule: rule, scene: scene)
        }
      }
    }
  }

  private func candidate(
    _ text: String,
    in line: Segment,
    isRecognised: Bool,
    rule: Rule,
    scene: Scene
  ) -> Candidate? {
    let pattern = Array(lettersAndDigits(text).utf8)
    // Without check digits nothing tells a misread number from another one.
    let slips = isRecognised && isChecked(rule) ? Self.slips(of: pattern.count) : 0
    let signs = Signs(line)
    guard let found = signs.nearest(to: pattern, within: slips) else { return nil }
    let words = signs.words[found.range.lowerBound]..<(signs.words[found.range.upperBound - 1] + 1)
    // A short number inside a longer one is another.
    guard pattern.count >= 9 || signs.isWhole(found.range) else { return nil }
    if found.distance > 0 {
      let printed = scene.values.values(of: rule, in: line, words: words)
      guard
        !printed.contains(where: { $0.value != .text(text) && isChecked(rule) })
      else { return nil }
    }
    // What is not read as it is known may be a new one.
    let reading = min(
      line.confidence(of: words),
      Confidence(permille: found.distance > 0 ? 740 : 1000)
    )
    return Candidate(
      value: .text(text),
      weight: max(0, rule.weight - found.distance * 40),
      page: line.page,
      box: line.box(of: words),
      text: line.text(of: words),
      rule: found.distance > 0 ? rule.id.repaired : rule.id,
      reading: found.distance > 0 ? reading : max(reading, Confidence(permille: 950))
    )
  }

  /// Whether the values of the field carry check digits.
  private func isChecked(_ rule: Rule) -> Bool {
    [Field.iban.name, Field.sellerVATID.name, Field.buyerVATID.name, Field.sellerLegalID.name]
      .contains(rule.field.name)
  }

  /// How many characters of so many may be misread.
  private static func slips(of length: Int) -> Int {
    switch length {
    case ..<9: 0
    case ..<12: 1
    case ..<20: 2
    default: 3
    }
  }
}

/// The letters and digits of a line without blanks and punctuation, each with its word.
private struct Signs {
  let bytes: [UInt8]
  let words: [Int]

  init(_ line: Segment) {
    var bytes: [UInt8] = []
    var words: [Int] = []
    let dropped = Set(" .,:;-/_()|'".utf8)
    for (index, word) in line.words.enumerated() {
      for byte in folded(word.text).utf8 where !dropped.contains(byte) {
        bytes.append(byte)
        words.append(index)
      }
    }
    self.bytes = bytes
    self.words = words
  }

  /// Whether no word goes on beyond either end.
  func isWhole(_ range: Range<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return (first == 0 || words[first - 1] != words[first])
      && (last + 1 == words.count || words[last + 1] != words[last])
  }

  /// Where the pattern stands with the fewest changes, the leftmost of equals (Sellers 1980).
  func nearest(to pattern: [UInt8], within limit: Int) -> (range: Range<Int>, distance: Int)? {
    guard !pattern.isEmpty, pattern.count <= bytes.count + limit, bytes.count <= 4_000 else {
      return nil
    }
    var costs = Array(0...pattern.count)
    var starts = [Int](repeating: 0, count: pattern.count + 1)
    var best: (range: Range<Int>, distance: Int)?
    for (end, byte) in bytes.enumerated() {
      var (diagonal, diagonalStart) = (costs[0], end)
      starts[0] = end + 1
      for row in 1...pattern.count {
        let (above, aboveStart) = (costs[row], starts[row])
        var cost = diagonal + (pattern[row - 1] == byte ? 0 : 1)
        var start = diagonalStart
        if above + 1 < cost { (cost, start) = (above + 1, aboveStart) }
        if costs[row - 1] + 1 < cost { (cost, start) = (costs[row - 1] + 1, starts[row - 1]) }
        (diagonal, diagonalStart) = (above, aboveStart)
        (costs[row], starts[row]) = (cost, start)
      }
      let distance = costs[pattern.count]
      if distance <= limit, distance < best?.distance ?? .max, starts[pattern.count] <= end {
        best = (starts[pattern.count]..<(end + 1), distance)
      }
    }
    return best
  }
}
