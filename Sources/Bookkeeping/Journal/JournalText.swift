// JournalText.swift — tells plain-text ledgers from other text.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Plain-text accounting: journals, and what the commands that know them make of them.
package enum JournalText {
  /// The commands that can read a file, the likeliest first; none where it is no journal.
  ///
  /// `format` is its name as the user gives it, where the file cannot tell: one that only includes
  /// others.
  package static func tools(for bytes: [UInt8], format: String? = nil) -> [String] {
    guard !dialects.contains(where: { isPostings(bytes, of: $0) }) else { return [] }
    switch format {
    case "hledger": return ["hledger"]
    case "ledger": return ["ledger"]
    case "beancount": return ["bean-query"]
    case nil:
      return isBeancount(bytes) ? ["bean-query"] : isJournal(bytes) ? ["hledger", "ledger"] : []
    default: return []
    }
  }

  /// Whether it is what a command writes.
  static func isPostings(_ bytes: [UInt8], of dialect: JournalDialect) -> Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).filter { $0 != "\"" }
      .drop { $0 == "\u{FEFF}" }
    switch dialect.name {
    case "hledger": return head.hasPrefix("txnidx,date,")
    case "ledger": return head.hasPrefix("ledger,")
    default: return head.hasPrefix("id,date,payee,narration,")
    }
  }

  private static let dialects: [JournalDialect] = [.hledger, .ledger, .beancount]

  /// A line that begins with a date, an indented posting below it.
  private static func isJournal(_ bytes: [UInt8]) -> Bool {
    let lines = head(of: bytes)
    return zip(lines, lines.dropFirst()).contains { line, next in
      isDated(line) && (next.hasPrefix("  ") || next.hasPrefix("\t"))
        && next.contains { !$0.isWhitespace }
    }
  }

  /// An option, or a dated directive: `2025-01-01 open …`, `2025-01-03 * "…" …`.
  private static func isBeancount(_ bytes: [UInt8]) -> Bool {
    head(of: bytes).contains { line in
      if line.hasPrefix("option \"") { return true }
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, isDated(line), words[0].contains("-") else { return false }
      return ["open", "commodity"].contains(words[1])
        || ["*", "!", "txn"].contains(words[1]) && words[2].hasPrefix("\"")
    }
  }

  private static func head(of bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes.prefix(20_000), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// "2025-01-03 …", "2025/1/3 …", "2025.01.03 …".
  private static func isDated(_ line: Substring) -> Bool {
    let parts = line.prefix { $0.isASCII && !$0.isWhitespace }
      .split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, parts[0].count == 4 else { return false }
    return parts.allSatisfy { part in
      (1...4).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }
}
