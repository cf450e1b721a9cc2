// PNGChecks.swift — makes the check sums of a broken PNG file right again.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Makes the check sums of PNG chunks fit what is in them.
///
/// A decoder stops at the first chunk whose sum is wrong; what lies behind would never be tried.
enum PNGChecks {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Mends the chunks that lie in the file whole (PNG §5.3); other files stay as they are.
  static func mend(_ bytes: inout [UInt8]) {
    guard bytes.starts(with: signature) else { return }
    var start = signature.count
    while start + 12 <= bytes.count {
      let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      let end = start + 8 + length
      guard end + 4 <= bytes.count else { return }
      let sum = checkSum(of: bytes[(start + 4)..<end])
      for index in 0..<4 { bytes[end + index] = UInt8(truncatingIfNeeded: sum >> (24 - index * 8)) }
      start = end + 4
    }
  }

  /// CRC-32 as PNG annex D computes it, bit by bit.
  static func checkSum(of bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return ~sum
  }
}
