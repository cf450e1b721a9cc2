// LabelScanner.swift — where the labels of rule files stand on a page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A label found on a page.
struct LabelHit: Hashable, Sendable {
  let place: SegmentPlace
  /// The words of the label in its segment.
  let words: Range<Int>
  /// Who listed this label.
  let owners: [LabelOwner]
  /// Whether a misread word had to be mended.
  let isMended: Bool
}

/// A segment by its place: index of the page in the scene, row and position in the row.
struct SegmentPlace: Hashable, Comparable, Sendable {
  let page: Int
  let row: Int
  let position: Int

  static func < (left: SegmentPlace, right: SegmentPlace) -> Bool {
    (left.page, left.row, left.position) < (right.page, right.row, right.position)
  }
}

/// Who listed a label.
enum LabelOwner: Hashable, Sendable {
  /// The rule at this index of the rules in force.
  case rule(Int)
  case phrase(PhrasePurpose)
  case title(TitleType)
  case column(TableColumn)
}

/// The labels of one rule file, ready to be found.
struct LabelIndex: Sendable {
  fileprivate struct Entry {
    let tokens: [String]
    let owners: [LabelOwner]
  }

  /// By first word; the longest label first.
  fileprivate let entries: [String: [Entry]]
  /// Labels of several words by their letters without blanks, for pages that lost a blank.
  fileprivate let glued: [String: Entry]
  let vocabulary: Set<String>

  init(_ labels: [(LabelText, LabelOwner)]) {
    var owners: [[String]: [LabelOwner]] = [:]
    for (label, owner) in labels {
      if owners[label.tokens]?.contains(owner) != true {
        owners[label.tokens, default: []].append(owner)
      }
    }
    let all = owners.map { Entry(tokens: $0.key, owners: $0.value) }
      .sorted { $0.tokens.lexicographicallyPrecedes($1.tokens) }
    entries = Dictionary(grouping: all, by: { $0.tokens[0] }).mapValues { list in
      list.sorted { $1.tokens.count < $0.tokens.count }
    }
    let ofSeveral = all.filter { $0.tokens.count > 1 && $0.tokens.joined().count >= 6 }
    glued = Dictionary(ofSeveral.map { ($0.tokens.joined(), $0) }) { first, _ in first }
    vocabulary = Set(owners.keys.joined())
  }

  /// The longest label that begins at a word: how many words it has, and who listed it.
  fileprivate func longest(_ tokens: [LabelToken], at start: Int) -> (Int, [LabelOwner])? {
    let entry = entries[tokens[start].text]?.first { entry in
      start + entry.tokens.count <= tokens.count
        && entry.tokens.indices.allSatisfy { tokens[start + $0].text == entry.tokens[$0] }
        && !Self.endsInValue(tokens, at: start + entry.tokens.count)
    }
    return entry.map { ($0.tokens.count, $0.owners) }
  }

  /// Whether the rest of a label's last word is a number: "Numero: FT/2025/11" ends in its value.
  private static func endsInValue(_ tokens: [LabelToken], at end: Int) -> Bool {
    end < tokens.count && tokens[end].word == tokens[end - 1].word
      && tokens[end].text.contains(where: \.isASCIIDigit)
  }

  /// The label that one to three words at this place are when their blanks are ignored.
  fileprivate func longestGlued(_ tokens: [LabelToken], at start: Int) -> (Int, [LabelOwner])? {
    var text = ""
    var found: (Int, [LabelOwner])?
    for (offset, token) in tokens[start...].prefix(3).enumerated() {
      text += token.text
      if let entry = glued[text], entry.tokens.count != offset + 1 {
        found = (offset + 1, entry.owners)
      }
    }
    return found
  }
}

/// Finds labels on pages: in a segment the longest label wins, from left to right.
struct LabelScanner: Sendable {
  /// The labels of the rule files in force, each with the index of its first rule.
  private let parts: [(index: LabelIndex, firstRule: Int)]

  init(_ parts: [(index: LabelIndex, firstRule: Int)]) { self.parts = parts }

  /// A scanner for the labels of one rule.
  init(_ labels: [(LabelText, LabelOwner)]) { parts = [(LabelIndex(labels), 0)] }

  /// The labels of a segment whose tokens were canonicalised.
  func hits(in tokens: [LabelToken], at place: SegmentPlace) -> [LabelHit] {
    var hits: [LabelHit] = []
    var index = 0
    while index < tokens.count {
      let found =
        longest { $0.longest(tokens, at: index) } ?? longest { $0.longestGlued(tokens, at: index) }
      guard let (count, owners) = found else {
        index += 1
        continue
      }
      let matched = tokens[index..<(index + count)]
      index += count
      guard let first = matched.first, let last = matched.last else { continue }
      hits.append(
        LabelHit(
          place: place,
          words: first.word..<(last.word + 1),
          owners: owners,
          isMended: matched.contains(where: \.isMended)
        )
      )
    }
    return hits
  }

  /// The longest label that any rule file finds, with everyone who listed it.
  private func longest(_ find: (LabelIndex) -> (Int, [LabelOwner])?) -> (Int, [LabelOwner])? {
    var best: (Int, [LabelOwner])?
    for (index, firstRule) in parts {
      guard let (count, owners) = find(index), count >= best?.0 ?? 0 else { continue }
      let shifted = owners.map { $0.shifted(by: firstRule) }
      let same = best.flatMap { $0.0 == count ? $0.1 : nil } ?? []
      best = (count, same + shifted.filter { !same.contains($0) })
    }
    return best
  }
}

extension LabelOwner {
  /// The same owner where the rules of its file begin at this index.
  fileprivate func shifted(by firstRule: Int) -> LabelOwner {
    if case .rule(let index) = self { .rule(index + firstRule) } else { self }
  }
}

/// A canonical word of a segment.
struct LabelToken: Hashable, Sendable {
  let text: String
  /// Index of its word in the segment.
  let word: Int
  let isMended: Bool
}
