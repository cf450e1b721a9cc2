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

  /// The currency that a word alone names, punctuation around it ignored.
  static func currency(_ word: String) -> Currency? {
    var bare = word.uppercased()[...]
    while let last = bare.last, ".,:;)".contains(last), bare != "FR." { bare = bare.dropLast() }
    while let first = bare.first, "(".contains(first) { bare = bare.dropFirst() }
    return signs.first { $0.0 == bare && $0.0 != "FR." }?.1
  }

  /// The currency at the start of a text and its length.
  static func prefix(of text: Substring) -> (Currency, Int)? {
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
