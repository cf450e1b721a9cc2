// LedgerFiles.swift — files of the books that are read again when they change.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Bookkeeping
import Filing
import Glibc
import Invoicing
import Logging
import Service
import ServiceLifecycle

/// Looks after the files of the books that the configuration names.
///
/// One that cannot be read is told in the journal and tried again when it has changed; the entries
/// that it brought before stay.
struct LedgerFiles: ServiceLifecycle.Service {
  let session: Session
  let workshop: Workshop

  /// How often they are looked at.
  private static let pause = Duration.seconds(60)

  /// When a file was last written, and its length.
  private struct Version: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let bytes: Int64
  }

  func run() async throws {
    guard !session.configuration.ledgerFiles.isEmpty else { return try await gracefulShutdown() }
    await cancelWhenGracefulShutdown {
      var seen: [String: Version?] = [:]
      while !Task.isCancelled {
        await importChanged(since: &seen)
        try? await Task.sleep(for: Self.pause)
      }
    }
  }

  /// Imports each file that is not what the register was given last.
  func importChanged() async {
    var seen: [String: Version?] = [:]
    await importChanged(since: &seen)
  }

  private func importChanged(since seen: inout [String: Version?]) async {
    for path in session.configuration.ledgerFiles {
      let version = await settledVersion(of: path)
      guard seen[path] != .some(version), !Task.isCancelled else { continue }
      seen[path] = .some(version)
      do throws(Problem) {
        try await importFile(path)
      } catch {
        tell(error, path)
        // The file is not to blame: again at the next look.
        if error.kind == .fault, version != nil { seen[path] = nil }
      }
    }
  }

  private func importFile(_ path: String) async throws(Problem) {
    let delivery = try await LedgerImporter(session: session).read(path)
    let isKnown = try await workshop.register.isLatestImport(
      fileName: delivery.fileName,
      sha256: delivery.sha256
    )
    guard !isKnown else { return }
    _ = try await delivery.deliver { request throws(Problem) in
      let call = LocalCall(author: Surroundings.accountName, request: request)
      return try await Operations(workshop).perform(call)
    }
    workshop.logger.notice(
      "ledger-imported",
      metadata: ["file": "\(path)", "entries": "\(delivery.books.entries.count)"]
    )
  }

  private func tell(_ problem: Problem, _ path: String) {
    workshop.logger.error(
      "ledger-file",
      metadata: ["file": "\(path)", "code": "\(problem.code)", "what": "\(problem.arguments)"]
    )
  }

  /// Nil where there is no such file; one that is being written is waited for.
  private func settledVersion(of path: String) async -> Version? {
    var version = Self.version(of: path)
    while let before = version, !Task.isCancelled {
      let age = Duration.seconds(time(nil) - before.seconds)
      guard age < session.configuration.settle, age >= .zero else { break }
      try? await Task.sleep(for: session.configuration.settle)
      version = Self.version(of: path)
    }
    return version
  }

  private static func version(of path: String) -> Version? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Version(
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec,
      bytes: Int64(status.st_size)
    )
  }
}
