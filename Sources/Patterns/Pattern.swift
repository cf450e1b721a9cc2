// Pattern.swift — a regular expression from a rule file, with limits on what it may cost.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPCRE2
internal import Synchronization

/// A compiled regular expression (PCRE2 syntax, UTF with Unicode classes).
///
/// It may be shared between threads: a lock guards PCRE2's working memory, so two searches with the
/// same pattern run one after the other. Hostile patterns and texts cost at most the limits.
package final class Pattern: Sendable {
  /// Backtracking steps from one place where a match may begin (PCRE2 match limit).
  package static let stepLimit: UInt32 = 100_000
  /// Items of the pattern that one search may try over the whole text: enough for four at every byte.
  ///
  /// A page of text costs a hostile pattern a few milliseconds.
  package static func searchSteps(bytes: Int) -> Int { 16_000 + 4 * bytes }
  /// What each match found adds to them.
  package static let stepsPerMatch = 64
  /// Nested backtracking of one search (PCRE2 depth limit).
  package static let depthLimit: UInt32 = 1_000
  /// Kibibytes of one search (PCRE2 heap limit).
  package static let memoryLimit: UInt32 = 16 * 1024
  /// The longest pattern, in bytes.
  package static let lengthLimit = 16 * 1024

  package let source: String
  package let caseless: Bool
  /// The named groups with their numbers.
  package let groupNames: [String: Int]
  /// How many groups it captures, the whole match not counted.
  package let groupCount: Int
  private let code: Mutex<CompiledCode>

  /// Compiles a pattern.
  ///
  /// - Throws: `PatternProblem` with the offset where PCRE2 stopped and its message.
  package init(_ source: String, caseless: Bool = false) throws(PatternProblem) {
    let compiled = try CompiledCode(source, caseless: caseless)
    self.source = source
    self.caseless = caseless
    groupNames = compiled.names
    groupCount = compiled.groupCount
    code = Mutex(compiled)
  }

  /// The first occurrence at or after a UTF-8 offset, or nil when there is none.
  ///
  /// - Throws: `PatternLimit` when the search was given up.
  package func firstMatch(
    in text: String,
    from offset: Int = 0
  ) throws(PatternLimit) -> PatternMatch? {
    try matches(in: text, from: offset, limit: 1).first
  }

  /// The occurrences from left to right, none overlapping another, at most `limit`.
  ///
  /// - Throws: `PatternLimit` when a search was given up; what was found before is dropped.
  package func matches(
    in text: String,
    from offset: Int = 0,
    limit: Int = 10_000
  ) throws(PatternLimit) -> [PatternMatch] {
    let found = code.withLock { code in
      Result { () throws(PatternLimit) in
        try code.matches(in: text, from: offset, limit: limit)
      }
    }
    return try found.get().map { PatternMatch(groups: $0, names: groupNames) }
  }
}

extension Pattern: Hashable {
  package static func == (left: Pattern, right: Pattern) -> Bool {
    left.source == right.source && left.caseless == right.caseless
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(caseless)
  }
}
