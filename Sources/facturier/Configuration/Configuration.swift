// Configuration.swift — what facturier.yml says, with the defaults filled in.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// What facturier.yml says; a key that it does not hold has its default.
struct Configuration: Equatable, Sendable {
  /// Nil: the checks of the buyer are off.
  var company: Company?
  /// Earlier documents are history: never due, paid or exported.
  var booksFrom: CalendarDate?
  /// "en" or "fr"; nil: by `LANG`.
  var language: String?
  /// How long a dropped file must stay unchanged.
  var settle: Duration = .seconds(2)
  /// How long an empty or cut-off file is waited for.
  var settleMax: Duration = .seconds(600)
  /// A Maildir whose new mails are taken, by its absolute path; nil: none.
  var maildir: String?
  /// Files of the books that are read again when they change, by their absolute paths.
  var ledgerFiles: [String] = []
  /// Address and port of the page.
  var listen = "127.0.0.1:8470"
  /// Whether logos and stamps of pages with text are read too.
  var readsPictures = false
  /// Languages of recognition as tesseract names them, the likeliest first.
  var readingLanguages = ["fra", "eng", "deu", "nld", "spa", "ita"]
  /// How many documents are read at once; nil: one for each core.
  var workers: Int?
  /// Wall clock of one document.
  var readingTimeout: Duration = .seconds(300)
  /// Whether approved invoices teach the rule file of their seller.
  var learns = true
  /// How many sure links of a kind must be kept before they are relied on; 0: no trial.
  var trial = 50
  /// The line of every key that the file holds, by its path: "intake.settle".
  var lines: [String: Int] = [:]

  static let defaults = Configuration()
}
