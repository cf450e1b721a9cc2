// PopplerTools.swift — the commands of poppler-utils that we measure against or prepare pages with.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The commands of poppler-utils.
enum PopplerTools {
  /// What `pdftotext -layout` prints; empty when it refuses the file.
  static func text(of path: String) throws -> String {
    let program = Program(executable: "pdftotext", arguments: ["-layout", path, "-"])
    let ending = try program.run(outputLimit: 64 << 20)
    return ending.status == 0 ? String(decoding: ending.output, as: UTF8.self) : ""
  }

  /// The number of pages, or nil when the file is refused.
  static func pageCount(of path: String) throws -> Int? { Int(try fact("Pages", of: path)) }

  /// Whether the file is encrypted, also where it opens without a password.
  static func isEncrypted(_ path: String) throws -> Bool {
    try fact("Encrypted", of: path).hasPrefix("yes")
  }

  /// What `pdfinfo` says under a name; empty when it says nothing.
  private static func fact(_ name: String, of path: String) throws -> Substring {
    let ending = try Program(executable: "pdfinfo", arguments: [path]).run()
    let lines = String(decoding: ending.output, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(name + ":") } ?? ""
    return line.dropFirst(name.count + 1).drop { $0 == " " }
  }

  /// One file of so many pages, made of one-page files in turn; kept for the next run.
  static func united(_ files: [String], pages: Int) throws -> String {
    let parts = (0..<pages).map { files[$0 % files.count] }
    let manager = FileManager.default
    let told = try parts.map { path in
      let attributes = try manager.attributesOfItem(atPath: path)
      return "\(path) \(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
    }
    let digest = SHA256.hash(data: Data(told.joined(separator: "\n").utf8))
    let key = digest.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    let name = "facturier-bench-\(pages)-pages-\(key.joined()).pdf"
    let path = manager.temporaryDirectory.appending(path: name).path()
    if try exists(path) && pageCount(of: path) == pages { return path }
    let program = Program(executable: "pdfunite", arguments: parts + [path])
    guard try program.run().status == 0, try pageCount(of: path) == pages else {
      throw BenchFailure("pdfunite could not make a file of \(pages) pages")
    }
    return path
  }

  /// Draws the pages as grey PNG at 300 dpi: `folder/name-1.png` and so on, in order.
  static func draw(_ path: String, as name: String, in folder: String) throws -> [String] {
    let arguments = ["-r", "300", "-gray", "-png", path, "\(folder)/\(name)"]
    guard try Program(executable: "pdftoppm", arguments: arguments).run().status == 0 else {
      return []
    }
    return try fileNames(in: folder).filter { $0.hasPrefix(name + "-") }.map { "\(folder)/\($0)" }
  }
}
