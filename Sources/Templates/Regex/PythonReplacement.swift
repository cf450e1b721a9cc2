// PythonReplacement.swift — what Python's re.sub puts in the place of a match.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Patterns

/// A replacement of Python's `re.sub`: text with \1, \g<1> and \g<name>; $ is a dollar.
struct PythonReplacement: Hashable, Sendable {
  private enum Part: Hashable {
    case text(String)
    case group(Int)
  }
  private var parts: [Part] = []

  /// Reads a replacement for a pattern.
  ///
  /// - Throws: `PatternProblem` where a group does not exist or an escape is unknown.
  init(_ source: String, for pattern: Pattern) throws(PatternProblem) {
    let scalars = Array(source.unicodeScalars)
    var index = 0
    var run = ""
    while index < scalars.count {
      guard scalars[index] == "\\", index + 1 < scalars.count else {
        run.unicodeScalars.append(scalars[index])
        index += 1
        continue
      }
      let (part, length) = try Self.escape(scalars[(index + 1)...], pattern, at: index)
      switch part {
      case .text(let text): run += text
      case .group(let number):
        guard number <= pattern.groupCount else {
          throw PatternProblem(offset: index, message: "there is no group \(number)")
        }
        parts += [.text(run), part]
        run = ""
      }
      index += 1 + length
    }
    parts.append(.text(run))
  }

  private static func escape(
    _ rest: ArraySlice<Unicode.Scalar>,
    _ pattern: Pattern,
    at offset: Int
  ) throws(PatternProblem) -> (Part, Int) {
    let first = rest.first ?? "\\"
    let digits = rest.prefix(2).prefix { ("0"..."9").contains($0) }
    if let number = Int(text(of: digits)), first != "0" { return (.group(number), digits.count) }
    switch first {
    case "g":
      let name = text(of: rest.dropFirst(2).prefix { $0 != ">" })
      guard rest.dropFirst().first == "<", rest.count >= name.unicodeScalars.count + 3,
        let number = Int(name) ?? pattern.groupNames[name]
      else { throw PatternProblem(offset: offset, message: "there is no group \(name)") }
      return (.group(number), name.unicodeScalars.count + 3)
    case "n": return (.text("\n"), 1)
    case "t": return (.text("\t"), 1)
    case "r": return (.text("\r"), 1)
    case "f": return (.text("\u{C}"), 1)
    case "v": return (.text("\u{B}"), 1)
    case "a": return (.text("\u{7}"), 1)
    case "b": return (.text("\u{8}"), 1)
    case "0": return (.text("\0"), 1)
    case "\\": return (.text("\\"), 1)
    case "a"..."z", "A"..."Z":
      throw PatternProblem(offset: offset, message: "\\\(first) is no escape of Python")
    default: return (.text("\\" + String(first)), 1)
    }
  }

  private static func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// The text for one match; what stands in no group comes from the first word of the match.
  func text(for match: PatternMatch, in source: TracedText) -> TracedText {
    let word =
      source.trace[match.range].first { $0 != TracedText.noWord } ?? TracedText.noWord
    var result = TracedText()
    for part in parts {
      switch part {
      case .text(let text): result.append(text, from: word)
      case .group(let number):
        if let range = match.group(number) { result.append(source.slice(range)) }
      }
    }
    return result
  }
}

/// A pattern with what takes the place of its matches.
struct Substitution: Hashable, Sendable {
  let pattern: Pattern
  let replacement: PythonReplacement
}
