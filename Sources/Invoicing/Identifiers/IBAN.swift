// IBAN.swift — international bank account numbers (ISO 13616).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A bank account number of the right length for its country, with all its check digits right.
package struct IBAN: CheckedIdentifier {
  package let compact: String

  /// The account that this text writes, or nil.
  ///
  /// Checked are the length of the country, MOD 97-10, and the national key of FR, MC and BE.
  package init?(_ text: String) {
    guard let bytes = compacted(text), bytes.count > 4,
      Self.lengths[asciiText(bytes.prefix(2))] == bytes.count,
      // ISO 7064 gives 02 to 98; 00, 01 and 99 would divide as well.
      let check = digitValues(bytes[2..<4]), (2...98).contains(check[0] * 10 + check[1]),
      CheckSums.mod97(bytes.dropFirst(4) + bytes.prefix(4)) == 1,
      Self.nationalKeyAgrees(bytes)
    else { return nil }
    compact = asciiText(bytes)
  }

  /// The account of a French RIB (bank 5, branch 5, account 11, key 2 characters), or nil.
  package init?(rib text: String) {
    guard let bytes = compacted(text), bytes.count == 23 else { return nil }
    let check = 98 - CheckSums.mod97(bytes + Array("FR00".utf8))
    self.init("FR" + (check < 10 ? "0" : "") + String(check) + asciiText(bytes))
  }

  /// ISO 3166-1 alpha-2 (and XK).
  package var country: String { String(compact.prefix(2)) }

  /// In groups of four, as ISO 13616 prints it: "FR14 2004 1010 0505 0001 3M02 606".
  package var grouped: String { Invoicing.grouped(compact, by: 4) }

  /// Country, check digits and the last four characters: enough to recognise, not to pay.
  package var masked: String { compact.prefix(4) + "…" + compact.suffix(4) }

  private static func nationalKeyAgrees(_ bytes: [UInt8]) -> Bool {
    let account = Array(bytes.dropFirst(4))
    switch asciiText(bytes.prefix(2)) {
    case "FR", "MC": return ribKeyAgrees(account)
    case "BE":
      guard let digits = digitValues(account) else { return false }
      let remainder = CheckSums.remainder(digits.prefix(10), dividedBy: 97)
      return (remainder == 0 ? 97 : remainder) == digits[10] * 10 + digits[11]
    default: return true
    }
  }

  /// Key = 97 − (89·bank + 15·branch + 3·account) mod 97, letters by their place on old machines.
  private static func ribKeyAgrees(_ account: [UInt8]) -> Bool {
    guard account.suffix(2).allSatisfy({ (48...57).contains($0) }) else { return false }
    let values = account.map { byte in
      switch byte {
      case 65...73: Int(byte) - 64
      case 74...82: Int(byte) - 73
      case 83...90: Int(byte) - 81
      default: Int(byte) - 48
      }
    }
    let bank = CheckSums.remainder(values[0..<5], dividedBy: 97)
    let branch = CheckSums.remainder(values[5..<10], dividedBy: 97)
    let number = CheckSums.remainder(values[10..<21], dividedBy: 97)
    return 97 - (89 * bank + 15 * branch + 3 * number) % 97 == values[21] * 10 + values[22]
  }

  /// How many characters the account numbers of each country have.
  private static let lengths: [String: Int] = {
    let countries: [(Int, String)] = [
      (15, "NO"), (16, "BE"), (18, "DK FI FO GL NL"), (19, "MK SI"), (20, "AT BA EE KZ LT LU XK"),
      (21, "CH HR LI LV"), (22, "BG DE GB IE RS ME VA GE BH CR"), (23, "AE GI IL IQ"),
      (24, "AD CZ ES MD PK RO SA SE SK TN VG"), (25, "PT LY ST"), (26, "IS TR"),
      (27, "FR MC GR IT SM MR BI DJ"), (28, "AL AZ BY CY DO GT HU LB NI PL SV"),
      (29, "BR EG PS QA UA"), (30, "JO KW MU YE"), (31, "MT SC"), (32, "LC"), (33, "RU"),
    ]
    return countries.reduce(into: [:]) { lengths, group in
      for country in group.1.split(separator: " ") { lengths[String(country)] = group.0 }
    }
  }()
}
