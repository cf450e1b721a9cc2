// SafeName.swift — file names that no shell, file manager or share trips over.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// File names made of texts that come from outside.
enum SafeName {
  /// The longest name, in bytes of UTF-8: room for " (123)" and ".why.json" within 255.
  static let limit = 200

  /// `stem` and `suffix` (".pdf") as a name: no slash, no control or direction mark, none of the
  /// characters that Windows forbids, no dash or dot at the beginning, the stem cut at a character.
  static func name(_ stem: String, suffix: String) -> String {
    var result = trimmed(collapsed(stem))
    while result.utf8.count + suffix.utf8.count > limit { result.removeLast() }
    result = trimmed(result)
    return (result.isEmpty ? "_" : result) + suffix
  }

  /// The stem and the suffix of a file name; bytes that are not UTF-8 become U+FFFD.
  static func split(_ fileName: [UInt8]) -> (stem: String, suffix: String) {
    let text = String(decoding: fileName, as: UTF8.self)
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return (text, "") }
    let suffix = text[dot...]
    guard suffix.utf8.count <= 12, suffix.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber })
    else { return (text, "") }
    return (String(text[..<dot]), String(suffix))
  }

  /// The name with a number before its suffix, from the second on: "a (2).pdf".
  static func numbered(_ name: String, _ number: Int) -> String {
    guard number > 1 else { return name }
    let (stem, suffix) = split(Array(name.utf8))
    return "\(stem) (\(number))\(suffix)"
  }

  /// Whether `candidate` is `name` with or without a number.
  static func isNumbered(_ candidate: String, of name: String) -> Bool {
    if candidate == name { return true }
    let (stem, suffix) = split(Array(name.utf8))
    guard candidate.hasPrefix(stem + " ("), candidate.hasSuffix(")" + suffix) else { return false }
    let digits = candidate.dropFirst(stem.count + 2).dropLast(suffix.count + 1)
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
  }

  /// The text with one blank for each run of blanks, unsafe characters replaced.
  private static func collapsed(_ text: String) -> String {
    let scalars = text.unicodeScalars.compactMap(safe)
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }

  private static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "/", "\\", ":", "|": return "-"
    case "<", ">", "\"", "?", "*", "\u{FFFD}": return "_"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: return " "
    case .format, .surrogate, .privateUse, .unassigned: return nil
    default: return scalar
    }
  }

  /// Without dashes, dots and blanks at the beginning, and dots and blanks at the end.
  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, "-. ~".contains(first) { rest.removeFirst() }
    while let last = rest.last, ". ".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
