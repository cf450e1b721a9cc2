// ReadingSession.swift — what the reading of one file shares.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the reading of one file shares: languages, limits, and recognisers once they are needed.
final class ReadingSession {
  let limits: ReadingLimits
  /// Whether pictures of written pages are read too.
  let readsPictures: Bool
  /// As tesseract names them, the likeliest first.
  private var languages: [String]
  private let progress: (Int, Int) -> Void
  private let recognisers: Recognisers
  private var wordCount = 0

  init(
    plan: ReadingPlan,
    limits: ReadingLimits,
    recognisers: Recognisers = Recognisers(),
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    languages = plan.languages
    readsPictures = plan.readsPictures
    self.limits = limits
    self.recognisers = recognisers
    self.progress = progress
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

  /// - Throws: refusal `too-many-pages` {count, limit}.
  func admit(pages: Int) throws(Problem) {
    guard pages <= limits.pages else { throw .tooManyPages(pages, limit: limits.pages) }
  }

  /// Counts a page's words and tells how far we are.
  ///
  /// - Throws: refusal `too-many-words` {limit}.
  func finish(_ page: Page, of count: Int) throws(Problem) {
    wordCount += page.words.count
    guard wordCount <= limits.words else { throw .tooManyWords(limit: limits.words) }
    progress(page.number, count)
  }
}
