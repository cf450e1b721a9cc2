// SimulatedInvoice.swift — an invoice as it is read: mostly right.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// An invoice of a simulated ledger as reading and extraction leave it, slips of recognition included.
struct SimulatedInvoice {
  let assessment: Assessment
  /// The supplier of the master, where it was recognised.
  let supplier: Supplier?
  /// The id of its entry; nil where the books hold none.
  let entry: String?

  /// How many of a hundred have a slip.
  private static let (numberSlips, totalSlips, dateSlips, unknownSuppliers) = (6, 2, 5, 20)

  init(
    _ item: SimulatedLedger.Item,
    entry: String?,
    in ledger: SimulatedLedger,
    using chance: inout SeededGenerator
  ) {
    func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &chance) < percent }
    self.entry = entry
    let seller = ledger.suppliers[item.supplier]
    supplier = happens(Self.unknownSuppliers) ? nil : seller
    var draft = Draft()
    let number =
      happens(Self.numberSlips) ? Self.misread(item.number, using: &chance) : item.number
    draft.set(.invoiceNumber, to: number, evidence: Self.evidence)
    let total =
      happens(Self.totalSlips)
      ? item.total + [1, 10, 100, 1000, 10_000][Int.random(in: 0..<5, using: &chance)] : item.total
    let money = Money(minorUnits: total, currency: .euro)
    draft.set(.totalWithVAT, to: money, evidence: Self.evidence)
    draft.set(.amountDue, to: money, evidence: Self.evidence)
    let days =
      happens(Self.dateSlips) ? [-30, -1, 10, 31][Int.random(in: 0..<4, using: &chance)] : 0
    draft.set(.issueDate, to: item.issued.adding(days: days), evidence: Self.evidence)
    draft.set(.sellerName, to: seller.name, evidence: Self.evidence)
    draft.set(.currency, to: "EUR", evidence: Self.evidence)
    assessment = Assessment(
      pages: [1],
      language: "fr",
      documentType: .invoice,
      draft: draft,
      findings: []
    )
  }

  /// One character read as another, or lost.
  private static func misread(_ text: String, using chance: inout SeededGenerator) -> String {
    var characters = Array(text)
    let place = Int.random(in: characters.indices, using: &chance)
    let twins: [Character: Character] = [
      "0": "O", "1": "7", "2": "Z", "3": "8", "4": "A", "5": "6", "6": "5", "7": "1", "8": "3",
      "9": "8",
    ]
    if let twin = twins[characters[place]], Bool.random(using: &chance) {
      characters[place] = twin
    } else {
      characters.remove(at: place)
    }
    return String(characters)
  }

  private static let evidence = Evidence(
    origin: .computed(from: []),
    text: "",
    rule: "simulated",
    confidence: .certain
  )
}
