// LedgerToolTests.swift — commands that read plain-text ledgers: present, missing, failing, hanging.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Invoicing
import Testing

@testable import Service

/// Runs a body with a folder that holds a command of this script.
private func tool(
  _ script: String,
  named name: String = "hledger",
  _ body: (String) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  // Foundation's descriptor would be inherited by the commands of other tests: a busy executable.
  let text = "#!/bin/sh\n" + script
  let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o755)
  try #require(descriptor >= 0, "errno \(errno)")
  try #require(write(descriptor, text, text.utf8.count) == text.utf8.count)
  close(descriptor)
  try await body(folder.path)
}

private func code(_ folder: String, seconds: Int = 10) async -> String? {
  do throws(Problem) {
    _ = try await LedgerTool("hledger", in: folder).postings(of: "a.journal", seconds: seconds)
  } catch {
    return error.code
  }
  return nil
}

@Suite struct LedgerToolTests {
  @Test func `hands over what the command writes, and no name as an option`() async throws {
    try await tool("echo \"$@\"") { folder in
      let written = try await LedgerTool("hledger", in: folder).postings(of: "-x.journal")
      #expect(String(decoding: written, as: UTF8.self) == "-f ./-x.journal print -x -O csv\n")
    }
  }

  @Test func `asks ledger and beancount in their own ways`() async throws {
    let quoted = #"ledger,"1","a \"b\"""#
    try await tool("cat <<'E'\n\(quoted)\nE", named: "ledger") { folder in
      let written = try await LedgerTool("ledger", in: folder).postings(of: "/a.dat")
      #expect(String(decoding: written, as: UTF8.self) == #"ledger,"1","a ""b""""# + "\n")
    }
    try await tool("echo \"$1 $2 $3\"", named: "bean-query") { folder in
      let written = try await LedgerTool("bean-query", in: folder).postings(of: "-x")
      #expect(String(decoding: written, as: UTF8.self) == "-f csv ./-x\n")
    }
    // It ends well whatever is wrong.
    try await tool("echo '(empty)'; echo 'no such file' >&2", named: "bean-query") { folder in
      await #expect(throws: Problem.self) {
        try await LedgerTool("bean-query", in: folder).postings(of: "a.beancount")
      }
    }
  }

  @Test func `says what is wrong with the command`() async throws {
    #expect(await code("/nowhere") == "ledger-tool-missing")
    try await tool("echo wrong >&2; exit 1") { #expect(await code($0) == "ledger-tool-failed") }
    try await tool("sleep 600") { #expect(await code($0, seconds: 1) == "ledger-tool-timeout") }
  }
}
