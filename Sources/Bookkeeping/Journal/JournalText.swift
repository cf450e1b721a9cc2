// JournalText.swift — tells plain-text ledgers from other text.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Plain-text accounting: journals of hledger and ledger, and what hledger makes of them.
package enum JournalText {
  /// Whether it is a journal: a line that begins with a date, an indented posting below it.
  package static func isJournal(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes.prefix(20_000), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return zip(lines, lines.dropFirst()).contains { line, next in
      isDated(line) && (next.hasPrefix("  ") || next.hasPrefix("\t"))
        && next.contains { !$0.isWhitespace }
    }
  }

  /// Whether it is what `hledger print -O csv` writes.
  static func isPostings(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).filter { $0 != "\"" }
    return head.drop { $0 == "\u{FEFF}" }.hasPrefix("txnidx,date,")
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
