// InboxWatch.swift — hints from the kernel that something happened in a folder (inotify).
// Facturier. SPDX-License-Identifier: Apache-2.0
@preconcurrency internal import Dispatch
internal import Glibc
internal import Invoicing

/// Hints that something happened in a folder.
///
/// The listing of the folder is the truth: a hint that is lost (overflow, a network share, another
/// mount on top) costs one rescan interval.
final class InboxWatch: Sendable {
  private let source: any DispatchSourceRead
  private let lost: Flag

  /// Watches `folder` and calls `onHint` after each burst of events.
  ///
  /// - Throws: fault `watch-failed` {path, errno}; the inbox then lives by rescans alone.
  init(folder: String, onHint: @escaping @Sendable () -> Void) throws(Problem) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0, inotify_add_watch(descriptor, folder, Self.mask) >= 0 else {
      let code = String(errno)
      if descriptor >= 0 { close(descriptor) }
      throw Problem(.fault, "watch-failed", ["path": folder, "errno": code])
    }
    let lost = Flag()
    self.lost = lost
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
    source.setEventHandler {
      if Self.drain(descriptor) { lost.raise() }
      onHint()
    }
    source.setCancelHandler { close(descriptor) }
    source.resume()
  }

  /// Whether the folder moved, went away or was unmounted: it must be watched anew.
  var isLost: Bool { lost.isRaised }

  deinit { source.cancel() }

  private static let mask =
    UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF)
    | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

  private static let loss =
    UInt32(IN_IGNORED) | UInt32(IN_UNMOUNT) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

  /// Reads all that is queued, names unseen; tells whether the watch was lost.
  private static func drain(_ descriptor: CInt) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var isLost = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isLost }
      if masks(in: buffer[..<count]).contains(where: { $0 & loss != 0 }) { isLost = true }
    }
  }

  /// The masks of a run of `struct inotify_event` (inotify(7)): wd, mask, cookie, len, name.
  private static func masks(in bytes: ArraySlice<UInt8>) -> [UInt32] {
    var masks: [UInt32] = []
    var position = bytes.startIndex
    bytes.withUnsafeBytes { buffer in
      while position + 16 <= buffer.count {
        masks.append(buffer.loadUnaligned(fromByteOffset: position + 4, as: UInt32.self))
        let length = buffer.loadUnaligned(fromByteOffset: position + 12, as: UInt32.self)
        position += 16 + Int(length)
      }
    }
    return masks
  }
}
