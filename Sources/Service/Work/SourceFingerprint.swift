// SourceFingerprint.swift — whether rule files have changed since they were loaded.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Names, sizes and times of files below some paths; equal as long as nothing was edited.
struct SourceFingerprint: Hashable, Sendable {
  private var files: [String: FileIdentity] = [:]

  /// Looks at the paths and, of folders, at everything down to four levels.
  init(of paths: [String]) { for path in paths { add(path, depth: 0) } }

  private mutating func add(_ path: String, depth: Int) {
    var status = stat()
    guard depth < 5, files.count < 20_000, stat(path, &status) == 0 else { return }
    files[path] = FileIdentity(status)
    guard status.st_mode & S_IFMT == S_IFDIR else { return }
    let held = (try? names(inFolder: path, place: "rules")) ?? []
    for name in held where name.first != UInt8(ascii: ".") {
      add(path + "/" + String(decoding: name, as: UTF8.self), depth: depth + 1)
    }
  }
}
