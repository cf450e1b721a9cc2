// ReadableInvoice.swift — an e-invoice in the order in which people read one.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing
package import Wording

/// What an e-invoice tells, in the order in which people read one: where there is no page, this is
/// what they look at (EN 16931-1; the "lisible" of the French reform).
package struct ReadableInvoice: Hashable, Sendable {
  package let title: String
  /// That the file itself is the original.
  package let remark: String
  package let language: Language
  package let sections: [Section]
  package let tables: [Table]
  package let notes: [String]

  /// Rows of a label and a value each.
  package struct Section: Hashable, Sendable {
    package let title: String
    package let rows: [Row]
  }

  /// A label and its value.
  package struct Row: Hashable, Sendable {
    package let label: String
    package let value: String
  }

  /// Its first column is text, the others are figures.
  package struct Table: Hashable, Sendable {
    package let title: String
    package let head: [String]
    package let rows: [[String]]
    /// What is left out, or empty.
    package let rest: String
  }

  /// More lines than this nobody reads.
  private static let mostLines = 1000

  /// The view of the e-invoice that a tree is; nil when it is none.
  package init?(_ tree: MarkupTree, in language: Language) {
    guard let name = tree.invoiceSyntax, let invoice = EInvoice(tree) else { return nil }
    let syntax = EInvoiceSyntax.named(name)
    let draft = invoice.draft
    self.language = language
    let kind = draft.isCreditNote ? Phrase.viewCreditNote : .viewInvoice
    title = [text(kind, in: language), draft[.invoiceNumber] ?? ""].joined(separator: " ")
    remark = text(.viewOriginal, ["syntax": invoice.syntax.uppercased()], in: language)
    func other(_ term: String) -> [MarkupElement] {
      syntax.path(of: term)?.elements(from: tree.root) ?? []
    }
    func rows(_ fields: [FieldName], _ more: [(Phrase, String)] = []) -> [Row] {
      fields.compactMap { field in
        draft[name: field].map { found in
          Row(
            label: FieldNames.name(of: field, in: language),
            value: Self.told(found.value, language)
          )
        }
      } + more.filter { !$0.1.isEmpty }.map { Row(label: text($0.0, in: language), value: $0.1) }
    }
    func address(_ term: String) -> String {
      guard let found = other(term).first else { return "" }
      // The syntaxes write the parts in an order of their own.
      let parts = found.children.enumerated().sorted { left, right in
        (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
      }
      return parts.flatMap { Self.texts(of: $0.element) }.joined(separator: ", ")
    }
    let allowances = ReadableAllowances(
      syntax: syntax,
      root: tree.root,
      currency: draft.currency ?? .euro,
      language: language
    )
    let totals = allowances.sums + rows(Self.totals) + allowances.rounding + rows(Self.toPay)
    let terms = other("BT-20").map(\.text).joined(separator: " ")
    sections = [
      Section(title: "", rows: rows(Self.head)),
      Section(
        title: text(.viewSeller, in: language),
        rows: rows(Self.seller, [(.viewAddress, address("BG-5"))])
      ),
      Section(
        title: text(.viewBuyer, in: language),
        rows: rows(Self.buyer, [(.viewAddress, address("BG-8"))])
      ),
      Section(
        title: text(.viewPayment, in: language),
        rows: rows(Self.payment, [(.viewTerms, terms)])
      ),
      Section(title: text(.viewTotals, in: language), rows: totals),
    ].filter { !$0.rows.isEmpty }
    tables = [Self.lineTable(draft, language), allowances.table, Self.taxTable(draft, language)]
      .filter { !$0.rows.isEmpty }
    notes = other("BT-22").map(\.text).filter { !$0.isEmpty }
  }

  private static let head = [
    Field.invoiceNumber.name, Field.issueDate.name, Field.invoiceType.name, Field.currency.name,
    Field.purchaseOrder.name, Field.precedingInvoice.name,
  ]
  private static let seller = [
    Field.sellerName.name, Field.sellerLegalID.name, Field.sellerVATID.name,
    Field.sellerCountry.name,
  ]
  private static let buyer = [Field.buyerName.name, Field.buyerVATID.name]
  private static let payment = [
    Field.dueDate.name, Field.iban.name, Field.paymentReference.name,
  ]
  private static let totals = [
    Field.totalWithoutVAT.name, Field.totalVAT.name, Field.totalWithVAT.name, Field.prepaid.name,
  ]
  private static let toPay = [Field.amountDue.name]

  private static func lineTable(_ draft: Draft, _ language: Language) -> Table {
    let lines = draft[.lines] ?? []
    let left = lines.count - mostLines
    let head: [Phrase] = [.viewDescription, .viewQuantity, .viewUnitPrice, .viewRate, .viewNet]
    return Table(
      title: text(.viewLines, in: language),
      head: head.map { text($0, in: language) },
      rows: lines.prefix(mostLines).map { line in
        [
          line.description, line.quantity.map { decimal("\($0)", in: language) } ?? "",
          line.unitPrice.map { decimal("\($0)", in: language) } ?? "",
          line.vatRate.map { decimal($0.plainText, in: language) } ?? "",
          line.lineNet.map { decimal($0.plainText, in: language) } ?? "",
        ]
      },
      rest: left > 0 ? text(.viewMoreLines, ["count": String(left)], in: language) : ""
    )
  }

  private static func taxTable(_ draft: Draft, _ language: Language) -> Table {
    let head: [Phrase] = [.viewCategory, .viewRate, .viewTaxable, .viewTax]
    return Table(
      title: FieldNames.name(of: Field.vatBreakdown.name, in: language),
      head: head.map { text($0, in: language) },
      rows: (draft[.vatBreakdown] ?? []).map { row in
        [
          row.category ?? "", decimal(row.vatRate.plainText, in: language),
          decimal(row.taxableAmount.plainText, in: language),
          decimal(row.vatAmount.plainText, in: language),
        ]
      },
      rest: ""
    )
  }

  private static func told(_ value: FieldValue, _ language: Language) -> String {
    switch value {
    case .text(let text): text
    case .date(let day): printedDate(day, in: language)
    case .amount(let money): amount(money, in: language)
    case .flag, .vatBreakdown, .lines: ""
    }
  }

  /// Where a part of an address stands in it: street, place, country.
  private static func rank(_ part: MarkupElement) -> Int {
    switch part.name {
    case "PostcodeCode", "PostalZone": 1
    case "CityName": 2
    case "CountrySubDivisionName", "CountrySubentity": 3
    case "CountryID", "Country": 4
    default: 0
    }
  }

  /// The texts inside an element, in their order.
  private static func texts(of element: MarkupElement) -> [String] {
    (element.text.isEmpty ? [] : [element.text]) + element.children.flatMap(texts)
  }
}
