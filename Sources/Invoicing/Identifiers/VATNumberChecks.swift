// VATNumberChecks.swift — the shape and check of the national VAT number of each country.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The national VAT numbers by prefix: which shapes exist and how each is checked.
enum VATNumberChecks {
  /// The VAT prefix of a country or prefix in capitals, or nil when it is not in the table.
  static func prefix(ofCountry country: String) -> String? {
    switch country {
    case "GR": "EL"
    case "MC": "FR"
    case "LI": "CH"
    case "XI": "XI"
    default: checks[country] == nil ? nil : country
    }
  }

  /// The number as it is kept, or nil when the country's check disagrees.
  static func normalised(_ bytes: [UInt8], prefix: String) -> [UInt8]? {
    guard let check = checks[prefix == "XI" ? "GB" : prefix] else { return nil }
    // Nine digits are a Belgian number of before 2005, which began with zero.
    let number = prefix == "BE" && bytes.count == 9 ? [48] + bytes : bytes
    return check(number) ? number : nil
  }

  private static let checks: [String: @Sendable ([UInt8]) -> Bool] = [
    "AT": austria, "BE": belgium, "BG": bulgaria, "CH": switzerland, "CY": cyprus,
    "CZ": czechia, "DE": germany, "DK": denmark, "EE": estonia, "EL": greece, "ES": spain,
    "FI": finland, "FR": france, "GB": unitedKingdom, "HR": croatia, "HU": hungary,
    "IE": ireland, "IT": italy, "LT": lithuania, "LU": luxembourg, "LV": latvia, "MT": malta,
    "NL": netherlands, "NO": norway, "PL": poland, "PT": portugal, "RO": romania, "SE": sweden,
    "SI": slovenia, "SK": slovakia,
  ]
}

/// The digits of a number of exactly so many, or nil.
func vatDigits(_ bytes: some Collection<UInt8>, count: Int) -> [Int]? {
  bytes.count == count ? digitValues(bytes) : nil
}

extension VATNumberChecks {
  private static func denmark(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 8), digits[0] != 0 else { return false }
    return CheckSums.weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  private static func estonia(_ bytes: [UInt8]) -> Bool {
    vatDigits(bytes, count: 9).map {
      CheckSums.weighted($0, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    }
      ?? false
  }

  private static func finland(_ bytes: [UInt8]) -> Bool {
    vatDigits(bytes, count: 8).map { CheckSums.weighted($0, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0 }
      ?? false
  }

  private static func hungary(_ bytes: [UInt8]) -> Bool {
    vatDigits(bytes, count: 8).map { CheckSums.weighted($0, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 }
      ?? false
  }

  private static func malta(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 8), digits[0] != 0 else { return false }
    return CheckSums.weighted(digits, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0
  }

  private static func germany(_ bytes: [UInt8]) -> Bool {
    vatDigits(bytes, count: 9).map { $0[0] != 0 && CheckSums.isMod1110($0) } ?? false
  }

  private static func croatia(_ bytes: [UInt8]) -> Bool {
    vatDigits(bytes, count: 11).map(CheckSums.isMod1110) ?? false
  }

  private static func greece(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 9) else { return false }
    let sum = digits.dropLast().reduce(0) { 2 * $0 + $1 }
    return 2 * sum % 11 % 10 == digits[8]
  }

  private static func poland(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 10) else { return false }
    return CheckSums.weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
  }

  private static func portugal(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 9), digits[0] != 0 else { return false }
    let sum = CheckSums.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2])
    return CheckSums.positive(11 - sum, modulo: 11) % 10 == digits[8]
  }

  private static func luxembourg(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 8) else { return false }
    return CheckSums.remainder(digits.prefix(6), dividedBy: 89) == digits[6] * 10 + digits[7]
  }

  /// Companies only (the first digit above 3).
  private static func latvia(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 11), digits[0] > 3 else { return false }
    return CheckSums.weighted(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3
  }

  private static func slovenia(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 8), digits[0] != 0 else { return false }
    let check = 11 - CheckSums.weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
    return check == 10 ? digits[7] == 0 : check == digits[7]
  }

  private static func slovakia(_ bytes: [UInt8]) -> Bool {
    guard let digits = vatDigits(bytes, count: 10), digits[0] != 0,
      [2, 3, 4, 7, 8, 9].contains(digits[2])
    else { return false }
    return CheckSums.remainder(digits, dividedBy: 11) == 0
  }

  private static func sweden(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 12, bytes.suffix(2) == [48, 49],
      let digits = digitValues(bytes.prefix(10))
    else { return false }
    return CheckSums.luhn(digits) == 0
  }

  /// Two to ten digits; the payload is filled up to nine with zeros in front.
  private static func romania(_ bytes: [UInt8]) -> Bool {
    guard (2...10).contains(bytes.count), bytes.first != 48, let digits = digitValues(bytes),
      let check = digits.last
    else { return false }
    let payload = Array(repeating: 0, count: 10 - digits.count) + digits.dropLast()
    return 10 * CheckSums.weighted(payload, [7, 5, 3, 2, 1, 7, 5, 3, 2]) % 11 % 10 == check
  }
}
