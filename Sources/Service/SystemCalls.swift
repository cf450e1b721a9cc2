// SystemCalls.swift — file descriptors, names as bytes, and errno as a problem.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Invoicing

/// An open file; closed with the value.
struct OpenFile: ~Copyable {
  let descriptor: CInt

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

/// A system call that failed just now: fault `file-failed` or `disk-full`.
///
/// Arguments are operation, place and errno; `place` is "inbox", "claim" or "home", since names of
/// files are not told.
func fileProblem(_ operation: String, _ place: String) -> Problem {
  let code = errno
  let arguments = ["operation": operation, "place": place, "errno": String(code)]
  let isFull = code == ENOSPC || code == EDQUOT
  return Problem(.fault, isFull ? "disk-full" : "file-failed", arguments)
}

/// Writes all bytes at the position of a descriptor.
///
/// - Throws: faults `file-failed`, `disk-full`, as `fileProblem` makes them of `place`.
func writeAll(_ bytes: [UInt8], to descriptor: CInt, in place: String) throws(Problem) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw fileProblem("write", place) }
    rest = rest.dropFirst(count)
  }
}

/// How many processors this process may use.
package func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Opens a folder.
///
/// - Throws: fault `file-failed` {operation, place, errno}.
func openFolder(_ path: String, place: String) throws(Problem) -> OpenFile {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fileProblem("open", place) }
  return OpenFile(descriptor)
}

/// The names in a folder as raw bytes, "." and ".." left out, in the folder's own order.
///
/// - Throws: fault `file-failed` {operation, place, errno}.
func names(inFolder path: String, place: String) throws(Problem) -> [[UInt8]] {
  guard let stream = opendir(path) else { throw fileProblem("list", place) }
  return names(of: stream)
}

/// The names in an open folder, in the same way.
///
/// - Throws: fault `file-failed` {operation, place, errno}.
func names(in folder: borrowing OpenFile, place: String) throws(Problem) -> [[UInt8]] {
  let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
  guard copy >= 0, let stream = fdopendir(copy) else {
    let problem = fileProblem("list", place)
    close(copy)
    throw problem
  }
  return names(of: stream)
}

/// The names in a folder, which is closed then.
private func names(of stream: OpaquePointer) -> [[UInt8]] {
  defer { closedir(stream) }
  var names: [[UInt8]] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != [46], name != [46, 46] { names.append(name) }
  }
  return names
}

/// The bytes of a name as a C string.
func cString(_ name: [UInt8]) -> [CChar] { name.map { CChar(bitPattern: $0) } + [0] }

/// A name for people: control characters, marks that turn the writing direction and bytes that are
/// no UTF-8 are escaped; at most 512 bytes.
package func displayName(_ name: [UInt8]) -> String {
  var text = ""
  for scalar in String(decoding: name.prefix(512), as: UTF8.self).unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      text += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}
