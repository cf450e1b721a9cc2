// LedgerTable.swift — entries of the ledger as a table and as JSON.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Shows entries of the ledger.
enum LedgerTable {
  static func lines(_ entries: ArraySlice<LedgerEntry>, _ phrases: Phrases) -> [String] {
    var table = Table([.left, .left, .left, .left, .left, .right, .left])
    for entry in entries {
      let state = entry.isPartlyPaid ? "partly-paid" : entry.isOpen ? "open" : "closed"
      table.add([
        entry.id.source, displayText(entry.id.id), entry.documentDate?.description ?? "",
        displayText(entry.partyName ?? entry.partyCode ?? ""), displayText(entry.reference ?? ""),
        phrases.amount(entry.amount), phrases.say(state),
      ])
    }
    return table.lines(limits: [1: 24, 3: 28, 4: 20])
  }

  static func json(_ entry: LedgerEntry) -> JSON {
    [
      "source": .text(entry.id.source), "id": .text(entry.id.id),
      "kind": .text(entry.kind.rawValue), "party_code": .optional(entry.partyCode),
      "party_name": .optional(entry.partyName), "account": .optional(entry.account),
      "reference": .optional(entry.reference),
      "document_date": .optional(entry.documentDate?.description),
      "booking_date": .optional(entry.bookingDate?.description),
      "due_date": .optional(entry.dueDate?.description), "amount": .text(entry.amount.plainText),
      "currency": .text(entry.amount.currency.code), "label": .text(entry.label),
      "open": .bool(entry.isOpen), "partly_paid": .bool(entry.isPartlyPaid),
    ]
  }
}
