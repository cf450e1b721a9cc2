// LearnedFile.swift — a learned rule file is written, unless a person has edited it.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Extraction
internal import Glibc
internal import Invoicing

/// Writes the rule files in `HOME/rules/learned`.
struct LearnedFile: Sendable {
  let home: Home

  /// The last line of a file that nobody has touched.
  private static let seal = "# As it was written, this file has the mark "

  /// Writes a profile; a reader sees the old file or the new one, never a part.
  ///
  /// - Returns: the path.
  /// - Throws: usage `learned-file-edited` {path}; fault `file-failed`, `disk-full`.
  func write(_ profile: LearnedProfile) throws(Problem) -> String {
    let folder = home.rules + "/learned"
    guard mkdir(folder, 0o770) == 0 || errno == EEXIST else { throw fileProblem("mkdir", "rules") }
    let name = String(profile.name.split(separator: "/").last ?? "")
    let path = folder + "/" + name + ".yml"
    if let old = try text(of: path), !Self.isUntouched(old) {
      throw Problem(.usage, "learned-file-edited", ["path": path])
    }
    let text = profile.text + Self.seal + fingerprint([profile.text]) + "\n"
    try writeWhole(Array(text.utf8), as: name + ".yml", in: folder, place: "rules")
    return path
  }

  /// Whether the mark in the last line is that of the lines above.
  static func isUntouched(_ text: String) -> Bool {
    guard let range = text.firstRange(of: seal) else { return false }
    let mark = text[range.upperBound...].trimmingSuffix { $0.isNewline }
    return fingerprint([String(text[..<range.lowerBound])]) == mark
  }

  /// The text of a file, or nil where there is none; one that is no text counts as edited.
  private func text(of path: String) throws(Problem) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw fileProblem("open", "rules") }
    let file = OpenFile(descriptor)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= 1 << 20 {
      let count = read(file.descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fileProblem("read", "rules") }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(validating: bytes, as: UTF8.self) ?? ""
  }
}

extension Substring {
  /// Without the last characters for which it holds.
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isDropped(last) { text = text.dropLast() }
    return String(text)
  }
}
