// Samples.swift — small invoices and entries for the matching tests.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing

@testable import Matching

let zoe = Supplier(
  code: "F1",
  name: "Zoé Outillage SARL",
  vatID: "FR40303265045",
  siren: "303265045",
  ibans: ["FR7630006000011234567890189"]
)
let lea = Supplier(code: "F2", name: "Léa Transports", siren: "732829320")

func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

func euros(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .euro) }

/// A draft of the given texts, amounts in cents.
func draft(
  _ texts: [(Field<String>, String)] = [],
  total: Int64? = nil,
  withoutVAT: Int64? = nil,
  issued: String? = nil
) -> Draft {
  var draft = Draft()
  let evidence = Invoicing.Evidence(
    origin: .computed(from: []),
    text: "",
    rule: "test",
    confidence: .certain
  )
  for (field, text) in texts { draft.set(field, to: text, evidence: evidence) }
  if let total { draft.set(.totalWithVAT, to: euros(total), evidence: evidence) }
  if let withoutVAT { draft.set(.totalWithoutVAT, to: euros(withoutVAT), evidence: evidence) }
  if let issued { draft.set(.issueDate, to: day(issued), evidence: evidence) }
  return draft
}

func assessment(_ draft: Draft, findings: [Finding] = []) -> Assessment {
  Assessment(pages: [1], language: "fr", documentType: .invoice, draft: draft, findings: findings)
}

func entry(
  _ id: String,
  cents: Int64,
  reference: String? = nil,
  dated: String = "2025-03-03",
  kind: LedgerEntry.Kind = .openItem,
  party: (code: String?, name: String?) = ("F1", "ZOE OUTILLAGE"),
  label: String = "",
  isPartlyPaid: Bool = false
) -> LedgerEntry {
  LedgerEntry(
    id: LedgerEntryID(source: kind == .purchaseOrder ? "orders" : "fec", id: id),
    kind: kind,
    partyCode: party.code,
    partyName: party.name,
    account: "401000",
    reference: reference,
    documentDate: day(dated),
    bookingDate: day(dated),
    dueDate: nil,
    amount: euros(cents),
    label: label,
    isOpen: true,
    isPartlyPaid: isPartlyPaid,
    sourceLine: 1
  )
}

/// Eight hundred entries of other suppliers, so that frequencies are those of a real ledger.
let others = (0..<800).map { number in
  entry(
    "X\(number)",
    cents: -Int64(5_000_000 + number),
    reference: "ZZ/\(number)/W",
    party: ("G\(number % 90)", "Autre \(number % 90)")
  )
}

/// Asks and matches drafts against some entries among many others.
func proposals(
  _ drafts: [Draft],
  in entries: [LedgerEntry],
  supplier: Supplier? = zoe,
  findings: [Finding] = [],
  held: HeldEntries = [:],
  rates: [ExchangeRate] = []
) -> [MatchProposal] {
  let index = LedgerIndex(entries + others, rates: rates)
  let asked = drafts.map { draft in
    let assessment = assessment(draft, findings: findings)
    let query = questions(assessment, supplier: supplier)
    return MatchQuestion(
      assessment: assessment,
      supplier: supplier,
      answers: query.map(index.answers)
        ?? LedgerAnswers(
          candidates: [],
          entryCount: 0,
          amountFrequency: [:],
          skeletonFrequency: [:],
          partyFrequency: 0
        )
    )
  }
  return match(asked, given: held)
}

/// The invoice most tests are about: F-2025-118 of 120.00 € from Zoé.
func invoice(
  number: String = "F-2025-118",
  total: Int64 = 12_000,
  issued: String = "2025-03-03",
  order: String? = nil,
  type: String = "380"
) -> Draft {
  var texts: [(Field<String>, String)] = [
    (.invoiceNumber, number), (.sellerName, "Zoé Outillage"), (.invoiceType, type),
  ]
  if let order { texts.append((.purchaseOrder, order)) }
  return draft(texts, total: total, withoutVAT: total * 10 / 12, issued: issued)
}
