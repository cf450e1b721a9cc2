// VATNumberChecks+People.swift — VAT numbers that may be those of persons: ES, BG, CZ.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension VATNumberChecks {
  /// DNI (8 digits and a letter), NIE (X, Y, Z), K, L, M, and CIF of companies.
  static func spain(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 9, let last = bytes.last else { return false }
    let middle = bytes[1..<8]
    switch bytes[0] {
    case 48...57: return spanishLetter(bytes.prefix(8)) == last
    case UInt8(ascii: "X")...UInt8(ascii: "Z"):
      return spanishLetter([bytes[0] - 40] + middle) == last
    case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"):
      return spanishLetter(middle) == last
    default:
      guard "ABCDEFGHJNPQRSUVW".utf8.contains(bytes[0]), let digits = digitValues(middle) else {
        return false
      }
      let check = (10 - CheckSums.luhn(digits + [0])) % 10
      return last == UInt8(48 + check) || last == Array("JABCDEFGHI".utf8)[check]
    }
  }

  private static func spanishLetter(_ bytes: some Collection<UInt8>) -> UInt8? {
    digitValues(bytes).map {
      Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[CheckSums.remainder($0, dividedBy: 23)]
    }
  }

  /// Companies (9 digits), or ten: a citizen (EGN), a foreigner (PNF) or another payer.
  static func bulgaria(_ bytes: [UInt8]) -> Bool {
    if let digits = vatDigits(bytes, count: 9) {
      var check = CheckSums.weighted(digits, 1...8) % 11
      if check == 10 { check = CheckSums.weighted(digits, 3...10) % 11 }
      return check % 10 == digits[8]
    }
    guard let digits = vatDigits(bytes, count: 10) else { return false }
    let citizen = CheckSums.weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
    if citizen == digits[9], bulgarianBirthday(digits) { return true }
    if CheckSums.weighted(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == digits[9] {
      return true
    }
    let other = 11 - CheckSums.weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2])
    return CheckSums.positive(other, modulo: 11) == digits[9]
  }

  /// Whether the number begins with a birthday; months are counted from 21 before 1900, 41 from 2000.
  private static func bulgarianBirthday(_ digits: [Int]) -> Bool {
    let (year, month) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    let (century, shift) = month > 40 ? (2000, 40) : month > 20 ? (1800, 20) : (1900, 0)
    return CalendarDate(
      year: century + year,
      month: month - shift,
      day: digits[4] * 10 + digits[5]
    ) != nil
  }

  /// Companies (8 digits), special persons (9 with a leading 6), and birth numbers by their shape.
  static func czechia(_ bytes: [UInt8]) -> Bool {
    if let digits = vatDigits(bytes, count: 8) {
      let sum = CheckSums.weighted(digits, [8, 7, 6, 5, 4, 3, 2])
      let check = CheckSums.positive(11 - sum, modulo: 11)
      return digits[0] != 9 && (check == 0 ? 1 : check % 10) == digits[7]
    }
    if let digits = vatDigits(bytes, count: 9), digits[0] == 6 {
      let sum = CheckSums.weighted(digits[1..<8], [8, 7, 6, 5, 4, 3, 2]) % 11
      return CheckSums.positive(8 - (10 - sum) % 11, modulo: 10) == digits[8]
    }
    guard let digits = vatDigits(bytes, count: 9) ?? vatDigits(bytes, count: 10) else {
      return false
    }
    // The month of a woman is counted from 51; 20 is added when a day's numbers run out.
    let month = (digits[2] * 10 + digits[3]) % 50 % 20
    return (1...12).contains(month) && (1...31).contains(digits[4] * 10 + digits[5])
  }
}
