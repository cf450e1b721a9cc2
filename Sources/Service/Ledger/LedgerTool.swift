// LedgerTool.swift — a plain-text ledger read through its own command.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
package import Invoicing

/// The command that knows a plain-text ledger: it resolves includes, elided amounts and balances.
package struct LedgerTool: Sendable {
  package let name: String
  private let executable: String

  /// The command of this name on PATH, or in these folders.
  ///
  /// - Throws: fault `ledger-tool-missing` {tool, package}.
  package init(_ name: String, in path: String? = nil) throws(Problem) {
    let folders =
      path ?? getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let found = folders.split(separator: ":").map { $0 + "/" + name }.first {
      access(String($0), X_OK) == 0
    }
    guard let found else {
      let package = name == Self.beanQuery ? "beancount" : name
      throw Problem(.fault, "ledger-tool-missing", ["tool": name, "package": package])
    }
    self.name = name
    executable = String(found)
  }

  /// The first of some commands that is installed.
  ///
  /// - Throws: fault `ledger-tool-missing` of the first.
  package static func first(of names: [String]) throws(Problem) -> LedgerTool? {
    guard let first = names.first else { return nil }
    for name in names {
      if let tool = try? LedgerTool(name) { return tool }
    }
    return try LedgerTool(first)
  }

  /// Its postings as CSV: `hledger -f FILE print -x -O csv`, or as `JournalDialect` says.
  ///
  /// - Parameters:
  ///   - path: of the journal.
  ///   - seconds: how long it may take.
  /// - Returns: what it wrote.
  /// - Throws: refusals `ledger-tool-failed` {tool, detail}, `ledger-tool-timeout` {tool, seconds}.
  package func postings(of path: String, seconds: Int = 300) async throws(Problem) -> [UInt8] {
    // A name that begins with a dash would be an option.
    let file = path.hasPrefix("/") ? path : "./" + path
    let child = ChildProcess(
      executable: executable,
      arguments: arguments(for: file),
      environment: environment,
      seconds: seconds,
      outputBytes: 1 << 30,
      errorBytes: 8 << 10
    )
    let result = try await blocking { () throws(Problem) in
      let nothing = try openForReading("/dev/null")
      return child.run(input: nothing.descriptor, cancellation: Cancellation())
    }
    switch result.ending {
    // bean-query says what is wrong, and is content.
    case .exited(0) where name != Self.beanQuery || result.errors.isEmpty:
      return name == Self.ledger ? Self.withDoubledQuotes(result.output) : result.output
    case .outOfTime:
      throw Problem(
        .refusal,
        "ledger-tool-timeout",
        ["tool": name, "seconds": String(seconds)]
      )
    default:
      throw Problem(
        .refusal,
        "ledger-tool-failed",
        ["tool": name, "detail": displayName(result.errors.map { $0 == 10 ? 32 : $0 })]
      )
    }
  }

  private static let ledger = "ledger"
  private static let beanQuery = "bean-query"

  private func arguments(for file: String) -> [String] {
    switch name {
    case Self.ledger:
      ["--init-file", "/dev/null", "-f", file, "register", "--format", Self.ledgerFormat]
    case Self.beanQuery: ["-f", "csv", file, Self.query]
    default: ["-f", file, "print", "-x", "-O", "csv"]
    }
  }

  /// One row for each posting, in the columns of `JournalDialect.ledger`.
  private static let ledgerFormat =
    "ledger,"
    + [
      "xact.beg_line", "format_date(date,\"%Y-%m-%d\")", "code", "payee", "join(xact.note)",
      "account", "quantity(scrub(amount))", "commodity(scrub(amount))", "join(note)",
    ].map { "%(quoted(" + $0 + "))" }.joined(separator: ",") + "\n"

  /// In the columns of `JournalDialect.beancount`.
  private static let query =
    "select id, date, payee, narration, account, number, currency, links, "
    + "entry_meta('ref') as ref, entry_meta('due') as due"

  /// ledger puts a backslash before a quote, CSV another quote.
  private static func withDoubledQuotes(_ text: [UInt8]) -> [UInt8] {
    let (backslash, quote) = (UInt8(ascii: "\\"), UInt8(ascii: "\""))
    return text.indices.map { index in
      text[index] == backslash && index + 1 < text.count && text[index + 1] == quote
        ? quote : text[index]
    }
  }

  /// Text is UTF-8 whatever the language of the terminal.
  private var environment: [String] {
    let kept = ["PATH", "HOME"].compactMap { key in
      getenv(key).map { key + "=" + String(cString: $0) }
    }
    return kept + ["LANG=C.UTF-8", "LC_ALL=C.UTF-8"]
  }
}
