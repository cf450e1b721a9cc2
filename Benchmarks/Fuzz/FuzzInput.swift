// FuzzInput.swift — one broken file, told by a seed and its number.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// A broken file.
struct FuzzInput: Sendable {
  let name: String
  let bytes: [UInt8]

  /// SHA-256 in hexadecimal, the name of its document in the register.
  var digest: String {
    SHA256.hash(data: Data(bytes)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}

/// Breaks sound files.
struct FuzzSource: Sendable {
  /// A sound file.
  private struct Sound {
    let name: String
    let bytes: [UInt8]
  }

  private let seed: UInt64
  private let sound: [Sound]

  /// Files beyond this are not grown any more.
  private static let longest = 256 << 10

  var count: Int { sound.count }

  /// With the files in some folders, in the order of their names.
  ///
  /// - Throws: when there is none.
  init(seed: UInt64, folders: [String]) throws {
    self.seed = seed
    sound = try folders.flatMap { folder in
      try fileNames(in: folder).compactMap { name in
        let file = URL(filePath: "\(folder)/\(name)")
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
          return nil
        }
        return Sound(name: name, bytes: [UInt8](try Data(contentsOf: file)))
      }
    }
    guard !sound.isEmpty else { throw BenchFailure("no files to break in \(folders)") }
  }

  /// The input of this number: the same for the same seed and files, whatever came before.
  func input(_ number: Int) -> FuzzInput {
    var generator = SeededGenerator(seed: seed &* 0xD134_2543_DE82_EF95 &+ UInt64(number))
    let base = sound[.random(in: sound.indices, using: &generator)]
    var bytes = base.bytes
    // One break is met most often; many hide each other.
    var breaks = 1
    while breaks < 6, Int.random(in: 0..<3, using: &generator) == 0 { breaks += 1 }
    for _ in 0..<breaks {
      let other = sound[.random(in: sound.indices, using: &generator)]
      let mutation = Mutation.allCases.randomElement(using: &generator) ?? .cutOff
      mutation.apply(to: &bytes, other: other.bytes, using: &generator)
      if bytes.count > Self.longest { bytes.removeLast(bytes.count - Self.longest) }
    }
    if Bool.random(using: &generator) { PNGChecks.mend(&bytes) }
    return FuzzInput(name: "\(seed)-\(number)-\(base.name)", bytes: bytes)
  }
}
