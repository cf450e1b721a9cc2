// PatternMatch.swift — where a pattern occurs in a text.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// One occurrence of a pattern.
///
/// All ranges are UTF-8 offsets into the searched text.
package struct PatternMatch: Hashable, Sendable {
  /// The groups by number, 0 being the whole match; nil where a group took no part.
  package let groups: [Range<Int>?]
  private let names: [String: Int]

  init(groups: [Range<Int>?], names: [String: Int]) {
    self.groups = groups
    self.names = names
  }

  /// The whole match.
  package var range: Range<Int> { group(0) ?? 0..<0 }

  /// The range of a numbered group, or nil when it took no part or does not exist.
  package func group(_ number: Int) -> Range<Int>? {
    groups.indices.contains(number) ? groups[number] : nil
  }

  /// The range of a named group, or nil when it took no part or does not exist.
  package func group(_ name: String) -> Range<Int>? { names[name].flatMap(group) }

  /// The text of every named group that took part, by name; `text` is the one that was searched.
  package func namedTexts(in text: String) -> [String: String] {
    names.compactMapValues { number in group(number).map { text.slice($0) } }
  }
}

extension String {
  /// The text between two UTF-8 offsets; offsets beyond the end are brought to the end.
  package func slice(_ offsets: Range<Int>) -> String {
    let bytes = utf8
    let start = bytes.index(bytes.startIndex, offsetBy: offsets.lowerBound, limitedBy: endIndex)
    let end = bytes.index(bytes.startIndex, offsetBy: offsets.upperBound, limitedBy: endIndex)
    return String(self[(start ?? endIndex)..<(end ?? endIndex)])
  }
}
