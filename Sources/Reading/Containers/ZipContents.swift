// ZipContents.swift — what is packed into a zip file.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CArchive
internal import Invoicing

/// Unpacks zip files in memory: names are only told, never followed, and sizes are counted as they
/// come, whatever the directory claims.
struct ZipContents {
  let limits: ReadingLimits

  /// - Throws: refusals `archive-unreadable`, `archive-encrypted`, `office-file`,
  ///   `container-too-large` {limit}, `container-too-many-files` {limit}.
  func read(_ source: SourceBytes) throws(Problem) -> FoundContents {
    FoundContents(
      files: try files(of: source) { path, isFirst throws(Problem) in
        // What office programs put into their files (ECMA-376 part 2, ODF 1.3 part 2).
        if path == "[Content_Types].xml" || isFirst && path == "mimetype" {
          throw Problem(.refusal, "office-file")
        }
        return !Self.isClutter(path)
      }
    )
  }

  /// Everything in it, by whole paths: of a file of an office program, its parts.
  ///
  /// - Throws: as `read`, but for `office-file`.
  func parts(of source: SourceBytes) throws(Problem) -> [FoundFile] {
    try files(of: source) { _, _ in true }
  }

  private func files(
    of source: SourceBytes,
    isWanted: (_ path: String, _ isFirst: Bool) throws(Problem) -> Bool
  ) throws(Problem) -> [FoundFile] {
    guard let archive = archive_read_new() else { throw .unreadableArchive }
    defer { withExtendedLifetime(source) { _ = archive_read_free(archive) } }
    archive_read_support_format_zip(archive)
    guard
      archive_read_open_memory(archive, source.buffer.baseAddress, source.buffer.count)
        == ARCHIVE_OK
    else { throw .unreadableArchive }
    var files: [FoundFile] = []
    var budget = ContainerBudget(limits: limits)
    var entry: OpaquePointer?
    var isFirst = true
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      // A warning is about a name or a time.
      guard status >= ARCHIVE_WARN, let entry else { throw .unreadableArchive }
      try budget.take(files: 1)
      let path = Self.path(of: entry)
      let isWanted = try isWanted(path, isFirst)
      isFirst = false
      guard isWanted, archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
      guard archive_entry_is_encrypted(entry) == 0 else {
        throw Problem(.refusal, "archive-encrypted")
      }
      let bytes = try Self.bytes(of: archive, &budget)
      files.append(FoundFile(name: path, bytes: bytes))
    }
    return files
  }

  /// What file managers add by themselves.
  private static func isClutter(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return true }
    return parts.first == "__MACOSX" || name.hasPrefix("._")
      || [".ds_store", "thumbs.db", "desktop.ini"].contains(name.lowercased())
  }

  private static func path(of entry: OpaquePointer) -> String {
    // Names that are no UTF-8 come as they are: old programs wrote in the code page of their country.
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return name.map { String(cString: $0) } ?? ""
  }

  private static func bytes(
    of archive: OpaquePointer,
    _ budget: inout ContainerBudget
  ) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = archive_read_data(archive, &buffer, buffer.count)
      guard count >= 0 else { throw .unreadableArchive }
      if count == 0 { return bytes }
      try budget.take(bytes: count)
      bytes.append(contentsOf: buffer.prefix(count))
    }
  }
}

extension Problem {
  fileprivate static let unreadableArchive = Problem(.refusal, "archive-unreadable")
}
