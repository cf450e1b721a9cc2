// WholeFile.swift — a file is written whole or not at all.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Invoicing

/// Writes a file beside its place and moves it there: a reader sees the old one or the new one, never a
/// part, and a power failure does not take it back.
///
/// `place` is what a problem calls it, since names of files are not told.
///
/// - Throws: faults `file-failed` {operation, place, errno}, `disk-full`.
func writeWhole(
  _ bytes: [UInt8],
  as name: String,
  in folder: String,
  place: String
) throws(Problem) {
  let hidden = folder + "/." + name + ".new"
  let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
  let file = OpenFile(open(hidden, flags, 0o640))
  guard file.descriptor >= 0 else { throw fileProblem("open", place) }
  try writeAll(bytes, to: file.descriptor, in: place)
  guard fsync(file.descriptor) == 0 else { throw fileProblem("sync", place) }
  guard rename(hidden, folder + "/" + name) == 0 else { throw fileProblem("rename", place) }
  let directory = try openFolder(folder, place: place)
  guard fsync(directory.descriptor) == 0 else { throw fileProblem("sync", place) }
}
