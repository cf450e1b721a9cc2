// QuarantineTests.swift — refused files beside their reasons.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Filing

struct QuarantineTests {
  @Test func `puts a copy beside its reasons and takes all of it away`() throws {
    let home = try TemporaryHome()
    let quarantine = Quarantine(home: home.path)
    let reason = QuarantineReason(
      document: documentID("bad"),
      problem: Problem(.refusal, "pdf-encrypted", ["file": "x"]),
      receivedAt: at()
    )
    let put = { (name: String) in
      try home.withFile("bad") {
        try quarantine.put(fileName: Array(name.utf8), from: $0, text: "why", reason: reason)
      }
    }
    let name = try put("../b\u{7}.pdf")
    #expect(try put("../b\u{7}.pdf") != name)
    let folder = home.path + "/quarantine/"
    #expect(FileManager.default.contents(atPath: folder + name) == Data("bad".utf8))
    let text = FileManager.default.contents(atPath: folder + name + ".why.txt")
    #expect(text == Data("why".utf8))
    let data = try #require(FileManager.default.contents(atPath: folder + name + ".why.json"))
    #expect(try JSONDecoder().decode(QuarantineReason.self, from: data) == reason)
    try quarantine.remove(name)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
  }
}
