// HomeLock.swift — one process at a time writes to a home.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Glibc
package import Invoicing

/// The lock of a home, held until it goes out of scope: its holder alone writes to the register.
///
/// The kernel gives it up when the process dies, so there is never a stale lock.
package final class HomeLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { _ = Glibc.close(descriptor) }

  /// Takes the lock of a home and writes our process id into `lock`.
  ///
  /// - Throws: "home-locked" (usage; pid of the holder), "file-failed", "disk-full"
  package static func take(home: String) throws(Problem) -> HomeLock {
    let file = retrying { open(home + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640) }
    guard file >= 0 else { throw fileProblem("open", "lock") }
    let lock = HomeLock(descriptor: file)
    // Somebody who only asks for the holder has a shared lock for an instant.
    for _ in 0..<10 {
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        try lock.writeProcessID()
        return lock
      }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw fileProblem("lock", "lock") }
      usleep(10_000)
    }
    throw Problem(.usage, "home-locked", ["pid": String(processID(in: file) ?? 0)])
  }

  /// The process that holds the lock of a home, or nil when nobody does.
  package static func holder(home: String) -> Int32? {
    let file = retrying { open(home + "/lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard file >= 0 else { return nil }
    defer { _ = Glibc.close(file) }
    if flock(file, LOCK_SH | LOCK_NB) == 0 { return nil }
    return errno == EWOULDBLOCK ? processID(in: file) ?? 0 : nil
  }

  private func writeProcessID() throws(Problem) {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, text, text.count, 0) == text.count
    else { throw fileProblem("write", "lock") }
  }

  private static func processID(in file: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(file, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return Int32(text.prefix { $0.isNumber })
  }
}
