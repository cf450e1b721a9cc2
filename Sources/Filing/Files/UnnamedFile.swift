// UnnamedFile.swift — a file that has no name until it is whole.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc
internal import Invoicing

/// A file without a name in a folder (O_TMPFILE), given one when it is whole.
///
/// A kill leaves nothing behind. Where the file system has no such files (NFS, old overlay) it has a
/// hidden name meanwhile, which `UnnamedFile.isLeftover` tells.
struct UnnamedFile: ~Copyable {
  private let file: OpenFile
  private let hiddenPath: String?

  /// Makes it in a folder, with room for `size` bytes: a full disk is found before copying.
  ///
  /// - Throws: "disk-full", "file-failed"
  static func make(
    in folder: String,
    size: Int64,
    place: String
  ) throws(Problem) -> UnnamedFile {
    let (descriptor, hiddenPath) = try open(in: folder, place: place)
    let file = UnnamedFile(file: OpenFile(adopting: descriptor, place: place), hiddenPath)
    try file.reserve(size)
    return file
  }

  private init(file: consuming OpenFile, _ hiddenPath: String?) {
    self.file = file
    self.hiddenPath = hiddenPath
  }

  deinit { if let hiddenPath { _ = unlink(hiddenPath) } }

  var descriptor: Int32 { file.descriptor }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) { try file.write(bytes) }

  /// Cuts the file off behind so many bytes.
  func truncate(to size: Int64) throws(Problem) {
    guard retrying({ ftruncate(descriptor, off_t(size)) }) == 0 else {
      throw fileProblem("truncate", file.place)
    }
  }

  /// Takes over the bytes of an open file: shared blocks where the file system can, else a copy.
  func fill(from source: Int32) throws(Problem) {
    if clinux_try_reflink(source, descriptor) == 0 { return }
    var offset: Int64 = 0
    while let chunk = try chunk(of: source, at: offset, place: file.place) {
      try chunk.withBytes { (bytes) throws(Problem) in try write(bytes) }
      offset += Int64(chunk.count)
    }
    try truncate(to: offset)
  }

  /// Gives the file its mode and its name; the folder is not synced.
  ///
  /// - `synced`: whether the bytes survive a power cut before the name does; false only for what can
  ///   be made again.
  /// - Returns: false when the name is taken; the file has none then.
  func link(as path: String, mode: mode_t, synced: Bool = true) throws(Problem) -> Bool {
    guard fchmod(descriptor, mode) == 0 else { throw fileProblem("chmod", file.place) }
    if synced { try file.sync() }
    let result =
      if let hiddenPath { Glibc.link(hiddenPath, path) } else {
        clinux_link_fd(descriptor, AT_FDCWD, path)
      }
    if result == 0 { return true }
    guard errno == EEXIST else { throw fileProblem("link", file.place) }
    return false
  }

  /// Whether a name is that of a file which a kill left behind.
  static func isLeftover(_ name: [UInt8]) -> Bool { name.starts(with: leftoverPrefix.utf8) }

  /// The new descriptor, and its name where it cannot be without.
  private static func open(
    in folder: String,
    place: String
  ) throws(Problem) -> (descriptor: Int32, hiddenPath: String?) {
    let directory = try OpenFile(folder, O_RDONLY | O_DIRECTORY, place: place)
    let unnamed = retrying { clinux_open_tmpfile(directory.descriptor, 0o600) }
    if unnamed >= 0 { return (unnamed, nil) }
    guard errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL else {
      throw fileProblem("open", place)
    }
    let path = "\(folder)/\(leftoverPrefix)\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let flags = O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC
    let named = retrying { Glibc.open(path, flags, 0o600) }
    guard named >= 0 else { throw fileProblem("open", place) }
    return (named, path)
  }

  private func reserve(_ size: Int64) throws(Problem) {
    guard size > 0 else { return }
    guard retrying({ clinux_fallocate(descriptor, size) }) != 0 else { return }
    guard errno != EOPNOTSUPP, errno != EINVAL, errno != ENOSYS else { return }
    throw fileProblem("allocate", file.place)
  }
}

/// Bytes that were read from a file.
struct Chunk {
  private let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func withBytes(
    _ body: (UnsafeRawBufferPointer) throws(Problem) -> Void
  ) throws(Problem) {
    var result = Result<Void, Problem>.success(())
    bytes.withUnsafeBytes { buffer in
      do throws(Problem) { try body(buffer) } catch { result = .failure(error) }
    }
    try result.get()
  }
}

/// Up to 1 MiB of a file from `offset`, or nil at its end; the descriptor's position stays.
func chunk(of descriptor: Int32, at offset: Int64, place: String) throws(Problem) -> Chunk? {
  let capacity = 1 << 20
  var failed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    let read = retrying { pread(descriptor, buffer.baseAddress, capacity, off_t(offset)) }
    failed = read < 0
    count = max(0, read)
  }
  if failed { throw fileProblem("read", place) }
  return bytes.isEmpty ? nil : Chunk(bytes)
}

private let leftoverPrefix = ".incoming-"
