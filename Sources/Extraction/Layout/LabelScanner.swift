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

/// Finds labels on pages: in a segment the longest label wins, from left to right.
struct LabelScanner: Sendable {
  private struct Entry {
    let tokens: [String]
    var owners: [LabelOwner]
  }

  /// By first word; the longest label first.
  private let entries: [String: [Entry]]
  let vocabulary: Set<String>

  init(_ labels: [(LabelText, LabelOwner)]) {
    var owners: [[String]: [LabelOwner]] = [:]
    for (label, owner) in labels {
      if owners[label.tokens]?.contains(owner) != true {
        owners[label.tokens, default: []].append(owner)
      }
    }
    let all = owners.map { Entry(tokens: $0.key, owners: $0.value) }
    entries = Dictionary(grouping: all, by: { $0.tokens[0] }).mapValues { list in
      list.sorted { ($1.tokens.count, $0.tokens.joined()) < ($0.tokens.count, $1.tokens.joined()) }
    }
    vocabulary = Set(owners.keys.joined())
  }

  /// The labels of a segment whose tokens were canonicalised.
  func hits(in tokens: [LabelToken], at place: SegmentPlace) -> [LabelHit] {
    var hits: [LabelHit] = []
    var index = 0
    while index < tokens.count {
      let entry = entries[tokens[index].text]?.first { entry in
        index + entry.tokens.count <= tokens.count
          && entry.tokens.indices.allSatisfy { tokens[index + $0].text == entry.tokens[$0] }
      }
      guard let entry else {
        index += 1
        continue
      }
      let matched = tokens[index..<(index + entry.tokens.count)]
      index += entry.tokens.count
      guard let first = matched.first, let last = matched.last else { continue }
      hits.append(
        LabelHit(
          place: place,
          words: first.word..<(last.word + 1),
          owners: entry.owners,
          isMended: matched.contains(where: \.isMended)
        )
      )
    }
    return hits
  }
}

/// A canonical word of a segment.
struct LabelToken: Hashable, Sendable {
  let text: String
  /// Index of its word in the segment.
  let word: Int
  let isMended: Bool
}
