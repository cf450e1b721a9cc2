// RecordJSON.swift — an invoice of the register as `list` and `show` print it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing

/// The invoice object of the contract with what the register adds.
struct RecordJSON {
  let record: InvoiceRecord
  let phrases: Phrases

  var json: JSON {
    let head: JSON = [
      "id": .int(record.id), "document": .text(record.document.hex),
      "file": .bytes(record.fileName), "filed": .optional(record.filedPath),
      "state": .text(record.state.rawValue), "received_at": .text(record.receivedAt),
      "channel": .text(record.arrival.rawValue),
    ]
    let named = phrases.about(record.id)
    return head.adding(InvoiceJSON(assessment: record.assessment, phrases: named).json)
      .adding([
        "match": MatchJSON(match: record.match ?? .unmatched, phrases: phrases).json,
        "supplier_code": .optional(record.supplierCode),
        "duplicate_of": record.duplicateOf.map { JSON.int($0) } ?? .null,
        "hold_until": .optional(record.holdUntil?.description),
        "lifecycle": .array(record.lifecycle.map(json)),
        "paid_on": .optional(record.paidOn?.description), "paid_by": .optional(record.paidBy),
      ])
  }
}

extension RecordJSON {
  /// A status that a platform told.
  private func json(_ event: LifecycleEvent) -> JSON {
    [
      "status": .text(event.status), "name": .text(phrases.lifecycle(event.status)),
      "at": .text(event.at), "reason": .text(event.reason),
    ]
  }
}

/// What the matcher proposes, as the contract's JSON.
struct MatchJSON {
  let match: MatchProposal
  let phrases: Phrases

  var json: JSON {
    [
      "status": .text(match.status.rawValue), "automatic": .bool(match.automatic),
      "entries": .array(match.entries.map(json)),
      "residual": .optional(match.residual?.plainText),
      "confidence": InvoiceJSON.confidence(match.confidence),
      "reasons": .array(match.reasons.map { .text(phrases.reason($0)) }),
      "runners_up": .array(match.runnersUp.map(json)),
    ]
  }

  private func json(_ entry: LedgerEntryID) -> JSON {
    ["source": .text(entry.source), "id": .text(entry.id)]
  }
}
