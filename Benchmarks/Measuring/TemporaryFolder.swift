// TemporaryFolder.swift — a folder of our own that goes away again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A new folder, removed with all it holds by `remove`.
struct TemporaryFolder: Sendable {
  let path: String

  /// Makes a folder in $TMPDIR, else in /tmp.
  ///
  /// - Throws: when it cannot be made.
  init(_ purpose: String) throws {
    let name = "facturier-\(purpose)-\(ProcessInfo.processInfo.processIdentifier)"
    path = FileManager.default.temporaryDirectory.appending(path: name).path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// The names in a folder in order, without hidden ones; none when there is no such folder.
///
/// - Throws: `BenchFailure` when the folder cannot be listed. `FileManager` gives up where names come
///   and go meanwhile, as in /proc.
func fileNames(in folder: String) throws -> [String] {
  guard let stream = opendir(folder) else {
    if errno == ENOENT { return [] }
    throw BenchFailure("\(folder) cannot be listed: \(String(cString: strerror(errno)))")
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name.first != UInt8(ascii: ".") { names.append(String(decoding: name, as: UTF8.self)) }
  }
  return names.sorted()
}

/// Whether something stands at this path.
func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// Says something to whoever watches, on standard error.
func tell(_ sentence: String) {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
}
