// StyleTests.swift — what the formatter cannot check.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct StyleTests {
  @Test(arguments: SourceFile.all)
  func `begins with its name and its licence`(file: SourceFile) throws {
    let name = try #require(file.path.split(separator: "/").last)
    let first = try #require(file.lines.first)
    #expect(first.hasPrefix("// \(name) — "), "\(file.path): \(first)")
    #expect(file.lines.dropFirst().first?.contains("SPDX-License-Identifier: Apache-2.0") == true)
  }

  @Test(arguments: SourceFile.all)
  func `is at most 600 lines long`(file: SourceFile) {
    #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
  }

  /// A `package` type is used from other files: it says what it is.
  @Test(arguments: SourceFile.all)
  func `documents its package types`(file: SourceFile) {
    for (index, line) in file.lines.enumerated() {
      let words = line.split(separator: " ")
      guard words.first == "package",
        let kind = words.dropFirst().first(where: { $0 != "final" && $0 != "indirect" }),
        ["struct", "enum", "class", "actor", "protocol"].contains(kind)
      else { continue }
      var above = index - 1
      while above >= 0, file.lines[above].hasPrefix("@") { above -= 1 }
      #expect(
        above >= 0 && file.lines[above].drop { $0 == " " }.hasPrefix("///"),
        "\(file.path):\(index + 1) has no doc comment"
      )
    }
  }
}
