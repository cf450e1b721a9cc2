// Register.swift — the register: the queue and the only memory.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
package import Invoicing

/// The register of a home: the queue and the only memory; its methods are the verbs of the lifecycle.
///
/// Every method is one transaction, off the cooperative thread pool. A write is finished even when the
/// task is cancelled, so that a claim can be released while the daemon stops. Times are arguments,
/// ISO 8601 in UTC to the second ("2026-11-20T08:15:00Z"), so that they order as texts.
///
/// - Throws: from every method the faults "register-failed", "register-busy", "register-damaged" and
///   "disk-full"; from every method that writes "register-read-only".
package final class Register: Sendable {
  private let pool: DatabasePool
  private let isReadOnly: Bool
  let statistics = LedgerStatistics()

  private init(pool: DatabasePool, isReadOnly: Bool) {
    self.pool = pool
    self.isReadOnly = isReadOnly
  }

  /// The register at `path`, made or migrated where needed, for the holder of the home's lock.
  ///
  /// Blocks while it opens.
  ///
  /// - Throws: "register-newer" (configuration), "register-damaged", "register-failed", "disk-full".
  package static func open(at path: String) throws(Problem) -> Register {
    // A pool changes the journal mode of whatever it opens, so another look comes first.
    if exists(path) { try refuseForeign(path) }
    return try mapped {
      let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
      // The pool sets NORMAL, which loses committed rows on a power cut; not possible in a transaction.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Migrations.migrator.migrate(pool)
      return Register(pool: pool, isReadOnly: false)
    }
  }

  /// The register at `path` for whoever only looks: it never writes and never checkpoints.
  ///
  /// Blocks while it opens.
  ///
  /// - Throws: "register-missing" (usage), "register-newer", "register-older" (configuration),
  ///   "register-damaged", "register-failed".
  package static func openReadOnly(at path: String) throws(Problem) -> Register {
    guard isReadable(path) else { throw Problem(.usage, "register-missing", ["path": path]) }
    return try mapped {
      let pool = try DatabasePool(path: path, configuration: configuration(readOnly: true))
      try pool.read { try Migrations.refuseForeign($0, mustBeCurrent: true) }
      return Register(pool: pool, isReadOnly: true)
    }
  }

  /// Closes every connection; the register answers no more.
  package func close() throws(Problem) { try mapped { try pool.close() } }

  /// Looks for damage in the whole file; takes about a second for each 100 MB.
  ///
  /// - Throws: "register-damaged"
  package func check() async throws(Problem) {
    let verdict = try await read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    guard verdict == "ok" else { throw Problem(.fault, "register-damaged") }
  }

  /// One read transaction.
  func read<Value: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Value
  ) async throws(Problem) -> Value {
    do { return try await pool.read(body) } catch { throw problem(of: error) }
  }

  /// One write transaction, finished even when the task is cancelled.
  func write<Value: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Value
  ) async throws(Problem) -> Value {
    guard !isReadOnly else { throw Problem(.fault, "register-read-only") }
    let pool = pool
    // A task of its own does not inherit the cancellation.
    do { return try await Task { try await pool.write(body) }.value } catch {
      throw problem(of: error)
    }
  }

  private static func refuseForeign(_ path: String) throws(Problem) {
    try mapped {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
      try queue.read { try Migrations.refuseForeign($0) }
      try queue.close()
    }
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.label = "register"
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
          PRAGMA journal_size_limit = 67108864;
          """
      )
    }
    return configuration
  }
}
