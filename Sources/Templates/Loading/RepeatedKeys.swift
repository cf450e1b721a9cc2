// RepeatedKeys.swift — keys that stand twice in a mapping: the last one counts, as in Python.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Yams

/// Parses YAML in which a key may stand twice.
///
/// The parser refuses such a mapping, so the earlier key is marked in the text and left out later.
enum RepeatedKeys {
  /// Stands before a key that another one replaces.
  static let mark: Unicode.Scalar = "\u{FFFC}"
  /// More repetitions are no slip.
  private static let limit = 50

  /// The tree of a text, and the keys that were replaced with their places.
  ///
  /// - Throws: what Yams throws.
  static func compose(_ text: String) throws -> (root: Node?, mistakes: [TemplateMistake]) {
    var text = text
    var mistakes: [TemplateMistake] = []
    while true {
      do {
        return (try Yams.compose(yaml: text), mistakes)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context)
        where mistakes.count < limit
      {
        guard let marked = marking(text, context.mark, number: mistakes.count) else {
          throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
        }
        text = marked
        let name = keys.first ?? ""
        mistakes.append(
          TemplateMistake(
            "the key \(name) stands twice; the last one counts",
            line: context.mark.line,
            column: context.mark.column
          )
        )
      }
    }
  }

  /// The text with a mark before the key at a place, or nil where there is no such place.
  private static func marking(_ text: String, _ place: Mark, number: Int) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.indices.contains(place.line - 1) else { return nil }
    var scalars = Array(lines[place.line - 1].unicodeScalars)
    var column = place.column - 1
    guard scalars.indices.contains(column) else { return nil }
    if "'\"".unicodeScalars.contains(scalars[column]) { column += 1 }
    // The number keeps marked keys apart.
    scalars.insert(contentsOf: [mark] + String(number).unicodeScalars, at: column)
    var line = ""
    line.unicodeScalars.append(contentsOf: scalars)
    lines[place.line - 1] = line
    return lines.joined(separator: "\n")
  }

  /// Whether another key replaces this one.
  static func isReplaced(_ key: String) -> Bool { key.unicodeScalars.first == mark }
}
