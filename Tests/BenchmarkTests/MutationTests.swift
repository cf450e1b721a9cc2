// MutationTests.swift — files get broken, and in the same way again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import facturier_bench

@Suite struct MutationTests {
  private static let sound = Array("%PDF-1.4 1 0 obj << /Length 120 >> endobj %%EOF".utf8)

  @Test(arguments: Mutation.allCases)
  func `breaks any file without breaking itself`(mutation: Mutation) {
    for length in [0, 1, 2, 5, Self.sound.count] {
      for seed in UInt64(0)..<50 {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(Self.sound.prefix(length))
        mutation.apply(to: &bytes, other: [0xFF, 0xD8, 0xFF, 0xE0], using: &generator)
        #expect(bytes.count <= 2 * Self.sound.count + 64)
      }
    }
  }

  @Test(arguments: Mutation.allCases)
  func `does the same for the same seed`(mutation: Mutation) {
    let results = (0..<2).map { _ in
      var generator = SeededGenerator(seed: 7)
      var bytes = Self.sound
      mutation.apply(to: &bytes, other: [1, 2, 3, 4], using: &generator)
      return bytes
    }
    #expect(results[0] == results[1])
  }

  @Test func `repeats itself by its number`() throws {
    let folder = try TemporaryFolder("mutation-tests")
    defer { folder.remove() }
    let home = try FuzzHome(folder.path)
    let source = try FuzzSource(seed: 3, folders: [home.path])
    #expect(source.input(5).bytes == source.input(5).bytes)
    #expect(Set((0..<20).map { source.input($0).digest }).count > 10)
  }

  @Test func `mends the check sums of PNG chunks`() {
    // The empty chunk that ends every PNG file has this sum.
    #expect(PNGChecks.checkSum(of: Array("IEND".utf8)) == 0xAE42_6082)
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    var bytes = signature + [0, 0, 0, 0] + Array("IEND".utf8) + [1, 2, 3, 4]
    PNGChecks.mend(&bytes)
    #expect(bytes.suffix(4) == [0xAE, 0x42, 0x60, 0x82])
  }
}
