// Terminal.swift — whether a person sits there.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// The terminal of the process.
enum Terminal {
  /// Whether a person can be asked: input and messages are a terminal.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && Output.messages.isTerminal }
}
