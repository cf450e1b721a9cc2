// FileArgument.swift — files named on the command line, as the bytes that were typed.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Invoicing

/// A file named on the command line; its name may be no UTF-8.
struct FileArgument: Hashable, Sendable {
  /// Without the closing NUL.
  let bytes: [UInt8]

  /// For people, escaped.
  var display: String { displayText(String(decoding: bytes, as: UTF8.self)) }

  /// The arguments with the bytes that were typed.
  ///
  /// The parser sees U+FFFD for bytes that are no UTF-8; the kernel still has them.
  static func named(_ texts: [String]) -> [FileArgument] {
    let raw = (try? FileText.bytes("/proc/self/cmdline")) ?? []
    let typed = raw.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    var byText = Dictionary(grouping: typed) { String(decoding: $0, as: UTF8.self) }
    return texts.map { text in
      guard var found = byText[text], !found.isEmpty else {
        return FileArgument(bytes: Array(text.utf8))
      }
      // Two names that look alike stand in the order in which they were typed.
      let next = found.count > 1 ? found.removeFirst() : found[0]
      byText[text] = found
      return FileArgument(bytes: next)
    }
  }

  /// Opens it for reading; the descriptor is the caller's.
  ///
  /// - Throws: usage `file-missing` {path}, `file-not-regular` {path}; fault `file-unusable`
  ///   {path, reason}.
  func open() throws(Problem) -> CInt {
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    let descriptor = Glibc.open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw Problem(.usage, "file-missing", ["path": display])
      }
      let reason = String(cString: strerror(errno))
      throw Problem(.fault, "file-unusable", ["path": display, "reason": reason])
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Problem(.usage, "file-not-regular", ["path": display])
    }
    return descriptor
  }
}
