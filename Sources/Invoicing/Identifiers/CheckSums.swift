// CheckSums.swift — the arithmetic of check digits, digit by digit so that nothing overflows.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Check sums over digits from left to right.
enum CheckSums {
  /// The Luhn sum modulo 10 with the rightmost digit not doubled (ISO/IEC 7812-1 annex B).
  static func luhn(_ digits: some BidirectionalCollection<Int>) -> Int {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = index.isMultiple(of: 2) ? digit : digit * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10
  }

  /// Σ weight · digit over the shorter of both.
  static func weighted(_ digits: some Sequence<Int>, _ weights: some Sequence<Int>) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The number that the digits write, modulo `divisor`.
  static func remainder(_ digits: some Sequence<Int>, dividedBy divisor: Int) -> Int {
    digits.reduce(0) { ($0 * 10 + $1) % divisor }
  }

  /// The remainder by 97 of digits and letters, A as 10 to Z as 35 (ISO 7064 MOD 97-10).
  static func mod97(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { remainder, byte in
      switch byte {
      case 48...57: (remainder * 10 + Int(byte) - 48) % 97
      case 65...90: (remainder * 100 + Int(byte) - 55) % 97
      default: remainder
      }
    }
  }

  /// Whether the last digit is the check digit of ISO 7064 MOD 11,10.
  static func isMod1110(_ digits: [Int]) -> Bool {
    guard let last = digits.last else { return false }
    var product = 10
    for digit in digits.dropLast() {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + last) % 10 == 1
  }

  /// `value` modulo `divisor`, never negative.
  static func positive(_ value: Int, modulo divisor: Int) -> Int {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
