// MendedCharacter.swift — the one character that was read wrong and set right.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The one character of a printed value that was taken for another: what was read, what it is.
package struct MendedCharacter: Hashable, Sendable {
  package let read: Character
  package let meant: Character

  /// The character in which a value differs from the text it was read from; nil when nothing was
  /// mended, or not exactly one character of an identifier.
  package init?(in evidence: Evidence, of value: FieldValue) {
    guard evidence.rule.path.hasSuffix("+repaired"), case .text(let value) = value else {
      return nil
    }
    let meant = Array(value.filter { $0.isLetter || $0.isNumber })
    // A sign read for a digit ("$", "!") is no separator here.
    let read = folded(evidence.text).filter { !" .,-/".contains($0) }.suffix(meant.count)
    guard read.count == meant.count else { return nil }
    let different = zip(read, meant).filter { $0 != $1 }
    guard different.count == 1 else { return nil }
    self.read = different[0].0
    self.meant = different[0].1
  }
}
