// CompanyNumbers.swift — the numbers of the company as the configuration holds them.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The numbers by which a company is known, checked and without blanks.
enum CompanyNumbers {
  /// Nine digits whose check digit is right (Luhn, ISO/IEC 7812-1), or nil.
  static func siren(_ text: String) -> String? {
    let digits = compact(text) ?? ""
    return digits.utf8.count == 9 && isLuhn(digits) ? digits : nil
  }

  /// Fourteen digits: the SIREN and the place; La Poste's have their own check digit, so only the
  /// SIREN's is looked at.
  static func siret(_ text: String) -> String? {
    let digits = compact(text) ?? ""
    guard digits.utf8.count == 14, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      siren(String(digits.prefix(9))) != nil
    else { return nil }
    return digits
  }

  /// The French VAT id of a SIREN: FR, (12 + 3 × (SIREN mod 97)) mod 97 in two digits, the SIREN
  /// (CGI annexe II art. 242 nonies A).
  static func frenchVATID(siren: String) -> String? {
    guard let number = Int(siren), siren.utf8.count == 9 else { return nil }
    let key = (12 + 3 * (number % 97)) % 97
    return "FR" + (key < 10 ? "0" : "") + String(key) + siren
  }

  /// Letters and digits in capitals, without blanks and punctuation; nil when there are none.
  static func compact(_ text: String) -> String? {
    let kept = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return kept.isEmpty ? nil : kept
  }

  /// Two letters (ISO 3166-1 alpha-2), or nil.
  static func country(_ text: String) -> String? {
    let letters = text.uppercased()
    return letters.utf8.count == 2 && letters.utf8.allSatisfy { (65...90).contains($0) }
      ? letters : nil
  }

  private static func isLuhn(_ digits: String) -> Bool {
    var sum = 0
    for (place, byte) in digits.utf8.reversed().enumerated() {
      guard (48...57).contains(byte) else { return false }
      let digit = Int(byte) - 48
      let doubled = place % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
