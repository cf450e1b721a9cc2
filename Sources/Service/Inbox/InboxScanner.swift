// InboxScanner.swift — the listing of the inbox, and what of it is ready.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc
internal import Invoicing

/// A name in the inbox that is left alone, and why.
package struct InboxNotice: Hashable, Sendable, Codable {
  /// Escaped for display.
  package let name: String
  /// One of "not-a-regular-file", "is-a-folder", "not-readable".
  package let code: String

  package init(name: String, code: String) {
    self.name = name
    self.code = code
  }
}

/// What a look at the inbox found.
struct InboxScan {
  /// A file that is ready, as it looked.
  struct Ready: Hashable {
    let name: [UInt8]
    let identity: FileIdentity
  }

  /// Oldest first.
  var ready: [Ready] = []
  /// Files that have not settled, those being written among them.
  var waiting = 0
  /// Files that somebody has open for writing.
  var beingWritten = 0
  var notices: [InboxNotice] = []
  /// When to look again at the latest, or nil when nothing waits.
  var nextLook: ContinuousClock.Instant?
}

/// Lists the inbox and tells which files are ready.
///
/// The listing is the truth, events are hints. Links are never followed and nothing is opened that could block or act: only regular files.
struct InboxScanner: Sendable {
  private let folder: String
  private var settling: Settling

  init(folder: String, settle: Duration, settleMax: Duration) {
    self.folder = folder
    settling = Settling(settle: settle, settleMax: settleMax)
  }

  /// Looks at every name of the inbox once.
  ///
  /// - Throws: fault `inbox-unreachable` {path, errno}.
  mutating func scan(now: ContinuousClock.Instant = .now) throws(Problem) -> InboxScan {
    do throws(Problem) {
      return try look(at: openFolder(folder, place: "inbox"), now: now)
    } catch {
      let code = error.arguments["errno"] ?? ""
      throw Problem(.fault, "inbox-unreachable", ["path": folder, "errno": code])
    }
  }

  private mutating func look(
    at inbox: consuming OpenFile,
    now: ContinuousClock.Instant
  ) throws(Problem) -> InboxScan {
    var scan = InboxScan()
    let listed = try names(inFolder: folder, place: "inbox")
    let candidates = listed.filter { !isIgnoredName($0) }
    for name in candidates { look(at: name, in: inbox, now: now, &scan) }
    settling.keep(only: Set(candidates))
    scan.ready.sort {
      ($0.identity.modified, $0.identity.inode) < ($1.identity.modified, $1.identity.inode)
    }
    return scan
  }

  private mutating func look(
    at name: [UInt8],
    in inbox: borrowing OpenFile,
    now: ContinuousClock.Instant,
    _ scan: inout InboxScan
  ) {
    var status = stat()
    guard fstatat(inbox.descriptor, cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return  // Gone since it was listed.
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let code = status.st_mode & S_IFMT == S_IFDIR ? "is-a-folder" : "not-a-regular-file"
      scan.notices.append(InboxNotice(name: displayName(name), code: code))
      return
    }
    let file = OpenFile(clinux_open_beneath(inbox.descriptor, cString(name), O_RDONLY))
    guard file.descriptor >= 0, fstat(file.descriptor, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else {
      scan.notices.append(InboxNotice(name: displayName(name), code: "not-readable"))
      return
    }
    judge(name, file, FileIdentity(status), now: now, &scan)
  }

  private mutating func judge(
    _ name: [UInt8],
    _ file: borrowing OpenFile,
    _ identity: FileIdentity,
    now: ContinuousClock.Instant,
    _ scan: inout InboxScan
  ) {
    // Negative: the file system or the owner does not let us ask; the other tests must do.
    if clinux_has_writer(file.descriptor) > 0 {
      settling.forget(name)
      scan.waiting += 1
      scan.beingWritten += 1
      scan.nextLook = earlier(scan.nextLook, now + settling.settle)
      return
    }
    let descriptor = file.descriptor
    let verdict = settling.verdict(on: name, identity: identity, now: now) {
      TailTest(descriptor: descriptor, size: identity.size).passes
    }
    switch verdict {
    case .ready: scan.ready.append(InboxScan.Ready(name: name, identity: identity))
    case .wait(let until):
      scan.waiting += 1
      scan.nextLook = earlier(scan.nextLook, until)
    }
  }

  private func earlier(
    _ left: ContinuousClock.Instant?,
    _ right: ContinuousClock.Instant
  ) -> ContinuousClock.Instant { min(left ?? right, right) }
}
