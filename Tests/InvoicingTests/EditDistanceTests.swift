// EditDistanceTests.swift — slips of the keyboard counted.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "acb", 1), ("abc", "abcd", 1), ("abc", "abd", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func `counts insertions, deletions, substitutions and swaps`(a: String, b: String, slips: Int) {
    #expect(editDistance(a, b) == slips)
    #expect(editDistance(b, a) == slips)
  }

  @Test func `finds the word that was meant, or none`() {
    #expect(nearest(to: "feilds", among: ["amount", "fields", "file"]) == "fields")
    #expect(nearest(to: "colour", among: ["amount", "fields"]) == nil)
    #expect(nearest(to: "x", among: [String]()) == nil)
  }
}
