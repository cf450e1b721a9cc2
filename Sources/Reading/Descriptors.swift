// Descriptors.swift — whole writes and reads that go on after a signal.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Writes all bytes; false when the other end is closed.
package func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, part.baseAddress, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// Waits for some bytes; 0 at the end, negative on failure.
func readSome(_ descriptor: CInt, into buffer: inout [UInt8]) -> Int {
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count >= 0 || errno != EINTR { return count }
  }
}
