// StatusScreen.swift — the status screen: what is, what needs a person, what to do next.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Service

/// Lays a report out for a terminal, 80 columns wide unless there is more.
struct StatusScreen {
  let report: StatusReport
  let phrases: Phrases
  let style: Style
  let width: Int

  /// The longest lists that are shown whole.
  private static let limit = 20

  var lines: [String] {
    var lines = [headline, countLine]
    if !report.hasCompany { lines.append(phrases.say("no-company-short")) }
    lines += report.faults.map { style.red("! ") + displayText($0) }
    lines += toReview + quarantined + others + waiting + inbox
    lines += due + ledger
    lines += ["", style.bold(nextStep)]
    return lines
  }

  /// One line for prompts and monitoring.
  var shortLine: String {
    let names = ["to_review", "ready", "approved", "quarantined", "received", "reading"]
    let parts = names.compactMap { name -> String? in
      guard let count = report.counts[name], count > 0 else { return nil }
      return "\(phrases.state(named: name)) \(count)"
    }
    return parts.isEmpty ? phrases.say("nothing-waits") : parts.joined(separator: "  ")
  }

  private var headline: String {
    let state =
      report.daemonPID.map { style.green("● ") + phrases.say("running", ["pid": String($0)]) }
      ?? style.dim("○ ") + phrases.say("not-running")
    return style.bold("facturier") + "  \(state)  \(report.inboxPath)"
  }

  private var countLine: String {
    let names = [
      "to_review", "ready", "approved", "posted", "paid", "on_hold", "disputed", "duplicate",
      "discarded", "not_invoice", "quarantined",
    ]
    let parts = names.compactMap { name -> String? in
      guard let count = report.counts[name], count > 0 else { return nil }
      return "\(phrases.state(named: name)) \(count)"
    }
    return parts.isEmpty ? phrases.say("empty-home") : parts.joined(separator: "   ")
  }

  private var toReview: [String] {
    guard !report.toReview.isEmpty else { return [] }
    var table = Table([.right, .left, .left, .right, .left])
    for invoice in report.toReview.prefix(Self.limit) {
      let name = invoice.sellerName ?? phrases.say("unknown-supplier")
      let reason = displayText(invoice.reasons.first ?? "")
      let more = invoice.reasons.count > 1 ? " (+\(invoice.reasons.count - 1))" : ""
      table.add([
        "#\(invoice.id)", displayText(name), invoice.issueDate.map(phrases.date) ?? "",
        invoice.total.map(phrases.amount) ?? "",
        (invoice.isBlocked ? style.red("! ") : "") + reason + more,
      ])
    }
    return section("to_review", report.toReview.count, style.yellow)
      + fitted(table.lines(indent: 2, limits: [1: 24]))
  }

  private var quarantined: [String] {
    guard !report.quarantined.isEmpty else { return [] }
    var table = Table([.right, .left, .left])
    for file in report.quarantined.prefix(Self.limit) {
      table.add(["#\(file.id)", displayName(file.fileName), displayText(file.message)])
    }
    return section("quarantined", report.quarantined.count, style.red)
      + fitted(table.lines(indent: 2, limits: [1: 28]))
  }

  private var others: [String] {
    guard !report.notInvoices.isEmpty else { return [] }
    var table = Table([.right, .left, .left])
    for file in report.notInvoices.prefix(Self.limit) {
      table.add(["#\(file.id)", displayName(file.fileName), phrases.type(file.type)])
    }
    return section("not_invoice", report.notInvoices.count, style.dim)
      + fitted(table.lines(indent: 2, limits: [1: 40]))
  }

  private var waiting: [String] {
    guard !report.waiting.isEmpty else { return [] }
    var table = Table([.left, .left])
    for file in report.waiting.prefix(Self.limit) {
      let pages = file.pages.map { done, total in
        phrases.say("page-of", ["done": String(done), "total": String(total)])
      }
      table.add([displayName(file.fileName), displayText(file.fault ?? pages ?? "")])
    }
    return section("waiting", report.waiting.count, style.dim)
      + fitted(table.lines(indent: 2, limits: [0: 40]))
  }

  private var inbox: [String] {
    guard report.inbox.count > 0 else { return [] }
    var table = Table([.left, .left])
    for file in report.inbox.files.prefix(Self.limit) {
      table.add([file.name, phrases.inboxReason(file.code)])
    }
    return section("in-inbox", report.inbox.count, style.dim)
      + fitted(table.lines(indent: 2, limits: [0: 40]))
  }

  private var due: [String] {
    let parts = [("late", report.late), ("due-this-week", report.dueThisWeek)].compactMap {
      code,
      sum -> String? in
      guard sum.count > 0 else { return nil }
      let amounts = sum.list.map(phrases.amount).joined(separator: " + ")
      return "\(phrases.say(code)) \(sum.count) (\(amounts))"
    }
    return parts.isEmpty
      ? [] : ["", style.bold(phrases.say("due")) + "  " + parts.joined(separator: "   ")]
  }

  private var ledger: [String] {
    guard report.ledgerEntries > 0 else { return [phrases.say("no-ledger")] }
    let arguments = [
      "entries": String(report.ledgerEntries), "unmatched": String(report.unmatched),
    ]
    return [style.bold(phrases.say("ledger")) + "  " + phrases.say("ledger-line", arguments)]
  }

  /// The one thing to do next.
  private var nextStep: String {
    if let invoice = report.toReview.first {
      return phrases.say("next-review", ["id": String(invoice.id)])
    }
    if let file = report.quarantined.first {
      return phrases.say("next-refused", ["id": String(file.id), "remedy": file.remedy])
    }
    if report.counts["ready", default: 0] > 0 { return phrases.say("next-approve") }
    if report.daemonPID == nil, !report.waiting.isEmpty || report.inbox.count > 0 {
      return phrases.say("next-process")
    }
    return phrases.say("next-drop", ["path": report.inboxPath])
  }

  private func section(
    _ state: String,
    _ count: Int,
    _ colour: (String) -> String
  ) -> [String] {
    let isPhrase = ["waiting", "in-inbox"].contains(state)
    let title = isPhrase ? phrases.say(state) : phrases.state(named: state)
    let more = count > Self.limit ? phrases.say("first-of", ["count": String(Self.limit)]) : ""
    return ["", colour(title.uppercased()) + " (\(count)) " + more].map {
      $0.hasSuffix(" ") ? String($0.dropLast()) : $0
    }
  }

  private func fitted(_ lines: [String]) -> [String] {
    style.isColoured ? lines : lines.map { shortened($0, to: max(width, 80)) }
  }
}
