// PartyName.swift — names of companies in a form that can be compared.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A company's name without legal form, stop words, marks and case: "Zoé & Fils SARL" → "ZOE".
package struct PartyName: Hashable, Sendable {
  /// In the order of the name; never all dropped.
  package let words: [String]

  package init(_ name: String) {
    let spelt = folded(name).replacing("&", with: " ET ").filter { $0 != "." }
    let all = spelt.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    let telling = all.filter { !Self.legalForms.contains($0) && !Self.stopWords.contains($0) }
    words = telling.isEmpty ? all : telling
  }

  /// The words with a blank between.
  package var key: String { words.joined(separator: " ") }

  package var isEmpty: Bool { words.isEmpty }

  /// Whether it names no company but an account for many: "Fournisseurs divers".
  package var isSundry: Bool {
    words.contains {
      ["DIVERS", "DIVERSE", "DIVERSES", "SUNDRY", "SUNDRIES", "VARIOUS"].contains($0)
    }
  }

  /// How alike two names are, in permille: Jaro and Winkler, or 970 where one is the other cut off,
  /// or 900 where one is the first words of the other ("Kolibri" of "Kolibri Logiciels").
  package func similarity(to other: PartyName) -> Int {
    let (a, b) = (key, other.key)
    if a.isEmpty || b.isEmpty { return 0 }
    if a == b { return 1000 }
    let (short, long) = a.utf8.count <= b.utf8.count ? (self, other) : (other, self)
    let shortKey = short.key
    // Accounting packages cut names at 24 to 35 characters.
    if shortKey.utf8.count >= 10, long.key.hasPrefix(shortKey) { return 970 }
    let likeness = jaroWinkler(a, b)
    let begins = long.words.starts(with: short.words) && shortKey.utf8.count >= 5
    return begins ? max(900, likeness) : likeness
  }

  /// Whether a booking text seems to hold this name: its first word, and half of all, as words or
  /// the beginnings of words of five letters or more.
  package func isNamed(in text: String) -> Bool {
    let texts = PartyName(text).words
    let held = words.map { word in
      texts.contains { $0 == word || ($0.utf8.count >= 5 && word.hasPrefix($0)) }
    }
    guard held.first == true, (words.first?.utf8.count ?? 0) >= 3 else { return false }
    return held.count { $0 } * 2 >= held.count
  }

  /// Whether one name is made of words of the other, two or more: a card terminal says
  /// "LE QUAI NORD" where the invoice says "Brasserie du Quai Nord".
  package func sharesWords(with other: PartyName) -> Bool {
    let (ours, theirs) = (telling, other.telling)
    let common = ours.intersection(theirs)
    return common.count >= 2 && common.count == min(ours.count, theirs.count)
  }

  /// The words that are no articles.
  private var telling: Set<String> {
    Set(words.filter { $0.utf8.count >= 2 && !Self.articles.contains($0) })
  }

  private static let articles: Set<String> = [
    "LE", "LA", "LES", "DU", "DE", "DES", "AU", "AUX", "EN", "THE", "OF", "DER", "DIE", "DAS",
    "DEL",
    "EL", "LOS", "IL", "VAN", "HET",
  ]

  private static let legalForms: Set<String> = [
    "SARL", "SAS", "SASU", "SA", "SNC", "EURL", "EI", "EIRL", "SCI", "SCOP", "SCP", "GIE", "SELARL",
    "SELAS", "GMBH", "AG", "KG", "UG", "MBH", "OHG", "GBR", "EK", "SE", "LTD", "LIMITED", "PLC",
    "LLP", "LLC", "INC", "CORP", "BV", "NV", "SRL", "SRLS", "SPRL", "SPA", "SL", "SLU", "OY", "AB",
    "AS", "APS", "SP", "ZOO", "Z", "OO", "LDA", "CO",
  ]

  private static let stopWords: Set<String> = [
    "ET", "CIE", "FILS", "SOCIETE", "STE", "ETS", "ETABLISSEMENTS", "GROUPE", "FRANCE",
  ]
}

/// The likeness of Jaro and Winkler in permille (Winkler, 1990; prefix weight 0.1, at most 4 letters).
func jaroWinkler(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left.utf8), Array(right.utf8))
  guard !a.isEmpty, !b.isEmpty else { return 0 }
  let reach = max(0, max(a.count, b.count) / 2 - 1)
  var takenA = [Bool](repeating: false, count: a.count)
  var takenB = [Bool](repeating: false, count: b.count)
  for i in a.indices {
    let window = max(0, i - reach)..<max(max(0, i - reach), min(b.count, i + reach + 1))
    guard let j = window.first(where: { !takenB[$0] && b[$0] == a[i] }) else { continue }
    (takenA[i], takenB[j]) = (true, true)
  }
  let matchedA = a.indices.filter { takenA[$0] }.map { a[$0] }
  let matchedB = b.indices.filter { takenB[$0] }.map { b[$0] }
  guard !matchedA.isEmpty else { return 0 }
  let m = matchedA.count
  let swaps = zip(matchedA, matchedB).count { $0 != $1 } / 2
  let jaro = (1000 * m / a.count + 1000 * m / b.count + 1000 * (m - swaps) / m) / 3
  let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
  return jaro + prefix * (1000 - jaro) / 10
}
