// Quarantine.swift — refused files, each beside its reason.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Glibc
package import Invoicing

/// Why a file lies in the quarantine, for programs: `<name>.why.json`.
package struct QuarantineReason: Hashable, Sendable, Codable {
  package let document: DocumentID
  package let problem: Problem
  /// ISO 8601, UTC.
  package let receivedAt: String

  package init(document: DocumentID, problem: Problem, receivedAt: String) {
    self.document = document
    self.problem = problem
    self.receivedAt = receivedAt
  }
}

/// The refused files of a home, each a copy of its original beside a reason that a person can read.
///
/// Nothing is lost when somebody deletes them: the archive keeps the originals. Every method blocks.
package struct Quarantine: Sendable {
  private let root: String

  /// The quarantine in a home's folder.
  package init(home: String) { root = home + "/quarantine" }

  /// Puts a copy of an original here, with its reason.
  ///
  /// - `fileName`: the name it was dropped under, raw bytes.
  /// - `descriptor`: the open original.
  /// - `text`: the reason in words, for `<name>.why.txt`.
  /// - Returns: the name to keep in the register: made safe, with " (2)" where it is taken.
  /// - Throws: "disk-full", "file-failed"
  package func put(
    fileName: [UInt8],
    from descriptor: Int32,
    text: String,
    reason: QuarantineReason
  ) throws(Problem) -> String {
    try makeFolder(root, mode: 0o750, place: place)
    let copy = try UnnamedFile.make(in: root, size: 0, place: place)
    try copy.fill(from: descriptor)
    let (stem, suffix) = SafeName.split(fileName)
    let name = SafeName.name(stem, suffix: suffix)
    for number in 1...9999 {
      let candidate = SafeName.numbered(name, number)
      guard try copy.link(as: path(candidate), mode: 0o440) else { continue }
      let content = try mapped { try json(reason) }
      try writeBeside(candidate, ".why.json", Array(content))
      try writeBeside(candidate, ".why.txt", Array(text.utf8))
      try syncFolder(root, place: place)
      return candidate
    }
    errno = EEXIST
    throw fileProblem("link", place)
  }

  /// Removes a file and its reasons, when it is tried again; nothing happens when they are gone.
  ///
  /// - `name`: as `put` returned it.
  /// - Throws: "file-failed"
  package func remove(_ name: String) throws(Problem) {
    guard !name.contains("/") else { return }
    for suffix in ["", ".why.json", ".why.txt"] {
      guard unlink(path(name) + suffix) == 0 || errno == ENOENT else {
        throw fileProblem("unlink", place)
      }
    }
  }

  private let place = "quarantine"

  private func path(_ name: String) -> String { root + "/" + name }

  private func writeBeside(_ name: String, _ suffix: String, _ bytes: [UInt8]) throws(Problem) {
    let file = try UnnamedFile.make(in: root, size: 0, place: place)
    try Chunk(bytes).withBytes { (bytes) throws(Problem) in try file.write(bytes) }
    let target = path(name) + suffix
    _ = unlink(target)
    _ = try file.link(as: target, mode: 0o440)
  }
}
