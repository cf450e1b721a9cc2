// RegisterTests.swift — opening the register, and what its file looks like.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Invoicing
import Testing

@testable import Filing

struct RegisterTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func pragma(_ name: String, _ register: Register) async throws -> Int? {
    try await register.write { try Int.fetchOne($0, sql: "PRAGMA \(name)") }
  }

  @Test func `is durable, checked and marked as ours`() async throws {
    let register = try Register.open(at: home.register)
    #expect(try await pragma("synchronous", register) == 2)
    #expect(try await pragma("foreign_keys", register) == 1)
    #expect(try await pragma("trusted_schema", register) == 0)
    #expect(try await pragma("application_id", register) == Migrations.applicationID)
    #expect(try await pragma("user_version", register) == Migrations.version)
    let mode = try await register.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
    try await register.check()
  }

  @Test func `every table is strict`() async throws {
    let register = try Register.open(at: home.register)
    let loose = try await register.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%'
            AND name NOT LIKE 'grdb%'
          """
      )
    }
    #expect(loose == [])
  }

  @Test func `decisions and history cannot be rewritten`() async throws {
    let register = try Register.open(at: home.register)
    _ = try await register.admit(sighting("a"))
    for sql in ["DELETE FROM audit", "UPDATE audit SET actor = 'x'"] {
      let failure = await code { try await register.write { try $0.execute(sql: sql) } }
      #expect(failure == "register-failed", "\(sql)")
    }
  }

  @Test func `remembers across a restart`() async throws {
    let first = try Register.open(at: home.register)
    _ = try await first.admit(sighting("a"))
    try first.close()
    let second = try Register.open(at: home.register)
    #expect(try await second.document(documentID("a"))?.number == 1)
  }

  @Test func `a reader reads beside the writer and cannot write`() async throws {
    let writer = try Register.open(at: home.register)
    let reader = try Register.openReadOnly(at: home.register)
    _ = try await writer.admit(sighting("a"))
    #expect(try await reader.counts()["received"] == 1)
    let failure = await code { _ = try await reader.admit(sighting("b")) }
    #expect(failure == "register-read-only")
  }

  @Test func `reads a register that nobody has open`() async throws {
    let writer = try Register.open(at: home.register)
    _ = try await writer.admit(sighting("a"))
    try writer.close()
    let reader = try Register.openReadOnly(at: home.register)
    #expect(try await reader.counts()["received"] == 1)
  }

  @Test func `refuses a newer register, a foreign file and a damaged one`() async throws {
    try Register.open(at: home.register).close()
    let queue = try DatabaseQueue(path: home.register)
    try await queue.write { try $0.execute(sql: "PRAGMA user_version = 999") }
    try queue.close()
    #expect(await code { _ = try Register.open(at: home.register) } == "register-newer")
    #expect(await code { _ = try Register.openReadOnly(at: home.register) } == "register-newer")

    let foreign = try DatabaseQueue(path: home.path + "/other.sqlite")
    try await foreign.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try foreign.close()
    let other = await code { _ = try Register.open(at: home.path + "/other.sqlite") }
    #expect(other == "register-foreign")

    let rubbish = home.path + "/rubbish.sqlite"
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: rubbish))
    #expect(await code { _ = try Register.open(at: rubbish) } == "register-damaged")
    let missing = await code { _ = try Register.openReadOnly(at: home.path + "/none") }
    #expect(missing == "register-missing")
  }

  @Test func `a cancelled task still finishes its write`() async throws {
    let register = try Register.open(at: home.register)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await register.admit(sighting("a")).number
    }
    #expect(try await task.value == 1)
  }
}
