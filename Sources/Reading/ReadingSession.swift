// ReadingSession.swift — what the reading of one file shares.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the reading of one file shares: languages, limits, and recognisers once they are needed.
final class ReadingSession {
  let limits: ReadingLimits
  /// Whether pictures of written pages are read too.
  let readsPictures: Bool
  /// Whether the cells of a workbook are wanted.
  let readsWorkbooks: Bool
  /// As tesseract names them, the likeliest first.
  private(set) var languages: [String]
  /// What the pages after the first begin with.
  private var settled: [String]
  private let recognisers: Recognisers
  /// The codes of the page that is being read.
  private var codes: [PageCode] = []

  init(
    plan: ReadingPlan,
    limits: ReadingLimits,
    recognisers: Recognisers = Recognisers()
  ) {
    languages = plan.languages
    settled = plan.languages
    readsPictures = plan.readsPictures
    readsWorkbooks = plan.readsWorkbooks
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

  /// Notes a code of the page that is being read, once.
  func note(_ code: PageCode) {
    let isKnown = codes.contains { $0.text == code.text && $0.page == code.page }
    if !isKnown, codes.count < 1000 { codes.append(code) }
  }

  /// Reads a page of a file: with the language of the first page, whatever others said meanwhile, so
  /// that it may be read anywhere.
  ///
  /// - Throws: as `PageSource.page(at:)`.
  func page(of file: any PageSource, at index: Int) throws(Problem) -> ReadPage {
    languages = settled
    codes = []
    recognisers.forget()
    var read = try file.page(at: index)
    read.codes = codes
    if index == 0 { settled = languages }
    return read
  }
}
