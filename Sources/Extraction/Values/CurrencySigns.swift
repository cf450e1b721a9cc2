// CurrencySigns.swift — currencies as they are printed.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The signs and words by which currencies are printed.
enum CurrencySigns {
  private static let signs: [(String, Currency)] =
    [
      ("€", .euro), ("EUROS", .euro), ("EURO", .euro), ("EUR", .euro), ("GBP", .poundSterling),
      ("£", .poundSterling), ("USD", .usDollar), ("US$", .usDollar), ("$", .usDollar),
      ("CHF", .swissFranc), ("FR.", .swissFranc),
    ]
    + ["SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "JPY", "CAD", "AUD", "RON"].compactMap { code in
      Currency(code: code).map { (code, $0) }
    }

  /// How the signs begin, by which most words are passed over.
  private static let firstBytes = Set(signs.compactMap { $0.0.utf8.first })

  private static func mayBegin(_ text: some StringProtocol) -> Bool {
    guard let byte = text.utf8.first else { return false }
    let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    return firstBytes.contains(isSmall ? byte - 32 : byte)
  }

  /// The currency that a word alone names, punctuation around it ignored.
  static func currency(_ word: String) -> Currency? {
    guard mayBegin(word) || word.hasPrefix("(") else { return nil }
    var bare = word.uppercased()[...]
    while let last = bare.last, ".,:;)".contains(last), bare != "FR." { bare = bare.dropLast() }
    while let first = bare.first, "(".contains(first) { bare = bare.dropFirst() }
    return signs.first { $0.0 == bare && $0.0 != "FR." }?.1
  }

  /// The currency at the start of a text and its length.
  static func prefix(of text: Substring) -> (Currency, Int)? {
    guard mayBegin(text) else { return nil }
    let upper = text.uppercased()
    return signs.first { upper.hasPrefix($0.0) }.map { ($0.1, $0.0.count) }
  }

  /// The currency at the end of a text and its length.
  static func suffix(of text: Substring) -> (Currency, Int)? {
    let upper = text.uppercased()
    return signs.first { upper.hasSuffix($0.0) }.map { ($0.1, $0.0.count) }
  }

  /// The currency that most words of a document name, or nil when none is printed.
  static func mostFrequent(in segments: [Segment]) -> Currency? {
    var counts: [Currency: Int] = [:]
    for segment in segments {
      for word in segment.words {
        if let found = currency(word.text) ?? NumberShape(word.text)?.currency {
          counts[found, default: 0] += 1
        }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
