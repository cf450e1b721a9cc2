// MemoryFile.swift — bytes as a file that has no place on any disk.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc
import Invoicing

/// Bytes as a file in memory, for a reader that wants a file.
struct MemoryFile: ~Copyable {
  private let descriptor: CInt

  /// - Throws: fault `file-failed` {operation, place, errno}.
  init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    descriptor = clinux_memory_file("part")
    guard descriptor >= 0 else { throw Self.failure("create") }
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("write") }
      rest = rest.dropFirst(count)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Valid as long as this file.
  var path: String { "/proc/self/fd/\(descriptor)" }

  private static func failure(_ operation: String) -> Problem {
    let arguments = ["operation": operation, "place": "document", "errno": String(errno)]
    return Problem(.fault, "file-failed", arguments)
  }
}
