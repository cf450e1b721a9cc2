// ReadingSession.swift — what the reading of one file shares.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the reading of one file shares: the plan, the limits, and one recogniser once it is needed.
final class ReadingSession {
  let limits: ReadingLimits
  private let plan: ReadingPlan
  private let progress: (Int, Int) -> Void
  private var readyRecogniser: Recogniser?
  private var readySecond: Recogniser?
  private var wordCount = 0

  init(
    plan: ReadingPlan,
    limits: ReadingLimits,
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.plan = plan
    self.limits = limits
    self.progress = progress
  }

  /// The recogniser of the plan's languages; loading it costs 50 ms a language.
  ///
  /// - Throws: fault `language-data-missing` {language, package}.
  func recogniser() throws(Problem) -> Recogniser {
    if let readyRecogniser { return readyRecogniser }
    let recogniser = try Recogniser(languages: Array(plan.languages.prefix(1)))
    readyRecogniser = recogniser
    return recogniser
  }

  /// Reads numbers a second time: another language makes other mistakes.
  ///
  /// - Throws: fault `language-data-missing` {language, package}.
  func secondRecogniser() throws(Problem) -> Recogniser {
    if let readySecond { return readySecond }
    guard plan.languages.count > 1 else { return try recogniser() }
    let recogniser = try Recogniser(languages: [plan.languages[1]])
    readySecond = recogniser
    return recogniser
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
