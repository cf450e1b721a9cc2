// FileText.swift — whole files that people wrote.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Invoicing

/// Reads and writes whole files.
enum FileText {
  /// The bytes of a file, at most so many from its beginning.
  ///
  /// - Throws: fault `file-unusable` {path, reason}; usage `file-missing` {path} when there is none.
  static func bytes(_ path: String, atMost most: Int = .max) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw Problem(.usage, "file-missing", ["path": path]) }
      throw failed(path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failed(path) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(min(count, most - bytes.count))
      if bytes.count == most { return bytes }
    }
  }

  /// The text of a file, at most so many bytes; bytes that are no UTF-8 become U+FFFD.
  static func read(_ path: String, atMost most: Int = .max) throws(Problem) -> String {
    String(decoding: try bytes(path, atMost: most), as: UTF8.self)
  }

  /// Makes a file that must not be there yet.
  ///
  /// - Throws: fault `file-unusable` {path, reason}.
  static func create(_ path: String, _ text: String) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw failed(path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failed(path)
    }
  }

  /// Makes a file, or replaces the one that is there by a whole one.
  ///
  /// - Throws: fault `file-unusable` {path, reason}.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(Problem) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let reason = error.localizedDescription
      throw Problem(.fault, "file-unusable", ["path": path, "reason": reason])
    }
  }

  private static func failed(_ path: String) -> Problem {
    Problem(.fault, "file-unusable", ["path": path, "reason": String(cString: strerror(errno))])
  }
}
