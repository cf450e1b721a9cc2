// FileDigest.swift — the SHA-256 of a file's bytes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Crypto
import Glibc
import Invoicing

/// The SHA-256 of bytes.
enum FileDigest {
  static func digest(of bytes: [UInt8]) -> DocumentID {
    DocumentID(digest: SHA256.hash(data: bytes))
  }

  /// The digest of an open file from its start, or nil when it cannot be read.
  static func digest(ofFile descriptor: CInt) -> DocumentID? {
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return DocumentID(digest: hash.finalize()) }
      hash.update(data: buffer.prefix(count))
      offset += count
    }
  }
}
