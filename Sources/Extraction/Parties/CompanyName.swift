// CompanyName.swift — names of companies inside lines of text.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds names of companies by their legal form: "Menuiserie Castanet EURL – Le Bourg" names one.
enum CompanyName {
  /// Legal forms, folded, as runs of tokens; the longest first.
  private static let forms: [[String]] = [
    "SAS", "SASU", "SARL", "SA", "EURL", "SNC", "SCI", "SCOP", "SELARL", "SELAS", "SCP", "EIRL",
    "EI",
    "GIE", "GAEC", "EARL", "SCEA", "SCM", "SEM", "GMBH", "GMBH CO KG", "GMBH CO KGAA", "AG", "KG",
    "OHG", "UG", "GBR", "EK", "E K", "E KFM", "KGAA", "SE", "MBH", "EG", "E V", "LTD", "LIMITED",
    "PLC", "LLP", "LLC", "INC", "CORP", "CO", "LP", "BV", "B V", "NV", "N V", "VOF", "V O F", "CV",
    "BVBA", "SPRL", "SRL", "S R L", "SPA", "S P A", "SNC", "S N C", "SAS DI", "SAPA", "SL", "S L",
    "SLU", "S L U", "S A", "S A U", "SAU", "SCCL", "S COOP", "SE CO KG", "S A S", "S A R L", "AB",
    "OY", "AS", "APS", "A S", "SAGL", "SARL L", "LDA", "SP Z O O", "S R O", "COOP", "STIFTUNG",
    "ASBL", "VZW", "MAATSCHAP", "& CIE",
  ].map { $0.split(separator: " ").map(String.init).filter { $0 != "&" } }
    .sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }

  /// Words of a name end where such a word stands alone or closes a word.
  private static let separators: Set<Character> = ["–", "—", "·", "|", "•", ";", "*", "/"]

  /// The ranges of words that name a company in a segment, from left to right.
  static func ranges(in segment: Segment) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for chunk in chunks(of: segment) {
      guard let form = form(in: segment, words: chunk) else { continue }
      let before = leading(segment, chunk.lowerBound..<form.lowerBound)
      if !before.isEmpty, isName(segment, before) {
        ranges.append(before.lowerBound..<form.upperBound)
      } else if form.lowerBound == chunk.lowerBound, mayLead(segment.text(of: form)) {
        let after = trailing(segment, form.upperBound..<chunk.upperBound)
        if !after.isEmpty, isName(segment, after) {
          ranges.append(form.lowerBound..<after.upperBound)
        }
      }
    }
    return ranges
  }

  /// Legal forms that are written before the name: "EURL Castanet", not "GmbH Kessler".
  private static let leadingForms: Set<String> = [
    "SAS", "SASU", "SARL", "SA", "EURL", "SNC", "SCI", "SCOP", "SELARL", "SELAS", "SCP", "EIRL",
    "EI",
    "GIE", "GAEC", "EARL", "SCEA", "SCM", "SEM", "BVBA", "SPRL", "SRL", "ASBL", "VZW", "STIFTUNG",
    "COOP",
  ]

  private static func mayLead(_ form: String) -> Bool {
    leadingForms.contains(Token.split(form).joined())
  }

  /// Runs of words between separators.
  static func chunks(of segment: Segment) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    for (index, word) in segment.words.enumerated() {
      let text = word.text
      if text == "-" || text.allSatisfy({ separators.contains($0) }) {
        if start < index { chunks.append(start..<index) }
        start = index + 1
      } else if text.hasSuffix(";") || text.hasSuffix(":")
        || text.last.map(separators.contains) == true
        || text.hasSuffix(",") && !nextIsForm(segment, after: index)
      {
        chunks.append(start..<(index + 1))
        start = index + 1
      }
    }
    if start < segment.words.count { chunks.append(start..<segment.words.count) }
    return chunks
  }

  /// "Cedarline Analytics, Inc.": the comma belongs to the name.
  private static func nextIsForm(_ segment: Segment, after index: Int) -> Bool {
    guard index + 1 < segment.words.count else { return false }
    let tokens = Token.split(segment.words[index + 1].text)
    return ["INC", "LLC", "LTD", "SA", "SL", "S", "CORP"].contains(tokens.first ?? "")
  }

  /// The first legal form of some words that is written as one: capitals, or as its country does.
  private static func form(in segment: Segment, words: Range<Int>) -> Range<Int>? {
    let tokens = segment.tokens.filter { words.contains($0.word) }
    for start in tokens.indices {
      let match = forms.first { form in
        start + form.count <= tokens.count
          && form.indices.allSatisfy { tokens[start + $0].text == form[$0] }
      }
      guard let match else { continue }
      let first = tokens[start].word
      let last = tokens[start + match.count - 1].word
      let isWhole = start == 0 || tokens[start - 1].word != first
      let endsWord = start + match.count == tokens.count || tokens[start + match.count].word != last
      guard isWhole, endsWord, segment.words[first].text.first?.isUppercase == true else {
        continue
      }
      // "A S", "E K" and the like must be written with dots or slashes, or any initials would do.
      guard
        match.count == 1 || match.contains(where: { $0.count > 1 }) || first == last
          || segment.words[first].text.hasSuffix(".")
      else { continue }
      return first..<(wholeForm(after: last, in: segment, words: words) + 1)
    }
    return nil
  }

  /// The last word of a form that goes on: "et Cie SA".
  private static func wholeForm(after last: Int, in segment: Segment, words: Range<Int>) -> Int {
    guard words.contains(last + 1) else { return last }
    let next = Token.split(segment.words[last + 1].text)
    return forms.contains(next) && segment.words[last + 1].text.allSatisfy(\.isUppercase)
      ? last + 1 : last
  }

  /// The words of a name before its legal form: at most seven, without a label before them.
  private static func leading(_ segment: Segment, _ words: Range<Int>) -> Range<Int> {
    var start = words.upperBound
    while start > words.lowerBound, words.upperBound - start < 7 {
      let word = segment.words[start - 1].text
      if word.hasSuffix(":") || word.contains("@") || word.contains(where: \.isASCIIDigit) { break }
      start -= 1
    }
    while start < words.upperBound, !startsName(segment.words[start].text) { start += 1 }
    return start..<words.upperBound
  }

  /// The words of a name after its legal form: as long as they are written like a name.
  private static func trailing(_ segment: Segment, _ words: Range<Int>) -> Range<Int> {
    var end = words.lowerBound
    while end < words.upperBound, end - words.lowerBound < 4,
      startsName(segment.words[end].text), !segment.words[end].text.contains(where: \.isASCIIDigit)
    {
      end += 1
    }
    return words.lowerBound..<end
  }

  /// Words that follow a legal form in sentences about it: "SA AU CAPITAL DE 1 250 000 EUR".
  private static let notNames: Set<String> = [
    "AU", "A", "CAPITAL", "DE", "AVEC", "WITH", "MIT", "CON", "RCS", "SIRET", "SIREN", "SPETT.LE",
  ]

  private static let specks: Set<Character> = [
    "_", "~", "'", "`", "‘", "’", ".", ",", "|", "¦", "=",
  ]

  private static func startsName(_ word: String) -> Bool {
    // Recognition sees rules and specks beside letters: "_Cedarline".
    let word = word.drop { specks.contains($0) }
    guard let first = word.first, !notNames.contains(folded(String(word))) else { return false }
    return first.isUppercase || first.isNumber && word.contains(where: \.isLetter)
  }

  private static func isName(_ segment: Segment, _ words: Range<Int>) -> Bool {
    segment.text(of: words).count(where: \.isLetter) >= 3
  }

  /// Whether a name says what kind of company it is.
  static func hasLegalForm(_ name: String) -> Bool {
    let tokens = Token.split(name)
    return forms.contains { form in
      form.count <= tokens.count
        && (tokens.suffix(form.count).elementsEqual(form)
          || tokens.prefix(form.count).elementsEqual(form)
          || form.count == 1 && tokens.contains(form[0]))
    }
  }

  /// The country whose law knows the legal form of a name; nil where several do, or it has none.
  static func country(of name: String) -> String? {
    let found = Set(Token.split(name).compactMap { countries[$0] })
    return found.count == 1 ? found.first : nil
  }

  private static let countries: [String: String] = [
    "SAS": "FR", "SASU": "FR", "EURL": "FR", "SELARL": "FR", "EIRL": "FR", "GMBH": "DE", "UG": "DE",
    "OHG": "DE", "LTD": "GB", "PLC": "GB", "LLP": "GB", "BV": "NL", "SPA": "IT", "SL": "ES",
    "SLU": "ES",
    "BVBA": "BE", "SPRL": "BE",
  ]

  /// The words by which two spellings of one name are compared, legal forms dropped.
  static func key(_ name: String) -> Set<String> {
    let dropped = Set(forms.filter { $0.count == 1 }.joined())
    let tokens = Token.split(name)
    let kept = tokens.filter { $0.count > 1 && !dropped.contains($0) }
    return Set(kept.isEmpty ? tokens : kept)
  }

  /// Whether one key is a spelling of another: each word of the shorter has its like in the longer,
  /// one letter in six misread.
  static func isSpelling(_ left: Set<String>, _ right: Set<String>) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard !short.isEmpty else { return false }
    let isLongShared = short.contains { $0.count >= 6 && long.contains($0) }
    let others = short.count { !long.contains($0) }
    return short.allSatisfy { word in
      long.contains(word)
        // "Fits" of "Bertholet & Fils": the rest of a torn name. "Rücgg Messtechnik": one word misread.
        || word.count >= 4 && (short.count == 1 && long.count > 1 || isLongShared && others == 1)
          && long.contains { $0.count == word.count && editDistance(word, $0) == 1 }
        || word.count >= 6
          && long.contains { other in
            abs(other.count - word.count) <= word.count / 6
              && editDistance(word, other) <= word.count / 6
          }
    }
  }
}
