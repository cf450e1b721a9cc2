// ConfigurationListing.swift — every key of the configuration with its value in force.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Service

/// Every key with its value in force, in the order of the file that `init` writes.
struct ConfigurationListing {
  let configuration: Configuration

  struct Row: Equatable {
    let key: String
    /// Nil: nothing is in force.
    let value: String?
    /// The line of the key in the file; nil: the default.
    let line: Int?
  }

  var rows: [Row] {
    let company = configuration.company
    let pairs: [(String, String?)] = [
      ("company.name", company?.name), ("company.other_names", list(company?.otherNames)),
      ("company.siren", company?.siren), ("company.sirets", list(company?.sirets)),
      ("company.vat_ids", list(company?.vatIDs)), ("company.ibans", list(company?.ibans)),
      ("company.country", company?.country),
      ("company.approval_limits", list(company?.approvalLimits.map(\.plainText))),
      ("books_from", configuration.booksFrom?.description), ("language", configuration.language),
      ("intake.settle", DurationText.text(configuration.settle)),
      ("intake.settle_max", DurationText.text(configuration.settleMax)),
      ("intake.maildir", configuration.maildir),
      ("ledger.files", list(configuration.ledgerFiles)),
      ("reading.languages", list(configuration.readingLanguages)),
      ("reading.pictures", String(configuration.readsPictures)),
      ("reading.workers", String(configuration.workers ?? processorCount())),
      ("reading.timeout", DurationText.text(configuration.readingTimeout)),
      ("rules.learn", String(configuration.learns)),
      ("matching.trial", String(configuration.trial)), ("listen", configuration.listen),
    ]
    return pairs.map { Row(key: $0, value: $1, line: configuration.lines[$0]) }
  }

  private func list(_ values: [String]?) -> String? {
    values.map { "[" + $0.joined(separator: ", ") + "]" }
  }
}
