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
  /// - Throws: fault `ledger-tool-missing` {tool}.
  package init(_ name: String, in path: String? = nil) throws(Problem) {
    let folders =
      path ?? getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let found = folders.split(separator: ":").map { $0 + "/" + name }.first {
      access(String($0), X_OK) == 0
    }
    guard let found else { throw Problem(.fault, "ledger-tool-missing", ["tool": name]) }
    self.name = name
    executable = String(found)
  }

  /// Its postings as CSV: `hledger -f FILE print -x -O csv`.
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
      arguments: ["-f", file, "print", "-x", "-O", "csv"],
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
    case .exited(0): return result.output
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

  /// Text is UTF-8 whatever the language of the terminal.
  private var environment: [String] {
    let kept = ["PATH", "HOME"].compactMap { key in
      getenv(key).map { key + "=" + String(cString: $0) }
    }
    return kept + ["LANG=C.UTF-8", "LC_ALL=C.UTF-8"]
  }
}
