// FileIdentity.swift — whether a file is still the one that was looked at.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// What tells that a file has not been replaced or written to: it is compared, never interpreted.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970-01-01 UTC.
  package let modified: Int64
  /// Nanoseconds since 1970-01-01 UTC.
  package let changed: Int64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
  }
}
