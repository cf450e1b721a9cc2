// StatusJSON.swift — the status as the contract's JSON.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The object of `status --json`.
struct StatusJSON {
  let report: StatusReport
  let phrases: Phrases

  private static let countNames = [
    "received", "reading", "read", "to_review", "ready", "approved", "posted", "paid", "on_hold",
    "disputed", "duplicate", "discarded", "not_invoice", "quarantined",
  ]

  var json: JSON {
    [
      "schema": 1, "daemon": daemon, "home": .text(report.homePath), "counts": counts,
      "to_review": .array(report.toReview.map(json)),
      "quarantined": .array(report.quarantined.map(json)),
      "not_invoices": .array(report.notInvoices.map(json)), "inbox": inbox,
      "due": ["late": json(report.late), "this_week": json(report.dueThisWeek)],
      "ledger": ["entries": .int(report.ledgerEntries), "unmatched": .int(report.unmatched)],
      "faults": .array(report.faults.map(JSON.text)),
    ]
  }

  private var daemon: JSON {
    guard let pid = report.daemonPID else { return ["running": false] }
    return ["running": true, "pid": .int(pid)]
  }

  private var inbox: JSON {
    let files = report.inbox.files.map { file -> JSON in
      ["file": .text(file.name), "why": .text(file.code)]
    }
    return ["waiting": .int(report.inbox.count), "files": .array(files)]
  }

  private var counts: JSON {
    .object(
      Self.countNames.map { .init(key: $0, value: .int(report.counts[$0, default: 0])) }
    )
  }

  private func json(_ invoice: StatusReport.Review) -> JSON {
    [
      "id": .int(invoice.id), "seller_name": .optional(invoice.sellerName),
      "total_with_vat": .optional(invoice.total?.plainText),
      "currency": .optional(invoice.total?.currency.code),
      "channel": .text(invoice.channel.rawValue),
      "why": .array(invoice.reasons.map(JSON.text)),
    ]
  }

  private func json(_ file: StatusReport.Refusal) -> JSON {
    [
      "id": .int(file.id), "document": .text(file.document.hex), "file": .bytes(file.fileName),
      "code": .text(file.code), "message": .text(file.message), "remedy": .text(file.remedy),
    ]
  }

  private func json(_ file: StatusReport.Other) -> JSON {
    [
      "id": .int(file.id), "document": .text(file.document.hex), "file": .bytes(file.fileName),
      "document_type": .text(file.type.rawValue),
      "why": .text(phrases.say("looks-like", ["type": phrases.type(file.type)])),
    ]
  }

  private func json(_ sum: StatusReport.Sum) -> JSON {
    let amounts = sum.list.map { JSON.Member(key: $0.currency.code, value: .text($0.plainText)) }
    return ["count": .int(sum.count), "amounts": .object(amounts)]
  }
}
