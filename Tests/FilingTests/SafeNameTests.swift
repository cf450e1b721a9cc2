// SafeNameTests.swift — hostile names made harmless.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Filing

struct SafeNameTests {
  @Test(arguments: [
    ("../../etc/passwd", "etc-passwd"), ("-rf *", "rf _"), (".hidden", "hidden"),
    ("a\u{1B}[31mb\nc", "a [31mb c"), ("\u{202E}fdp.exe", "fdp.exe"), ("  a   b . ", "a b"),
    ("", "_"), ("...", "_"), ("C:\\x|y", "C--x-y"), ("Éclair n° 7", "Éclair n° 7"),
  ])
  func `makes hostile names harmless`(_ stem: String, _ expected: String) {
    let name = SafeName.name(stem, suffix: ".pdf")
    #expect(name == expected + ".pdf")
  }

  @Test func `cuts long names at a character`() {
    let name = SafeName.name(String(repeating: "👨‍👩‍👧é", count: 60), suffix: ".pdf")
    #expect(name.utf8.count <= SafeName.limit && name.utf8.count > SafeName.limit - 30)
    #expect(name.hasSuffix(".pdf") && !name.contains("\u{FFFD}"))
  }

  @Test func `numbers a taken name before its suffix`() {
    #expect(SafeName.numbered("a b.pdf", 1) == "a b.pdf")
    #expect(SafeName.numbered("a b.pdf", 2) == "a b (2).pdf")
    #expect(SafeName.isNumbered("a b (12).pdf", of: "a b.pdf"))
    #expect(!SafeName.isNumbered("a b (x).pdf", of: "a b.pdf"))
  }
}
