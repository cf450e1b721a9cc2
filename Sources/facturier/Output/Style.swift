// Style.swift — colours, where they are wanted.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// Marks parts of a text for a terminal (ECMA-48 SGR), or leaves them plain.
struct Style: Sendable {
  let isColoured: Bool

  static let plain = Style(isColoured: false)

  /// Colours only on a terminal, and not where `NO_COLOR` is set (no-color.org).
  static func of(_ output: Output) -> Style {
    let isForbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    return Style(isColoured: output.isTerminal && !isForbidden && !isDumb)
  }

  func bold(_ text: String) -> String { marked(text, "1") }
  func dim(_ text: String) -> String { marked(text, "2") }
  func red(_ text: String) -> String { marked(text, "31") }
  func green(_ text: String) -> String { marked(text, "32") }
  func yellow(_ text: String) -> String { marked(text, "33") }

  private func marked(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
