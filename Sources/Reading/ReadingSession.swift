// ReadingSession.swift — what the reading of one file shares.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the reading of one file shares: languages, limits, and recognisers once they are needed.
final class ReadingSession {
  let limits: ReadingLimits
  /// Whether pictures of written pages are read too.
  let readsPictures: Bool
  /// As tesseract names them, the likeliest first.
  private(set) var languages: [String]
  /// What the pages after the first begin with.
  private var settled: [String]
  private let recognisers: Recognisers

  init(
    plan: ReadingPlan,
    limits: ReadingLimits,
    recognisers: Recognisers = Recognisers()
  ) {
    languages = plan.languages
    settled = plan.languages
    readsPictures = plan.readsPictures
    self.limits = limits
    self.recognisers = recognisers
  }

  /// The recogniser of the likeliest language.
  ///
  /// - Throws: fault `language-data-missing` {language, package}.
  func recogniser() throws(Problem) -> Recogniser {
    try recognisers.recogniser(of: languages.first ?? "")
  }

  /// A recogniser of another language, for reading numbers again: it makes other mistakes.
  ///
  /// - Throws: fault `language-data-missing` {language, package}.
  func otherRecogniser() throws(Problem) -> Recogniser {
    try recognisers.recogniser(of: languages.dropFirst().first ?? languages.first ?? "")
  }

  /// Makes the language of these texts the likeliest.
  ///
  /// Returns whether it is another than before.
  func adoptLanguage(of texts: [String]) -> Bool {
    guard let language = LanguageGuess.language(of: texts, among: languages),
      language != languages.first
    else { return false }
    languages = [language] + languages.filter { $0 != language }
    return true
  }

  /// The language of the first page is the likeliest for the others.
  func settleLanguage() { settled = languages }

  /// What one page adopts is not the next one's: it may be read elsewhere.
  func returnToSettledLanguage() { languages = settled }
}
