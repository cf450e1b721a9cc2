// FrenchRules.swift — what the French reform asks of an invoice (AFNOR XP Z12-012, BR-FR).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension EInvoiceRules {
  /// Checked on invoices that say of themselves that they follow the reform.
  static let french: [EInvoiceRule] = frenchTerms + frenchConditions + frenchDecimals

  private static let frenchTerms: [EInvoiceRule] = [
    .condition("BR-FR-01", field: Field.invoiceNumber.name) { ($0["BT-1"] ?? "").count <= 35 },
    .condition("BR-FR-02", field: Field.invoiceNumber.name) { invoice in
      (invoice["BT-1"] ?? "").unicodeScalars.allSatisfy { scalar in
        "0123456789+-_/".unicodeScalars.contains(scalar)
          || scalar.isASCII && scalar.properties.isAlphabetic
      }
    },
    .condition("BR-FR-03", field: Field.issueDate.name) { invoice in
      ["BT-2", "BT-9", "BT-73", "BT-74"].compactMap { invoice.date($0) }
        .allSatisfy { (2000...2099).contains($0.year) }
    },
    .condition("BR-FR-04", field: Field.invoiceType.name) { invoice in
      invoice["BT-3"].map(types.contains) ?? true
    },
    .condition("BR-FR-05") { Set($0.noteCodes).isSuperset(of: dueNotes) },
    .condition("BR-FR-06") { invoice in
      dueNotes.allSatisfy { code in invoice.noteCodes.count { $0 == code } <= 1 }
    },
    .condition("BR-FR-08") { invoice in invoice["BT-23"].map(processes.contains) ?? true },
    .condition("BR-FR-09", field: Field.sellerLegalID.name) { invoice in
      let sirets = invoice.elements("BT-29").filter { $0.attributes["schemeID"] == "0009" }
      guard let siren = siren(invoice, "BT-30") else { return true }
      return sirets.allSatisfy { $0.text.hasPrefix(siren) }
    },
    .condition("BR-FR-10", field: Field.sellerLegalID.name) { siren($0, "BT-30") != nil },
    .condition("BR-FR-11") { invoice in
      !invoice.notes("BAR").contains("B2B") || siren(invoice, "BT-47") != nil
    },
    .wanted("BR-FR-12", "BT-49"), .wanted("BR-FR-13", "BT-34"),
    .condition("BR-FR-15", field: Field.vatBreakdown.name) { invoice in
      let used = invoice.breakdown.map(\.category) + invoice.ownLines.map(\.taxed.category)
      return used.allSatisfy { $0.isEmpty || ["S", "E", "AE", "K", "G", "O", "Z"].contains($0) }
    },
    .condition("BR-FR-16", field: Field.vatBreakdown.name) { invoice in
      let used = invoice.breakdown.map(\.rate) + invoice.ownLines.map(\.taxed.rate)
      return used.compactMap { DecimalNumber($0) }.allSatisfy(rates.contains)
    },
    .condition("BR-FR-20") { invoice in
      invoice.notes("BAR").allSatisfy(treatments.contains)
    },
    .condition("BR-FR-21") { invoice in
      guard let siren = siren(invoice, "BT-47"),
        let address = invoice.elements("BT-49").first, !address.text.isEmpty,
        address.attributes["schemeID"] == "0225"
      else { return true }
      return address.text.hasPrefix(siren)
    },
  ]

  private static let frenchConditions: [EInvoiceRule] = [
    .condition("BR-FR-CO-03") { invoice in
      invoice["BT-3"] != "262" || ["BT-12", "BT-73", "BT-74"].allSatisfy { invoice[$0] != nil }
    },
    .condition("BR-FR-CO-04", field: Field.precedingInvoice.name) { invoice in
      !["384", "471", "472", "473"].contains(invoice["BT-3"]) || invoice.elements("BG-3").count == 1
    },
    .condition("BR-FR-CO-05", field: Field.precedingInvoice.name) { invoice in
      !["261", "381", "396", "502", "503"].contains(invoice["BT-3"]) || invoice["BT-25"] != nil
        || !invoice.lines.isEmpty && invoice.ownLines.allSatisfy { !$0.preceding.isEmpty }
    },
    .condition("BR-FR-CO-07", field: Field.dueDate.name) { invoice in
      guard let issue = invoice.date("BT-2"), let due = invoice.date("BT-9") else { return true }
      return due >= issue || deposits.contains(invoice["BT-3"] ?? "") || isPaid(invoice)
    },
    .condition("BR-FR-CO-08", field: Field.invoiceType.name) { invoice in
      !["B4", "S4", "M4"].contains(invoice["BT-23"]) || !deposits.contains(invoice["BT-3"] ?? "")
    },
    .condition("BR-FR-CO-09", field: Field.amountDue.name) { invoice in
      !isPaid(invoice)
        || invoice.amount("BT-113") == invoice.amount("BT-112")
          && invoice.amount("BT-115") == .zero && invoice["BT-9"] != nil
    },
    .condition("BR-FR-CO-12", field: Field.currency.name) { invoice in
      guard let currency = invoice["BT-5"], currency != "EUR" else { return true }
      return invoice["BT-6"] == "EUR" && invoice.totalsOfVAT.contains { $0.currency == "EUR" }
    },
  ]

  private static let frenchDecimals: [EInvoiceRule] = [
    .condition("BR-FR-DEC-01") { invoice in
      let totals = ["BT-106", "BT-107", "BT-108", "BT-109", "BT-112", "BT-113", "BT-114", "BT-115"]
      return totals.compactMap { invoice[$0] }.allSatisfy(isAmount)
    },
    .everyLine("BR-FR-DEC-02") { decimals($0.quantity) <= 4 },
    .everyLine("BR-FR-DEC-03") { decimals($0.price) <= 6 && !$0.price.hasPrefix("-") },
    .condition("BR-FR-DEC-04", field: Field.vatBreakdown.name) { invoice in
      invoice.breakdown.allSatisfy { decimals($0.rate) <= 2 }
    },
  ]

  /// Invoices paid when they are issued.
  private static func isPaid(_ invoice: RuledInvoice) -> Bool {
    ["B2", "S2", "M2"].contains(invoice["BT-23"])
  }

  /// The SIREN that stands in a legal id, which may also be a SIRET.
  private static func siren(_ invoice: RuledInvoice, _ term: String) -> String? {
    let text = (invoice[term] ?? "").filter { !$0.isWhitespace }
    return SIREN(text)?.compact ?? SIRET(text).map { String($0.compact.prefix(9)) }
  }

  private static func decimals(_ text: String) -> Int {
    text.firstIndex(of: ".").map { text[$0...].utf8.count - 1 } ?? 0
  }

  private static func isAmount(_ text: String) -> Bool {
    decimals(text) <= 2 && text.count(where: \.isNumber) <= 19
  }

  /// UNTDID 1001 as the reform allows it.
  private static let types: Set<String> = [
    "261", "262", "380", "381", "384", "386", "389", "393", "396", "471", "472", "473", "500",
    "501", "502", "503",
  ]
  private static let deposits: Set<String> = ["386", "500", "503"]
  /// Fixed sum for recovery, penalties, discount.
  private static let dueNotes: Set<String> = ["PMT", "PMD", "AAB"]
  private static let treatments: Set<String> = [
    "B2B", "B2BINT", "B2C", "B2CINT", "OUTOFSCOPE", "ARCHIVEONLY",
  ]
  private static let processes: Set<String> = [
    "B1", "S1", "M1", "B2", "S2", "M2", "S3", "B4", "S4", "M4", "S5", "S6", "B7", "S7", "B8", "S8",
    "M8", "B9", "S9", "M9",
  ]
  private static let rates = Set(
    [
      "0", "0.9", "1.05", "1.75", "2.1", "5.5", "7", "8.5", "9.2", "9.6", "10", "13", "19.6", "20",
      "20.6",
    ].compactMap { DecimalNumber($0) }
  )
}
