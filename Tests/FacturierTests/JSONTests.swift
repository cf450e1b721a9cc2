// JSONTests.swift — the JSON that scripts read.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import facturier

@Suite struct JSONTests {
  @Test func `keeps the order of keys and escapes what must be`() {
    let json: JSON = ["b": .text("a\"\n\u{1}é"), "a": .int(7), "n": .null]
    #expect(json.line == #"{"b":"a\"\n\u0001é","a":7,"n":null}"#)
  }

  @Test func `carries a name that is no UTF-8`() {
    #expect(JSON.bytes([0x61, 0xFF]).line.lowercased() == #""a\udcff""#)
  }
}
