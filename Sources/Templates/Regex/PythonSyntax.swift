// PythonSyntax.swift — regular expressions of Python's re module, rewritten for PCRE2.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Patterns

/// Rewrites the syntax of Python's `re` where PCRE2 reads it otherwise.
///
/// What Python refuses is refused too: PCRE2 would give some of it another meaning.
struct PythonSyntax {
  private let source: [Unicode.Scalar]
  private var index = 0
  private var result = ""

  /// The same pattern in the syntax of PCRE2.
  ///
  /// - Throws: `PatternProblem`, its offset in the source.
  static func rewritten(_ source: String) throws(PatternProblem) -> String {
    var syntax = PythonSyntax(source: Array(source.unicodeScalars))
    while let scalar = syntax.next { try syntax.rewrite(scalar) }
    return syntax.result
  }

  private init(source: [Unicode.Scalar]) { self.source = source }

  private var next: Unicode.Scalar? { source.indices.contains(index) ? source[index] : nil }

  private mutating func rewrite(_ scalar: Unicode.Scalar) throws(PatternProblem) {
    switch scalar {
    case "\\": try escape(inSet: false)
    case "[": try set()
    case "(": try group()
    case "{": quantifier()
    default: keep(1)
    }
  }

  private mutating func keep(_ count: Int) {
    for scalar in source[index..<min(index + count, source.count)] {
      result.unicodeScalars.append(scalar)
    }
    index += count
  }

  private mutating func put(_ text: String, for count: Int) {
    result += text
    index += count
  }

  /// An escape.
  ///
  /// \Z is the very end, \v one character, \u takes four digits, \U eight; other letters are errors.
  private mutating func escape(inSet: Bool) throws(PatternProblem) {
    guard index + 1 < source.count else { throw problem("nothing follows the last \\") }
    let letter = source[index + 1]
    switch letter {
    case "u": try codePoint(digits: 4)
    case "U": try codePoint(digits: 8)
    case "x": try codePoint(digits: 2)
    case "v": put("\\x0b", for: 2)
    case "Z" where !inSet: put("\\z", for: 2)
    case "A" where !inSet, "B" where !inSet: keep(2)
    case "a", "b", "d", "D", "f", "n", "r", "s", "S", "t", "w", "W": keep(2)
    case "a"..."z", "A"..."Z": throw problem("\\\(letter) is no escape of Python")
    default: keep(2)
    }
  }

  private mutating func codePoint(digits count: Int) throws(PatternProblem) {
    let digits = source[min(index + 2, source.count)...].prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else {
      throw problem("\\\(source[index + 1]) is followed by \(count) hexadecimal digits")
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: digits)
    put("\\x{\(text)}", for: count + 2)
  }

  /// A set of characters; in Python a [ inside it is a character and never begins a POSIX class.
  private mutating func set() throws(PatternProblem) {
    keep(1)
    if next == "^" { keep(1) }
    if next == "]" { put("\\]", for: 1) }
    while let scalar = next, scalar != "]" {
      switch scalar {
      case "\\": try escape(inSet: true)
      case "[": put("\\[", for: 1)
      default: keep(1)
      }
    }
    keep(1)
  }

  /// The start of a group: verbs and recursion are unknown to Python, the flag u is always on.
  private mutating func group() throws(PatternProblem) {
    guard index + 1 < source.count else { return keep(1) }
    if source[index + 1] == "*" { throw problem("nothing to repeat") }
    guard source[index + 1] == "?", index + 2 < source.count else { return keep(1) }
    switch source[index + 2] {
    case ":", "=", "!", ">", "(": return keep(3)
    case "#": return comment()
    case "<": return try lookBehind()
    case "P": return try named()
    default: break
    }
    let flags = source[(index + 2)...].prefix { $0 != ":" && $0 != ")" }
    guard flags.allSatisfy({ "aiLmsux-".unicodeScalars.contains($0) }) else {
      throw problem("unknown kind of group")
    }
    guard !flags.contains("a"), !flags.contains("L") else {
      throw problem("the flags a and L are not supported")
    }
    var kept = ""
    kept.unicodeScalars.append(contentsOf: flags.filter { $0 != "u" })
    put("(?" + kept, for: 2 + flags.count)
  }

  /// Left out: an escaped parenthesis ends a comment for PCRE2, not for Python.
  private mutating func comment() {
    index += 3
    while let scalar = next, scalar != ")" { index += scalar == "\\" ? 2 : 1 }
    index += 1
  }

  private mutating func lookBehind() throws(PatternProblem) {
    guard index + 3 < source.count, source[index + 3] == "=" || source[index + 3] == "!" else {
      throw problem("a named group is written (?P<name>…)")
    }
    keep(4)
  }

  private mutating func named() throws(PatternProblem) {
    guard index + 3 < source.count, source[index + 3] == "<" || source[index + 3] == "=" else {
      throw problem("unknown kind of group")
    }
    keep(4)
  }

  /// {,n} is {0,n}; braces that are no quantifier are characters.
  private mutating func quantifier() {
    let inner = source[(index + 1)...].prefix { $0 != "}" }
    let end = index + 1 + inner.count
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
    let isQuantifier =
      end < source.count && (1...2).contains(parts.count) && !inner.isEmpty
      && parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
    guard isQuantifier else { return put("\\{", for: 1) }
    if inner.first == "," {
      put("{0", for: 1)
    } else {
      keep(1)
    }
    keep(inner.count + 1)
  }

  private func problem(_ message: String) -> PatternProblem {
    var head = ""
    head.unicodeScalars.append(contentsOf: source[..<min(index, source.count)])
    return PatternProblem(offset: head.utf8.count, message: message)
  }
}
