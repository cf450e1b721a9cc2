// YAMLGuard.swift — what is refused before YAML is parsed: bombs of size, depth and aliases.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Tells what makes a YAML text too dangerous to parse: the parser descends once for each level, and
/// aliases make small files huge.
package struct YAMLGuard {
  static let sizeLimit = 512 * 1024
  static let depthLimit = 100
  /// More than any rule file writes on one line.
  private static let levelsOfLine = 20
  private static let indentLimit = 400

  /// How many brackets are open.
  private var depth = 0

  /// What is wrong and in which line, from 1; nil when the text may be parsed.
  package static func refusal(of text: String) -> (line: Int, reason: String)? {
    guard text.utf8.count <= sizeLimit else { return (1, "larger than 512 KiB") }
    var yaml = YAMLGuard()
    // Bytes suffice: every sign that matters is ASCII.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let reason = yaml.refusal(ofLine: line) { return (index + 1, reason) }
    }
    return nil
  }

  private mutating func refusal(ofLine line: Substring.UTF8View) -> String? {
    let head = line.prefix { " -?".utf8.contains($0) }
    let levels = head.count { $0 != UInt8(ascii: " ") }
    guard levels <= Self.levelsOfLine, head.count <= Self.indentLimit else {
      return "nested too deeply"
    }
    var quote: UInt8?
    // The byte before, and the one before that is no blank; nil at the start of a value.
    var previous: UInt8?
    var before: UInt8?
    for index in line.indices[head.endIndex...] {
      let byte = line[index]
      let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      if let open = quote {
        if byte == open { quote = nil }
      } else if begins(behind: before, previous) {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          if isName(line[line.index(after: index)...].first) {
            return "anchors and aliases (&, *) are not allowed"
          }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth = max(0, depth - 1)
      }
      guard depth <= Self.depthLimit else { return "nested too deeply" }
      previous = byte
      if !isBlank { before = byte }
    }
    return nil
  }

  /// Whether a value may begin here: at the start of a line, behind a colon with a blank, and inside
  /// of brackets behind those and commas.
  private func begins(behind before: UInt8?, _ previous: UInt8?) -> Bool {
    guard let before else { return true }
    if before == UInt8(ascii: ":") { return depth > 0 || previous != before }
    return depth > 0 && "[{,?".utf8.contains(before)
  }

  private func isName(_ byte: UInt8?) -> Bool {
    byte.map { (48...57).contains($0) || (65...90).contains($0 & 0xDF) || $0 == 95 } ?? false
  }
}
