// InboxScanner.swift — the listing of the inbox, and what of it is ready.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc
internal import Invoicing

/// A name in the inbox that is left alone, or waits, and why.
package struct InboxNotice: Hashable, Sendable, Codable {
  /// Escaped for display.
  package let name: String
  /// One of "not-a-regular-file", "is-a-folder", "not-readable"; of a file that waits
  /// "being-written", "empty", "cut-off", "not-taken".
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
    /// Below the inbox: a folder's files have its name before theirs.
    let path: [UInt8]
    let identity: FileIdentity
    /// The same for all files of a folder; nil for a file by itself.
    let parcel: String?

    /// The last part of its path.
    var name: [UInt8] { Array(path.split(separator: UInt8(ascii: "/")).last ?? []) }
  }

  /// Oldest first.
  var ready: [Ready] = []
  /// Files that have not settled, those being written among them.
  var waiting = 0
  /// Files that somebody has open for writing.
  var beingWritten = 0
  /// The first of those that wait, as many as anybody reads.
  var held: [InboxNotice] = []
  var notices: [InboxNotice] = []
  /// When to look again at the latest, or nil when nothing waits.
  var nextLook: ContinuousClock.Instant?

  private static let mostHeld = 20

  /// Counts a file that waits until this time at the latest; `why` is asked for the first ones only.
  fileprivate mutating func hold(
    _ path: [UInt8],
    until: ContinuousClock.Instant,
    _ why: () -> String
  ) {
    waiting += 1
    nextLook = min(nextLook ?? until, until)
    guard held.count < Self.mostHeld else { return }
    held.append(InboxNotice(name: displayName(path), code: why()))
  }
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
    var seen: Set<[UInt8]> = []
    for name in candidates {
      look(at: Place(path: name, parcel: nil, depth: 0), in: inbox, now: now, &seen, &scan)
    }
    settling.keep(only: seen)
    scan.ready.sort {
      ($0.identity.modified, $0.identity.inode) < ($1.identity.modified, $1.identity.inode)
    }
    return scan
  }

  /// A name below the inbox.
  private struct Place {
    let path: [UInt8]
    let parcel: String?
    /// Folders above it.
    let depth: Int
  }

  /// What is deeper, or more in one folder, is no export of a platform and not taken apart.
  private static let (mostDepth, mostFiles) = (3, 1000)

  private mutating func look(
    at place: Place,
    in inbox: borrowing OpenFile,
    now: ContinuousClock.Instant,
    _ seen: inout Set<[UInt8]>,
    _ scan: inout InboxScan
  ) {
    let name = place.path
    seen.insert(name)
    var status = stat()
    guard fstatat(inbox.descriptor, cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return  // Gone since it was listed.
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      look(into: place, FileIdentity(status), in: inbox, now: now, &seen, &scan)
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      scan.notices.append(InboxNotice(name: displayName(name), code: "not-a-regular-file"))
      return
    }
    let file = OpenFile(clinux_open_beneath(inbox.descriptor, cString(name), O_RDONLY))
    guard file.descriptor >= 0, fstat(file.descriptor, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else {
      scan.notices.append(InboxNotice(name: displayName(name), code: "not-readable"))
      return
    }
    judge(place, file, FileIdentity(status), now: now, &scan)
  }

  /// Looks at the files of a folder, which came together.
  private mutating func look(
    into place: Place,
    _ identity: FileIdentity,
    in inbox: borrowing OpenFile,
    now: ContinuousClock.Instant,
    _ seen: inout Set<[UInt8]>,
    _ scan: inout InboxScan
  ) {
    let opened = OpenFile(
      clinux_open_beneath(inbox.descriptor, cString(place.path), O_RDONLY | O_DIRECTORY)
    )
    let held = opened.descriptor < 0 ? nil : try? names(in: opened, place: "inbox")
    let files = (held ?? []).filter { !isIgnoredName($0) }
    guard place.depth < Self.mostDepth, (1...Self.mostFiles).contains(files.count) else {
      scan.notices.append(InboxNotice(name: displayName(place.path), code: "is-a-folder"))
      return
    }
    let parcel = place.parcel ?? fingerprint([String(identity.inode), displayName(place.path)])
    for file in files {
      look(
        at: Place(path: place.path + [47] + file, parcel: parcel, depth: place.depth + 1),
        in: inbox,
        now: now,
        &seen,
        &scan
      )
    }
  }

  private mutating func judge(
    _ place: Place,
    _ file: borrowing OpenFile,
    _ identity: FileIdentity,
    now: ContinuousClock.Instant,
    _ scan: inout InboxScan
  ) {
    let name = place.path
    // Negative: the file system or the owner does not let us ask; the other tests must do.
    if clinux_has_writer(file.descriptor) > 0 {
      settling.forget(name)
      scan.beingWritten += 1
      scan.hold(name, until: now + settling.settle) { "being-written" }
      return
    }
    let descriptor = file.descriptor
    let isWhole = { TailTest(descriptor: descriptor, size: identity.size).passes }
    let verdict = settling.verdict(on: name, identity: identity, now: now, isWhole: isWhole)
    switch verdict {
    case .ready:
      scan.ready.append(
        InboxScan.Ready(path: name, identity: identity, parcel: place.parcel)
      )
    case .wait(let until):
      scan.hold(name, until: until) {
        identity.size == 0 ? "empty" : isWhole() ? "not-taken" : "cut-off"
      }
    }
  }
}
