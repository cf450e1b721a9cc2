// SourceBytes.swift — the bytes of one file.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Crypto
internal import Glibc
package import Invoicing

/// The bytes of one file at a fixed place, so that C libraries may keep pointing at them.
package final class SourceBytes {
  /// Valid as long as this object lives.
  package let buffer: UnsafeRawBufferPointer
  private let memory: UnsafeMutableRawBufferPointer

  package init(_ bytes: some Collection<UInt8>) {
    memory = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    memory.copyBytes(from: bytes)
    buffer = UnsafeRawBufferPointer(rebasing: memory[..<bytes.count])
  }

  /// The whole file behind a descriptor, from its start.
  ///
  /// - Throws: refusals `empty-file`, `file-too-large` {bytes, limit}; fault `file-failed`
  ///   {path, reason} when it is no regular file, cannot be read, or shrinks meanwhile.
  package init(reading descriptor: CInt, limit: Int) throws(Problem) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, clinux_is_regular(status.st_mode) == 1 else {
      throw Self.failure("not a regular file")
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw .emptyFile }
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    memory = .allocate(byteCount: size, alignment: 16)
    buffer = UnsafeRawBufferPointer(memory)
    var done = 0
    while done < size {
      let rest = UnsafeMutableRawBufferPointer(rebasing: memory[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Self.failure(count == 0 ? "it became shorter" : String(cString: strerror(errno)))
      }
      done += count
    }
  }

  deinit { memory.deallocate() }

  /// The SHA-256 of the bytes.
  var id: DocumentID { DocumentID(digest: SHA256.hash(data: buffer)) }

  /// Whether these ASCII characters occur, at or after an offset.
  func contains(_ text: StaticString, from offset: Int = 0) -> Bool {
    firstIndex(of: text, from: offset) != nil
  }

  /// Where these ASCII characters begin first, in a part of the bytes.
  func firstIndex(of text: StaticString, from start: Int = 0, to end: Int = .max) -> Int? {
    let first = min(max(0, start), buffer.count)
    let part = UnsafeRawBufferPointer(rebasing: buffer[first..<max(first, min(end, buffer.count))])
    guard let address = part.baseAddress,
      let found = clinux_memmem(address, part.count, text.utf8Start, text.utf8CodeUnitCount)
    else { return nil }
    return first + (found - UnsafeRawPointer(address))
  }

  /// Where these ASCII characters begin last, in a part of the bytes.
  func lastIndex(of text: StaticString, from start: Int, to end: Int = .max) -> Int? {
    var last: Int?
    while let next = firstIndex(of: text, from: last.map { $0 + 1 } ?? start, to: end) {
      last = next
    }
    return last
  }

  private static func failure(_ reason: String) -> Problem {
    Problem(.fault, "file-failed", ["path": "standard input", "reason": reason])
  }
}
