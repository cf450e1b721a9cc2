// StatementSheaf.swift — statements gathered record by record, whatever the format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The statements of a file, as its records come: what comes belongs to the latest statement, and what
/// is said about a line to the latest line.
struct StatementSheaf {
  private(set) var statements: [BankStatement] = []

  mutating func open(_ account: String, balance: Money? = nil) {
    statements.append(BankStatement(account: account, opening: balance))
  }

  /// What was there before the lines.
  mutating func setOpening(_ balance: Money) { withLatest { $0.opening = balance } }

  /// What is there after them.
  mutating func setClosing(_ balance: Money) { withLatest { $0.closing = balance } }

  mutating func add(_ line: BankLine) { withLatest { $0.lines.append(line) } }

  /// Changes the latest line; does nothing where there is none.
  mutating func withLatestLine(_ change: (inout BankLine) -> Void) {
    guard let last = statements.indices.last, let line = statements[last].lines.indices.last else {
      return
    }
    change(&statements[last].lines[line])
  }

  /// A file that is cut out of a longer one may begin within a statement.
  private mutating func withLatest(_ change: (inout BankStatement) -> Void) {
    if statements.isEmpty { statements.append(BankStatement()) }
    change(&statements[statements.count - 1])
  }
}

extension BankLine {
  /// Adds to the text what is not empty.
  mutating func append(_ more: String) {
    text = [text, more].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
