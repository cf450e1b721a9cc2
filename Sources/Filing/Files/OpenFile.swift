// OpenFile.swift — files by POSIX calls: an open descriptor, and what is done with it.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc
internal import Invoicing

/// A descriptor that is closed when it goes out of scope.
///
/// Foundation's file calls are not used for intake and archive: they do not sync what they write, and
/// lose names that are not UTF-8.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  /// What it is part of ("archive"), for problems: names of files are not told to the journal.
  let place: String

  init(adopting descriptor: Int32, place: String) {
    self.descriptor = descriptor
    self.place = place
  }

  /// Opens a path, not a link; the descriptor is not inherited by children.
  ///
  /// - Throws: "disk-full", "file-failed"
  init(
    _ path: String,
    _ flags: Int32,
    mode: mode_t = 0o640,
    place: String
  ) throws(Problem) {
    let number = retrying { open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
    guard number >= 0 else { throw fileProblem("open", place) }
    self.init(adopting: number, place: place)
  }

  deinit { _ = close(descriptor) }

  /// Bytes.
  func size() throws(Problem) -> Int64 {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fileProblem("stat", place) }
    return Int64(status.st_size)
  }

  /// Writes every byte at the descriptor's position.
  func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
    var rest = bytes
    while !rest.isEmpty {
      let count = retrying { Glibc.write(descriptor, rest.baseAddress, rest.count) }
      guard count > 0 else { throw fileProblem("write", place) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  /// Makes the bytes (or the names, of a folder) survive a power cut.
  ///
  /// A failed sync is final for this descriptor: the kernel may have dropped the pages.
  func sync() throws(Problem) {
    guard retrying({ fsync(descriptor) }) == 0 else { throw fileProblem("sync", place) }
  }
}

/// Runs a call again while a signal interrupts it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The problem that `errno` stands for.
func fileProblem(_ operation: String, _ place: String) -> Problem {
  let code = errno
  let arguments = ["operation": operation, "place": place, "errno": String(code)]
  let isFull = code == ENOSPC || code == EDQUOT || code == EFBIG
  return Problem(.fault, isFull ? "disk-full" : "file-failed", arguments)
}

/// Makes a folder and those above it where they are missing.
func makeFolder(_ path: String, mode: mode_t, place: String) throws(Problem) {
  if mkdir(path, mode) == 0 || errno == EEXIST { return }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw fileProblem("mkdir", place)
  }
  try makeFolder(String(path[..<slash]), mode: mode, place: place)
  guard mkdir(path, mode) == 0 || errno == EEXIST else { throw fileProblem("mkdir", place) }
}

/// Makes the names in a folder survive a power cut.
func syncFolder(_ path: String, place: String) throws(Problem) {
  try OpenFile(path, O_RDONLY | O_DIRECTORY, place: place).sync()
}

/// Renames within a file system and never replaces what is there.
///
/// - Returns: false when the new name is taken.
func renameWithoutReplacing(
  _ old: String,
  _ new: String,
  place: String
) throws(Problem) -> Bool {
  if clinux_renameat2_noreplace(AT_FDCWD, old, AT_FDCWD, new) == 0 { return true }
  // Some file systems cannot: a link never replaces either.
  if errno == EINVAL, link(old, new) == 0 {
    guard unlink(old) == 0 else { throw fileProblem("unlink", place) }
    return true
  }
  guard errno == EEXIST else { throw fileProblem("rename", place) }
  return false
}

/// Whether there is anything at this path, a dangling link too.
func exists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// The names in a folder as raw bytes, "." and ".." left out, in no order; none when it is missing.
func names(inFolder path: String, place: String) throws(Problem) -> [[UInt8]] {
  guard let folder = opendir(path) else {
    if errno == ENOENT { return [] }
    throw fileProblem("list", place)
  }
  defer { closedir(folder) }
  var names: [[UInt8]] = []
  while let entry = readdir(folder) {
    // The name is a fixed array in the struct; the record may be shorter than the struct.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
    if !bytes.elementsEqual(".".utf8), !bytes.elementsEqual("..".utf8) {
      names.append([UInt8](bytes))
    }
  }
  return names
}
