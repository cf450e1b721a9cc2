// PatternProblem.swift — why a pattern cannot be used, and why a search was given up.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Why a text is not a regular expression.
package struct PatternProblem: Error, Hashable, Sendable {
  /// Where in the pattern, as a UTF-8 offset from 0.
  package let offset: Int
  /// PCRE2's own words, English.
  package let message: String

  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

/// A search was given up before it could tell whether the pattern occurs; never a "no match".
package enum PatternLimit: Error, Hashable, Sendable {
  /// More steps than `Pattern.stepLimit`: the pattern backtracks without end on this text.
  case steps
  /// More nesting than `Pattern.depthLimit`, or more memory than `Pattern.memoryLimit`.
  case memory
  /// PCRE2 refused for another reason, by its error number (pcre2api(3), "ERROR RETURN VALUES").
  case other(Int)
}
