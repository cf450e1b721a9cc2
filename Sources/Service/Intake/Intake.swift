// Intake.swift — takes a ready file out of the inbox so that it cannot be lost.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Filing
internal import Glibc
package import Invoicing

/// Takes ready files: claim, archive, admit, and only then delete.
///
/// At every instant the bytes stand in the inbox, in a claim or in the archive. A claim is a folder
/// of a random name that holds the file under the name it was dropped with, so that any name of 255
/// bytes survives a crash; the folder's name is the key under which the arrival is admitted once.
package struct Intake: Sendable {
  private let home: Home
  private let archive: Archive
  private let register: Register

  package init(_ workshop: Workshop) {
    home = workshop.home
    archive = workshop.archive
    register = workshop.register
  }

  /// Takes one file, if it is still the one that was found ready.
  ///
  /// - Returns: what the register said, or nil when the file has changed or gone meanwhile.
  /// - Throws: faults `inbox-unreachable` {path, errno}, `file-failed` {operation, place, errno}, and those of
  ///   the archive and the register.
  func take(_ file: InboxScan.Ready) async throws(Problem) -> Admission? {
    let key = randomKey() + (file.parcel.map { "-" + $0 } ?? "")
    let isClaimed = try await blocking { () throws(Problem) in
      try claim(file, key: key)
    }
    return isClaimed ? try await admit(claim: key, name: file.name) : nil
  }

  /// Admits what earlier runs have claimed and not finished.
  ///
  /// - Returns: how many arrivals were admitted.
  /// - Throws: as `take`; the first fault stops it, the rest is found again next time.
  package func recover() async throws(Problem) -> Int {
    let claims = home.claims
    let keys = try await blocking { () throws(Problem) in
      try names(inFolder: claims, place: "claim")
    }
    var count = 0
    for key in keys.map({ String(decoding: $0, as: UTF8.self) }) {
      let folder = claims + "/" + key
      let held = try await blocking { () throws(Problem) in
        try names(inFolder: folder, place: "claim")
      }
      for name in held where try await admit(claim: key, name: name) != nil { count += 1 }
      if held.isEmpty { rmdir(folder) }
    }
    return count
  }

  /// Admits originals of the archive that no row of the register names, under their SHA-256.
  ///
  /// - Returns: how many.
  /// - Throws: faults of archive and register.
  package func adoptOrphans() async throws(Problem) -> Int {
    let archive = archive
    let held = try await blocking { () throws(Problem) in try archive.allIDs() }
    let known = try await register.documentIDs()
    let orphans = held.filter { !known.contains($0) }
    for orphan in orphans {
      let sighting = try await blocking { () throws(Problem) in
        let file = OpenFile(try archive.openReadOnly(orphan))
        var status = stat()
        guard fstat(file.descriptor, &status) == 0 else { throw fileProblem("stat", "archive") }
        let ends = TailTest(descriptor: file.descriptor, size: Int64(status.st_size))
        return Sighting(
          document: orphan,
          fileName: Array(orphan.hex.utf8),
          size: ends.size,
          claimKey: "orphan-\(orphan.hex)",
          receivedAt: timestamp(),
          format: formatByMagic(Array(ends.head.prefix(1024))),
          channel: "recovered"
        )
      }
      _ = try await register.adopt(sighting)
    }
    return orphans.count
  }

  // MARK: Claim (steps C1 to C4)

  /// Moves the file into a claim folder of its own; false when it is no longer the same file.
  private func claim(_ ready: InboxScan.Ready, key: String) throws(Problem) -> Bool {
    let inbox = try openFolder(home.inbox, place: "inbox")
    let source = cString(ready.name)
    let above = ready.path.dropLast(ready.name.count + 1)
    let parent = OpenFile(
      clinux_open_beneath(
        inbox.descriptor,
        above.isEmpty ? cString([UInt8(ascii: ".")]) : cString(Array(above)),
        O_RDONLY | O_DIRECTORY
      )
    )
    guard parent.descriptor >= 0 else { return false }
    let file = OpenFile(clinux_open_beneath(parent.descriptor, source, O_RDONLY))
    guard file.descriptor >= 0, isUnchanged(file, since: ready.identity) else { return false }
    // Scanners do not sync; it must happen before the name moves.
    try sync(file, "inbox")
    let claims = try openFolder(home.claims, place: "claim")
    guard mkdirat(claims.descriptor, key, 0o700) == 0 else { throw unreachable() }
    try sync(claims, "claim")
    let folder = try openFolder(home.claims + "/" + key, place: "claim")
    guard clinux_renameat2_noreplace(parent.descriptor, source, folder.descriptor, source) == 0
    else {
      let problem = unreachable()
      let isGone = errno == ENOENT
      unlinkat(claims.descriptor, key, AT_REMOVEDIR)
      if isGone { return false }
      throw problem
    }
    try sync(folder, "claim")
    try sync(parent, "inbox")
    removeFolders(above: ready.path, in: inbox)
    return true
  }

  /// Removes the folders that a file was the last of.
  private func removeFolders(above path: [UInt8], in inbox: borrowing OpenFile) {
    var parts = path.split(separator: UInt8(ascii: "/")).dropLast()
    while !parts.isEmpty {
      let folder = cString(Array(parts.joined(separator: [UInt8(ascii: "/")])))
      guard unlinkat(inbox.descriptor, folder, AT_REMOVEDIR) == 0 else { return }
      parts.removeLast()
    }
  }

  private func isUnchanged(_ file: borrowing OpenFile, since identity: FileIdentity) -> Bool {
    var status = stat()
    return fstat(file.descriptor, &status) == 0 && FileIdentity(status) == identity
  }

  // MARK: Archive and admit (steps A1 to D3)

  /// Archives and admits what a claim holds, then deletes it; nil when it holds no regular file.
  private func admit(claim key: String, name: [UInt8]) async throws(Problem) -> Admission? {
    // A writer that had the file open all along may change it even now: then it is another arrival.
    for round in 1...100 {
      let stored = try await blocking { () throws(Problem) in try store(claim: key, name: name) }
      guard let stored else { return nil }
      let sighting = Sighting(
        document: stored.document,
        fileName: name,
        size: stored.identity.size,
        claimKey: round == 1 ? key : "\(key)-\(round)",
        receivedAt: timestamp(),
        format: stored.format,
        parcel: key.split(separator: "-").dropFirst().first.map { String($0) }
      )
      let admission = try await register.admit(sighting)
      let isFinished = try await blocking { () throws(Problem) in
        try finish(claim: key, name: name, identity: stored.identity)
      }
      if isFinished { return admission }
    }
    return nil
  }

  private struct Stored: Sendable {
    let document: DocumentID
    let identity: FileIdentity
    let format: DocumentFormat
  }

  /// Copies the claimed file into the archive, again while somebody still writes to it.
  private func store(claim key: String, name: [UInt8]) throws(Problem) -> Stored? {
    let path = home.claims + "/" + key
    let folder = try openFolder(path, place: "claim")
    let file = OpenFile(clinux_open_beneath(folder.descriptor, cString(name), O_RDONLY))
    var before = stat()
    guard file.descriptor >= 0, fstat(file.descriptor, &before) == 0,
      before.st_mode & S_IFMT == S_IFREG
    else {
      // Not what was found ready: something took its place. It goes back, untouched.
      giveBack(folder, name: name, key: key)
      return nil
    }
    while true {
      let document = try archive.store(from: file.descriptor)
      var after = stat()
      guard fstat(file.descriptor, &after) == 0 else { throw fileProblem("stat", "claim") }
      let identity = FileIdentity(after)
      if FileIdentity(before) == identity {
        let head = TailTest(descriptor: file.descriptor, size: identity.size).head
        return Stored(
          document: document,
          identity: identity,
          format: formatByMagic(Array(head.prefix(1024)))
        )
      }
      before = after
    }
  }

  /// Deletes a claim whose arrival is committed: the only place where a dropped file goes away.
  ///
  /// - Returns: false when the file has changed since it was archived.
  private func finish(
    claim key: String,
    name: [UInt8],
    identity: FileIdentity
  ) throws(Problem) -> Bool {
    let path = home.claims + "/" + key
    let folder = try openFolder(path, place: "claim")
    var status = stat()
    guard fstatat(folder.descriptor, cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw fileProblem("stat", "claim")
    }
    guard FileIdentity(status) == identity else { return false }
    guard unlinkat(folder.descriptor, cString(name), 0) == 0 else {
      throw fileProblem("unlink", "claim")
    }
    rmdir(path)
    return true
  }

  private func giveBack(_ folder: borrowing OpenFile, name: [UInt8], key: String) {
    guard let inbox = try? openFolder(home.inbox, place: "inbox") else { return }
    let bytes = cString(name)
    clinux_renameat2_noreplace(folder.descriptor, bytes, inbox.descriptor, bytes)
    rmdir(home.claims + "/" + key)
  }

  private func sync(_ file: borrowing OpenFile, _ place: String) throws(Problem) {
    guard fsync(file.descriptor) == 0 else { throw fileProblem("sync", place) }
  }

  private func unreachable() -> Problem {
    Problem(.fault, "inbox-unreachable", ["path": home.inbox, "errno": String(errno)])
  }
}

/// 128 random bits in hexadecimal.
private func randomKey() -> String {
  let digits = Array("0123456789abcdef".utf8)
  let bytes = (0..<32).map { _ in digits[Int.random(in: 0..<16)] }
  return String(decoding: bytes, as: UTF8.self)
}
