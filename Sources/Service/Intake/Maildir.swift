// Maildir.swift — new mails of a Maildir are taken, and moved to cur once they are safe.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Filing
internal import Glibc
internal import Invoicing

/// Takes the mails that a Maildir delivers (maildir(5)): archive, admit, and only then move to `cur`.
///
/// A name in `new` is complete when it appears and never comes twice, so nothing has to settle. A mail
/// that was admitted before the daemon died is admitted under the same key again: once.
struct Maildir: Sendable {
  let path: String
  let archive: Archive
  let register: Register

  /// The Maildir of the configuration, or nil.
  static func configured(_ workshop: Workshop) -> Maildir? {
    workshop.settings.maildir.map { path in
      Maildir(path: path, archive: workshop.archive, register: workshop.register)
    }
  }

  /// Takes every mail that is new, the oldest name first; one that cannot be taken keeps none behind
  /// it back.
  ///
  /// - Returns: what the register said to each, and what the first went wrong with that stays: fault
  ///   `maildir-unreachable` {path, errno}; those of archive and register.
  func takeNew() async -> (admissions: [Admission], problem: Problem?) {
    var admissions: [Admission] = []
    var problem: Problem?
    do throws(Problem) {
      let names = try await blocking { () throws(Problem) in try listed() }
      for name in names where !Task.isCancelled {
        do throws(Problem) {
          if let admission = try await take(name) { admissions.append(admission) }
        } catch {
          problem = problem ?? error
        }
      }
    } catch {
      problem = error
    }
    return (admissions, problem)
  }

  /// Takes one mail; nil for what is none.
  private func take(_ name: [UInt8]) async throws(Problem) -> Admission? {
    let stored = try await blocking { () throws(Problem) in try store(name) }
    guard let stored else { return nil }
    let sighting = Sighting(
      document: stored.document,
      fileName: name,
      size: stored.size,
      claimKey: "maildir-\(stored.document.hex)-" + String(decoding: name, as: UTF8.self),
      receivedAt: timestamp(),
      format: .mail,
      channel: "maildir"
    )
    let admission = try await register.admit(sighting)
    try await blocking { () throws(Problem) in try finish(name) }
    return admission
  }

  private func listed() throws(Problem) -> [[UInt8]] {
    do throws(Problem) {
      return try names(inFolder: path + "/new", place: "maildir")
        .filter { $0.first != UInt8(ascii: ".") }
        .sorted { $0.lexicographicallyPrecedes($1) }
    } catch {
      throw unreachable(error.arguments["errno"] ?? "")
    }
  }

  private struct Stored: Sendable {
    let document: DocumentID
    let size: Int64
  }

  /// Copies a mail into the archive; nil for what is no regular file, or gone.
  ///
  /// - Throws: fault `maildir-unreachable` {path, errno} for what may not be read; those of the archive.
  private func store(_ name: [UInt8]) throws(Problem) -> Stored? {
    let folder = try openFolder(path + "/new", place: "maildir")
    let file = OpenFile(clinux_open_beneath(folder.descriptor, cString(name), O_RDONLY))
    if file.descriptor < 0, errno != ENOENT, errno != ELOOP { throw unreachable(String(errno)) }
    var status = stat()
    guard file.descriptor >= 0, fstat(file.descriptor, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Stored(
      document: try archive.store(from: file.descriptor),
      size: Int64(status.st_size)
    )
  }

  /// Moves a mail whose arrival is committed to `cur`, marked as seen.
  private func finish(_ name: [UInt8]) throws(Problem) {
    let new = try openFolder(path + "/new", place: "maildir")
    let current = try openFolder(path + "/cur", place: "maildir")
    // The part behind the colon is for flags; delivery leaves it out.
    let unique = name.prefix { $0 != UInt8(ascii: ":") }
    for mark in ["", "-again", "-\(UInt64.random(in: 0...UInt64.max))"] {
      let seen = cString(Array(unique) + Array((mark + ":2,S").utf8))
      let result = clinux_renameat2_noreplace(
        new.descriptor,
        cString(name),
        current.descriptor,
        seen
      )
      // Somebody else may have moved it meanwhile.
      if result == 0 || errno == ENOENT { return }
      // A mail of its name is there: both are kept.
      guard errno == EEXIST else { break }
    }
    throw unreachable(String(errno))
  }

  private func unreachable(_ errno: String) -> Problem {
    Problem(.fault, "maildir-unreachable", ["path": path, "errno": errno])
  }
}
