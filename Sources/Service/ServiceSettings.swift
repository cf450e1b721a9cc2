// ServiceSettings.swift — how the daemon works: times and limits.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Times and limits of the daemon; the defaults are those of the configuration.
package struct ServiceSettings: Sendable {
  /// `intake.settle`: how long a file must stay unchanged before it is taken.
  package var settle: Duration = .seconds(2)
  /// `intake.settle_max`: how long an empty or cut-off file is waited for.
  package var settleMax: Duration = .seconds(600)
  /// `intake.maildir`: a Maildir whose new mails are taken; nil: none.
  package var maildir: String?
  /// How often the inbox is listed although nothing was heard.
  package var rescan: Duration = .seconds(10)
  /// How many documents are read at once; the number of cores.
  package var readers: Int
  /// The languages of recognition, the likeliest first.
  package var plan: ReadingPlan
  package var reader = ReaderLimits()
  /// `rules.learn`: whether approved invoices teach the rule file of their seller.
  package var learns = true
  /// `matching.trial`: how many sure links of a kind people must keep before they count as sure.
  package var trial = 50
  /// The reader to use instead of the one that belongs to our executable; for tests.
  package var readerExecutable: String?
  /// How long after a first, second and further fault a document is tried again.
  package var backOff: [Duration] = [.seconds(5), .seconds(60), .seconds(600)]
  /// How long running readers may go on after SIGTERM before they are killed.
  package var grace: Duration = .seconds(20)

  package init(readers: Int = processorCount(), plan: ReadingPlan) {
    self.readers = readers
    self.plan = plan
  }
}

/// What one reading process may cost.
package struct ReaderLimits: Sendable {
  /// Wall clock from one page to the next.
  package var seconds: Int = 300
  /// Bytes of its answer.
  package var outputBytes: Int = 64 << 20

  package init() {}
}
