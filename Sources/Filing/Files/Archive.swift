// Archive.swift — the originals, byte for byte, by their SHA-256.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Glibc
package import Invoicing

/// The originals of a home: `archive/ab/cd/<sha256>`, read-only, never changed.
///
/// Every method blocks; call it off the cooperative pool.
package struct Archive: Sendable {
  private let root: String

  /// The archive in a home's folder.
  package init(home: String) { root = home + "/archive" }

  /// Copies an open file into the archive and returns its id; the same bytes twice are one file.
  ///
  /// When it returns, the bytes and their name survive a power cut. The descriptor's position stays.
  ///
  /// - Throws: "disk-full", "file-failed", "archive-damaged" when the archive holds this id with
  ///   another size
  package func store(from descriptor: Int32) throws(Problem) -> DocumentID {
    try makeFolder(root, mode: 0o750, place: place)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fileProblem("stat", "inbox") }
    let copy = try UnnamedFile.make(in: root, size: Int64(status.st_size), place: place)
    var hash = SHA256()
    var size: Int64 = 0
    while let chunk = try chunk(of: descriptor, at: size, place: "inbox") {
      try chunk.withBytes { (bytes) throws(Problem) in
        hash.update(bufferPointer: bytes)
        try copy.write(bytes)
      }
      size += Int64(chunk.count)
    }
    try copy.truncate(to: size)
    let id = DocumentID(digest: hash.finalize())
    try name(copy, id, size: size)
    return id
  }

  /// Puts bytes that came out of an original into the archive, as `store(from:)` does with a file.
  ///
  /// - Throws: as `store(from:)`
  package func store(_ bytes: ArraySlice<UInt8>) throws(Problem) -> DocumentID {
    try makeFolder(root, mode: 0o750, place: place)
    let content = Chunk(Array(bytes))
    let copy = try UnnamedFile.make(in: root, size: Int64(content.count), place: place)
    var hash = SHA256()
    try content.withBytes { (bytes) throws(Problem) in
      hash.update(bufferPointer: bytes)
      try copy.write(bytes)
    }
    let id = DocumentID(digest: hash.finalize())
    try name(copy, id, size: Int64(content.count))
    return id
  }

  /// Gives a copy its name, once its bytes are safe.
  private func name(
    _ copy: borrowing UnnamedFile,
    _ id: DocumentID,
    size: Int64
  ) throws(Problem) {
    try makeFolder(folders(of: id)[0], mode: 0o750, place: place)
    let isNew = try copy.link(as: path(of: id), mode: 0o440)
    if !isNew { try expect(id, size: size) }
    // Also the folders that an earlier run may have made and not synced before it was killed.
    for folder in folders(of: id) { try syncFolder(folder, place: place) }
  }

  /// Opens an original for reading; the caller closes the descriptor, which children do not inherit.
  ///
  /// - Throws: "archive-missing" (document), "file-failed"
  package func openReadOnly(_ id: DocumentID) throws(Problem) -> Int32 {
    let descriptor = retrying { open(path(of: id), O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard descriptor < 0 else { return descriptor }
    guard errno == ENOENT else { throw fileProblem("open", place) }
    throw Problem(.fault, "archive-missing", ["document": id.hex])
  }

  /// Whether the archive holds an original.
  package func holds(_ id: DocumentID) -> Bool { exists(path(of: id)) }

  /// Where an original lies, from the home's path on.
  package func path(of id: DocumentID) -> String { folders(of: id)[0] + "/" + id.hex }

  /// Every id of the archive in order, to compare with the register; needs one listing for each of
  /// up to 65,536 folders.
  ///
  /// - Throws: "file-failed"
  package func allIDs() throws(Problem) -> [DocumentID] {
    var ids: [DocumentID] = []
    for first in try names(inFolder: root, place: place) where first.count == 2 {
      let folder = root + "/" + String(decoding: first, as: UTF8.self)
      for second in try names(inFolder: folder, place: place) where second.count == 2 {
        let leaf = folder + "/" + String(decoding: second, as: UTF8.self)
        let found = try names(inFolder: leaf, place: place)
        ids += found.compactMap { DocumentID(hex: String(decoding: $0, as: UTF8.self)) }
      }
    }
    return ids.sorted()
  }

  /// Whether the bytes of an original still have its SHA-256; reads all of it.
  ///
  /// - Throws: "archive-missing", "file-failed"
  package func isIntact(_ id: DocumentID) throws(Problem) -> Bool {
    let file = OpenFile(adopting: try openReadOnly(id), place: place)
    var hash = SHA256()
    var size: Int64 = 0
    while let chunk = try chunk(of: file.descriptor, at: size, place: place) {
      try chunk.withBytes { (bytes) throws(Problem) in hash.update(bufferPointer: bytes) }
      size += Int64(chunk.count)
    }
    return DocumentID(digest: hash.finalize()) == id
  }

  /// Removes what killed copies left on file systems without unnamed files; for the holder of the
  /// home's lock.
  package func removeLeftovers() throws(Problem) {
    for name in try names(inFolder: root, place: place) where UnnamedFile.isLeftover(name) {
      _ = unlink(root + "/" + String(decoding: name, as: UTF8.self))
    }
  }

  private let place = "archive"

  /// The folder of an original and those above it, the innermost first.
  private func folders(of id: DocumentID) -> [String] {
    let first = root + "/" + id.hex.prefix(2)
    return [first + "/" + id.hex.dropFirst(2).prefix(2), first, root]
  }

  private func expect(_ id: DocumentID, size: Int64) throws(Problem) {
    let file = OpenFile(adopting: try openReadOnly(id), place: place)
    guard try file.size() == size else {
      throw Problem(.fault, "archive-damaged", ["document": id.hex])
    }
  }
}
