// Mutation.swift — the ways in which a file gets broken.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A way to break a file, as transport, disks, bad software and ill will do.
enum Mutation: CaseIterable {
  case cutOff, beginLate, flipBits, overwrite, blank, double, remove, swap
  case changeNumber, changeLength, breakTrailer, splice, spliceHead

  /// Breaks the bytes; `other` is another file, for what two files make together.
  func apply(
    to bytes: inout [UInt8],
    other: [UInt8],
    using generator: inout SeededGenerator
  ) {
    guard !bytes.isEmpty else { return bytes = Array(other.prefix(64)) }
    switch self {
    case .cutOff: bytes.removeLast(.random(in: 1...bytes.count, using: &generator))
    case .beginLate: bytes.removeFirst(min(bytes.count, .random(in: 1...32, using: &generator)))
    case .flipBits:
      for _ in 0..<Int.random(in: 1...max(1, bytes.count / 100), using: &generator) {
        let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
        bytes[.random(in: bytes.indices, using: &generator)] ^= bit
      }
    case .overwrite:
      for index in Self.chunk(of: bytes, using: &generator) {
        bytes[index] = .random(in: 0...255, using: &generator)
      }
    case .blank:
      let value: UInt8 = [0, 0xFF, 32].randomElement(using: &generator) ?? 0
      for index in Self.chunk(of: bytes, using: &generator) { bytes[index] = value }
    case .double:
      let chunk = Self.chunk(of: bytes, using: &generator)
      bytes.insert(contentsOf: bytes[chunk], at: chunk.upperBound)
    case .remove: bytes.removeSubrange(Self.chunk(of: bytes, using: &generator))
    case .swap:
      let chunk = Self.chunk(of: bytes, using: &generator)
      let moved = Array(bytes[chunk])
      bytes.removeSubrange(chunk)
      bytes.insert(contentsOf: moved, at: .random(in: 0...bytes.count, using: &generator))
    case .changeNumber: Self.changeNumber(in: &bytes, using: &generator)
    case .changeLength: Self.changeLength(in: &bytes, using: &generator)
    case .breakTrailer:
      let start = max(0, bytes.count - .random(in: 1...256, using: &generator))
      for _ in 0..<Int.random(in: 1...16, using: &generator) {
        let index = Int.random(in: start..<bytes.count, using: &generator)
        bytes[index] = .random(in: 0...255, using: &generator)
      }
    case .splice:
      let head = bytes.prefix(.random(in: 0...bytes.count, using: &generator))
      bytes = Array(head + other.suffix(.random(in: 0...other.count, using: &generator)))
    case .spliceHead:
      let length = Int.random(in: 4...32, using: &generator)
      let rest = bytes.dropFirst(Bool.random(using: &generator) ? length : 0)
      bytes = Array(other.prefix(length) + rest)
    }
  }

  /// A run of bytes, short more often than long.
  private static func chunk(
    of bytes: [UInt8],
    using generator: inout SeededGenerator
  ) -> Range<Int> {
    let longest = max(1, bytes.count >> Int.random(in: 0...8, using: &generator))
    let length = Int.random(in: 1...longest, using: &generator)
    let start = Int.random(in: 0...(bytes.count - length), using: &generator)
    return start..<(start + length)
  }

  /// Changes a written number: a length, an offset, an object, a size.
  private static func changeNumber(
    in bytes: inout [UInt8],
    using generator: inout SeededGenerator
  ) {
    let start = Int.random(in: bytes.indices, using: &generator)
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    guard let first = bytes[start...].firstIndex(where: isDigit) else { return }
    let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    let numbers = [
      "0", "1", "-1", "3", "7", "65536", "99999", "2147483647", "4294967296",
      "99999999999999999999", "0.0000001", "1e9",
    ]
    let number = numbers.randomElement(using: &generator) ?? "0"
    bytes.replaceSubrange(first..<end, with: Array(number.utf8))
  }

  /// Overwrites two or four bytes with a number at the edge of what fits.
  private static func changeLength(
    in bytes: inout [UInt8],
    using generator: inout SeededGenerator
  ) {
    let numbers: [UInt32] = [0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, .max]
    let number = numbers.randomElement(using: &generator) ?? 0
    let count = Bool.random(using: &generator) ? 2 : 4
    let big = (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    let start = Int.random(in: bytes.indices, using: &generator)
    let written = Bool.random(using: &generator) ? big : big.reversed()
    for (index, byte) in zip(start..<bytes.count, written) { bytes[index] = byte }
  }
}
