// Profile.swift — one rule file, read.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A rule file, read: the lexicon of a language, or the profile of a supplier.
package struct Profile: Sendable {
  /// "generic/fr", "suppliers/ovh".
  package let name: String
  /// ISO 639-1 of the language it is for; nil for a supplier's profile.
  package let language: String?
  /// What makes a supplier's profile apply; nil for a language's.
  package let seller: SellerMark?
  package let lexicon: Lexicon
  let rules: [Rule]
  /// Fields with a value that holds wherever the profile applies.
  let defaults: [FieldName: FieldValue]
  /// Documents on which the rules are tested.
  let examples: [RuleExample]
  /// What label rules and phrases look for, its rules counted from 0.
  let labels: LabelIndex
  let titles: LabelIndex
  let columnLabels: LabelIndex
  /// The words of all labels.
  let vocabulary: Vocabulary

  init(
    name: String,
    language: String?,
    seller: SellerMark?,
    lexicon: Lexicon,
    rules: [Rule],
    defaults: [FieldName: FieldValue],
    examples: [RuleExample] = []
  ) {
    self.name = name
    self.language = language
    self.seller = seller
    self.lexicon = lexicon
    self.rules = rules
    self.defaults = defaults
    self.examples = examples
    let ofRules = rules.enumerated().flatMap { index, rule -> [(LabelText, LabelOwner)] in
      guard case .label(let finder) = rule.finder else { return [] }
      return finder.labels.map { ($0, .rule(index)) }
    }
    let phrases = lexicon.phrases.filter { $0.key != .addressed }
    labels = LabelIndex(ofRules + Self.owned(phrases) { .phrase($0) })
    titles = LabelIndex(Self.owned(lexicon.documentTypes) { .title($0) })
    columnLabels = LabelIndex(Self.owned(lexicon.columns) { .column($0) })
    vocabulary = Vocabulary(
      labels.vocabulary.union(titles.vocabulary).union(columnLabels.vocabulary)
    )
  }

  private static func owned<Key: RawRepresentable>(
    _ lists: [Key: [LabelText]],
    by owner: (Key) -> LabelOwner
  ) -> [(LabelText, LabelOwner)] where Key.RawValue == String {
    lists.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { key, labels in
      labels.map { ($0, owner(key)) }
    }
  }
}

/// What makes a supplier's profile apply: any one of these found on a page.
package struct SellerMark: Hashable, Sendable {
  /// The name that the seller is given where one of its numbers is printed; nil: as it is printed.
  package let name: String?
  /// With the country's prefix, compact.
  package let vatID: String?
  package let siren: String?
  /// What identifies it where there is no SIREN: an HRB, KvK, KBO or REA.
  package let legalID: String?
  package let ibans: [String]
  package let names: [String]
  package let phrases: [String]
}

/// Words of a language, as a rule file lists them.
package struct Lexicon: Sendable {
  /// Words that tell the language.
  var words: Set<String> = []
  /// Folded month names and abbreviations to 1...12.
  var months: [String: Int] = [:]
  /// Title words of each type of document.
  var documentTypes: [TitleType: [LabelText]] = [:]
  /// Phrases by purpose: "paid", "buyer", "seller", "buyer_id", "ignore", "terms".
  var phrases: [PhrasePurpose: [LabelText]] = [:]
  /// Headings of the columns of the table of lines, and of the VAT table.
  var columns: [TableColumn: [LabelText]] = [:]
}

/// What the title of a document may say.
enum TitleType: String, Hashable, Sendable, CaseIterable {
  case invoice
  case creditNote = "credit_note"
  case prepayment
  case quote
  case deliveryNote = "delivery_note"
  case reminder
  case statement
  case order
  case letter
}

/// What a list of phrases in a lexicon is for.
enum PhrasePurpose: String, Hashable, Sendable, CaseIterable {
  /// Says that nothing is left to pay.
  case paid
  /// Says so beside the total itself, as the lines of a card payment on a till receipt do.
  case paidAmount = "paid_amount"
  /// Stands above or before the buyer's name.
  case buyer
  /// A small word before the buyer's name, with a colon: "To:"; anywhere else it says nothing.
  case addressed
  /// Stands above or before the seller's name.
  case seller
  /// Stands before an identifier of the buyer.
  case buyerID = "buyer_id"
  /// Stands before payment terms.
  case terms
  /// Labels of things that are no field: they keep shorter labels from matching inside them.
  case ignore
  /// Stands before the subject of a letter.
  case subject
  /// Says that no VAT is charged, without a reason that is told apart.
  case withoutVAT = "without_vat"
  /// Says why no VAT is charged (BT-118): the buyer owes it, a supply to another country of the EU, an
  /// export, a margin scheme, a small business, an exemption, a rate of zero.
  case reverseCharge = "reverse_charge"
  case intraCommunity = "intra_community"
  case export = "vat_export"
  case marginScheme = "margin_scheme"
  case franchise = "vat_franchise"
  case exempt = "vat_exempt"
  case zeroRated = "zero_rated"
  /// Names the tax of the Canary Islands, and that of Ceuta and Melilla.
  case canaryTax = "canary_tax"
  case ceutaTax = "ceuta_tax"
  /// Says that VAT is due on the invoice, not on its payment.
  case vatOnDebits = "vat_on_debits"
  /// Stands before what kind of supply it is: goods, services or both.
  case nature
  case goods = "nature_goods"
  case services = "nature_services"
  case mixed = "nature_mixed"
  /// Stands before the first and the last day that an invoice is for.
  case period
  /// Stands before a way to reach the seller, or in its legal mentions.
  case contact
  /// Stands in the row of a subtotal that is carried over.
  case carriedForward = "carried_forward"
}

/// A column of a table on an invoice.
enum TableColumn: String, Hashable, Sendable, CaseIterable {
  case description, quantity
  case unitPrice = "unit_price"
  case lineNet = "line_net"
  case lineVATRate = "vat_rate"
  /// Where the table of lines ends.
  case end
}
