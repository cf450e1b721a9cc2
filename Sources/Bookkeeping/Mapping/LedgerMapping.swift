// LedgerMapping.swift — how the columns of a CSV file become ledger entries.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing
package import Patterns

/// A mapping as a YAML file of `rules/ledger` writes it.
package struct LedgerMapping: Hashable, Sendable {
  /// What an entry is told by; the names stand under `fields` of the file.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case id
    case documentDate = "doc_date"
    case bookingDate = "booking_date"
    case dueDate = "due_date"
    case reference = "doc_ref"
    case label, account
    case partyCode = "party_key"
    case partyName = "party_name"
    case currency, letter, debit, credit
    /// Of a line of an order, or of a receipt: its number.
    case line
    /// The article's code; what an order's line says stands under `label`.
    case item
    case quantity
    case unitPrice = "unit_price"

    /// Whether a file may lack the column: what lines of orders tell beside the order's total.
    var isOptional: Bool { [.line, .item, .quantity, .unitPrice].contains(self) }
  }

  /// What the rows of a file are.
  package enum Content: Hashable, Sendable {
    case entries(LedgerEntry.Kind)
    /// What came of orders: the fields id (the order's number), line and quantity.
    case receipts
  }

  /// How an entry's amount is read from its columns.
  package enum Amount: Hashable, Sendable {
    /// Two columns: the fields debit and credit.
    case debitCredit
    /// One signed column; `isCredit` when a positive number is a credit.
    case column(String, isCredit: Bool)
    /// One column without sign and one that says debit by one of these texts, else credit.
    case sense(String, column: String, debit: String)
  }

  /// How a row tells whether something is left to settle.
  package enum Openness: Hashable, Sendable {
    case always
    /// The field letter: filled is closed, in small letters partly paid.
    case letter
    /// A column with these texts for closed and partly paid.
    case status(String, closed: [String], partial: [String])
    /// What is left and what it was.
    case left(String, of: String)
  }

  /// What rows of one id are.
  package enum Merge: String, Hashable, Sendable, CaseIterable {
    /// Every row carries the whole's amount.
    case same
    /// Every row carries its part.
    case sum
  }

  /// Texts of columns (or fields) that all must fit for a row to be passed over.
  package typealias Condition = [String: Pattern]

  package let content: Content
  /// The first half of the entries' ids.
  package let source: String
  /// A glob over the file's name, or nil for any.
  package let fileGlob: String?
  /// Headings that must be there.
  package let header: [String]
  /// Nil: found by looking.
  package let encoding: TextEncoding?
  /// Nil: found by looking.
  package let separator: UInt8?
  /// Lines before the header.
  package let skip: Int
  /// The first row that is no longer data, by any of its fields.
  package let footer: Pattern?
  package let decimal: DecimalMark
  package let dates: [DateFormat]
  package let columns: [Field: String]
  package let amount: Amount
  /// Of rows whose currency field is empty or not mapped; nil: that of the books.
  package let currency: Currency?
  package let open: Openness
  /// Nil: an id stands on one row only.
  package let merge: Merge?
  package let skipIf: [Condition]
}

extension LedgerMapping {
  /// Whether a file with this name and these headings is meant.
  func fits(name: String, headings: [String]) -> Bool {
    if let fileGlob, !globMatches(Array(fileGlob.lowercased()), Array(name.lowercased())) {
      return false
    }
    let keys = Set(headings.map(asciiLettersAndDigits))
    return header.allSatisfy { keys.contains(asciiLettersAndDigits($0)) }
  }
}

/// A glob with `*` and `?`.
private func globMatches(_ glob: [Character], _ name: [Character]) -> Bool {
  // The latest star and where it was tried, to come back to: linear in practice, never exponential.
  var (at, place) = (0, 0)
  var (star, tried) = (-1, 0)
  while place < name.count {
    if at < glob.count, glob[at] == "*" {
      (star, tried) = (at, place)
      at += 1
    } else if at < glob.count, glob[at] == "?" || glob[at] == name[place] {
      at += 1
      place += 1
    } else if star >= 0 {
      tried += 1
      (at, place) = (star + 1, tried)
    } else {
      return false
    }
  }
  return glob[at...].allSatisfy { $0 == "*" }
}
