// ProgressLine.swift — how far something long is, on a terminal.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// One line on standard error that is written over; nothing where that is no terminal.
final class ProgressLine: Sendable {
  private let isShown = Output.messages.isTerminal
  /// Whether something stands on the line.
  private let isUsed = Mutex(false)

  /// Shows this text in the place of the last one.
  func show(_ text: String) {
    guard isShown else { return }
    isUsed.withLock { used in
      used = true
      let line = shortened(displayText(text), to: Output.messages.width - 1)
      Output.messages.write("\r\u{1B}[2K" + line)
    }
  }

  /// Clears the line.
  func end() {
    isUsed.withLock { used in
      if used { Output.messages.write("\r\u{1B}[2K") }
      used = false
    }
  }
}
