// Recognisers.swift — the recognisers of one process, each loaded once.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The recognisers of one process, each loaded once: when a page asks for it, or ahead of need.
package final class Recognisers {
  /// By tesseract's name of the language.
  private var ready: [String: Recogniser] = [:]

  package init() {}

  /// The recogniser of a language; loading it costs 50 ms.
  ///
  /// - Throws: fault `language-data-missing` {language, package}.
  func recogniser(of language: String) throws(Problem) -> Recogniser {
    if let found = ready[language] { return found }
    let recogniser = try Recogniser(language: language)
    ready[language] = recogniser
    return recogniser
  }

  /// Makes all forget the page that they read.
  func forget() { ready.values.forEach { $0.forget() } }

  /// Loads the next of these languages ahead of need; false when none is left that can be loaded.
  ///
  /// A language that is missing is for the document to complain of.
  package func loadNext(of languages: some Sequence<String>) -> Bool {
    guard let next = languages.first(where: { ready[$0] == nil }) else { return false }
    return (try? recogniser(of: next)) != nil
  }
}
