// VATNumberChecks+Forms.swift — national VAT numbers with letters or several forms.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension VATNumberChecks {
  static func austria(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "U"), let digits = vatDigits(bytes.dropFirst(), count: 8)
    else { return false }
    return CheckSums.positive(6 - CheckSums.luhn(digits.prefix(7)), modulo: 10) == digits[7]
  }

  static func belgium(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 10), digits[0] <= 1 else { return false }
    let number = digits.prefix(8).reduce(0) { $0 * 10 + $1 }
    return (number + digits[8] * 10 + digits[9]) % 97 == 0
  }

  /// Two digits or letters (no I, no O), then a SIREN; Monaco's numbers begin with 000.
  static func france(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 11, let digits = digitValues(bytes.dropFirst(2)) else { return false }
    let isMonaco = digits.prefix(3) == [0, 0, 0]
    guard isMonaco || CheckSums.luhn(digits) == 0 else { return false }
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    guard let first = alphabet.firstIndex(of: bytes[0]),
      let second = alphabet.firstIndex(of: bytes[1])
    else { return false }
    if first < 10, second < 10 {
      let remainder = CheckSums.remainder(digits, dividedBy: 97)
      return first * 10 + second == (12 + 3 * remainder) % 97
    }
    let check = first * (first < 10 ? 24 : 34) + second - (first < 10 ? 10 : 100)
    let number = digits.reduce(0) { $0 * 10 + $1 }
    return (number + 1 + check / 11) % 11 == check % 11
  }

  static func italy(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 11), digits.prefix(7).contains(where: { $0 != 0 })
    else { return false }
    let office = digits[7] * 100 + digits[8] * 10 + digits[9]
    return ((1...100).contains(office) || [120, 121, 888, 999].contains(office))
      && CheckSums.luhn(digits) == 0
  }

  /// Standard (9 digits), branch (12), government (GD…) and health (HA…).
  static func unitedKingdom(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 5, bytes[0] > 64 {
      guard let digits = vatDigits(bytes.dropFirst(2).map { $0 }, count: 3) ?? zeros(bytes) else {
        return false
      }
      let office = digits.reduce(0) { $0 * 10 + $1 }
      switch asciiText(bytes.prefix(2)) {
      case "GD": return office < 500
      case "HA": return office >= 500
      default: return false
      }
    }
    guard bytes.count == 9 || bytes.count == 12, digitValues(bytes) != nil,
      let digits = digitValues(bytes.prefix(9))
    else { return false }
    let remainder = CheckSums.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
    let first = digits[0] * 100 + digits[1] * 10 + digits[2]
    return remainder == 0 || first >= 100 && (remainder == 42 || remainder == 55)
  }

  /// The office 000, which is a number of its own here.
  private static func zeros(_ bytes: [UInt8]) -> [Int]? {
    bytes.suffix(3) == [48, 48, 48] ? [0, 0, 0] : nil
  }

  static func netherlands(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 12, bytes[9] == UInt8(ascii: "B"),
      let digits = digitValues(bytes.prefix(9)),
      digitValues(bytes.suffix(2)) != nil
    else { return false }
    // Companies have the 11-test of their fiscal number, sole traders (since 2020) MOD 97-10.
    let elevens = CheckSums.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) - digits[8]
    return CheckSums.positive(elevens, modulo: 11) == 0
      || CheckSums.mod97(Array("NL".utf8) + bytes) == 1
  }

  /// "E" and nine digits (CHE-107.787.577); the VAT suffix MWST, TVA, IVA or TPV may be missing.
  static func switzerland(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "E"), bytes.count >= 10,
      ["", "MWST", "TVA", "IVA", "TPV"].contains(asciiText(bytes.dropFirst(10))),
      let digits = vatDigits(bytes[1..<10], count: 9)
    else { return false }
    let sum = CheckSums.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4])
    return CheckSums.positive(11 - sum, modulo: 11) == digits[8]
  }

  /// Nine digits; the suffix MVA may be missing.
  static func norway(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 9, ["", "MVA"].contains(asciiText(bytes.dropFirst(9))),
      let digits = digitValues(bytes.prefix(9))
    else { return false }
    return CheckSums.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  /// Companies (9 digits) and others (12): the last digit but one is 1.
  static func lithuania(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 9 || bytes.count == 12, let digits = digitValues(bytes),
      let check = digits.last, digits[digits.count - 2] == 1
    else { return false }
    let payload = digits.dropLast()
    let first = CheckSums.weighted(payload, payload.indices.map { 1 + $0 % 9 }) % 11
    guard first == 10 else { return first == check }
    let second = CheckSums.weighted(payload, payload.indices.map { 1 + ($0 + 2) % 9 }) % 11
    return second % 10 == check
  }

  static func cyprus(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 9, let digits = digitValues(bytes.prefix(8)), digits.prefix(2) != [1, 2]
    else { return false }
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    let sum = digits.enumerated().reduce(0) {
      $0 + ($1.offset.isMultiple(of: 2) ? odd[$1.element] : $1.element)
    }
    return bytes[8] == UInt8(65 + sum % 26)
  }

  /// Seven digits and one or two letters, or the old form with a letter, + or * in second place.
  static func ireland(_ bytes: [UInt8]) -> Bool {
    let alphabet = Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)
    guard bytes.count == 8 || bytes.count == 9 else { return false }
    let isOld = !(48...57).contains(bytes[1])
    if isOld && (bytes.count != 8 || !(bytes[1] >= 65 || bytes[1] == 42 || bytes[1] == 43)) {
      return false
    }
    let payload = isOld ? [48] + bytes[2..<7] + [bytes[0]] : Array(bytes.prefix(7))
    guard let digits = digitValues(payload) else { return false }
    let tail = bytes.count == 9 ? alphabet.firstIndex(of: bytes[8]) : 0
    guard let tail else { return false }
    let sum = CheckSums.weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * tail
    return bytes[7] == alphabet[sum % 23]
  }
}
