// RecordText.swift — everything about one document or invoice, for people.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Invoicing
import Service

/// Tells people about records of the register.
struct RecordText {
  let home: Home
  let phrases: Phrases
  let style: Style

  /// An invoice: what it is, its fields, its findings, its match.
  func lines(of record: InvoiceRecord, account: AccountProposal? = nil) -> [String] {
    let explanation = Explanation(
      phrases: phrases.about(record.id),
      style: style,
      isDetailed: false
    )
    let state = phrases.state(named: record.state.rawValue)
    var lines = [style.bold("#\(record.id)  \(state)")]
    lines += facts(record).map { "  \($0): \(displayText($1))" }
    if let account {
      lines.append("  \(phrases.say("proposed-account")): \(displayText(account.text(phrases)))")
    }
    lines.append("")
    lines += explanation.lines(of: record.assessment)
    return lines + [""] + self.lines(of: record.match ?? .unmatched)
  }

  private func facts(_ record: InvoiceRecord) -> [(String, String)] {
    var facts = [(phrases.say("file"), displayName(record.fileName))]
    facts.append((phrases.say("received"), record.receivedAt))
    facts.append((phrases.say("came-by"), phrases.state(named: record.arrival.rawValue)))
    facts += record.lifecycle.map { event in
      let parts = [phrases.lifecycle(event.status), event.at, event.reason]
      return (phrases.say("lifecycle"), parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    facts += record.filedPath.map { [(phrases.say("filed"), home.path + "/" + $0)] } ?? []
    facts += record.supplierCode.map { [(phrases.say("supplier"), $0)] } ?? []
    facts += record.duplicateOf.map { [(phrases.say("duplicate-of"), "#\($0)")] } ?? []
    facts += record.holdUntil.map { [(phrases.say("hold-until"), phrases.date($0))] } ?? []
    if let day = record.paidOn {
      facts.append((phrases.say("paid-on"), "\(phrases.date(day)) \(record.paidBy ?? "")"))
    }
    return facts
  }

  /// A proposed match with its reasons.
  func lines(of match: MatchProposal) -> [String] {
    let entries = match.entries.map { "\($0.source) \($0.id)" }.joined(separator: ", ")
    var head = style.bold(phrases.say("match")) + "  " + phrases.matchStatus(match.status)
    if !entries.isEmpty { head += "  " + displayText(entries) }
    if match.status != .unmatched { head += "  " + phrases.percent(match.confidence) }
    if let residual = match.residual, residual.minorUnits != 0 {
      head += "  " + phrases.say("residual", ["amount": phrases.amount(residual)])
    }
    let others = match.runnersUp.map { "\($0.source) \($0.id)" }.joined(separator: ", ")
    let more = others.isEmpty ? [] : ["  " + phrases.say("runners-up", ["entries": others])]
    return [head] + match.reasons.map { "  " + displayText(phrases.reason($0)) }
      + more.map(displayText)
  }

  /// A document that holds no invoice (yet).
  func lines(of record: DocumentRecord) -> [String] {
    var lines = [style.bold("#\(record.number)  \(phrases.state(named: record.state.rawValue))")]
    var facts = [(phrases.say("file"), displayName(record.fileName))]
    facts.append((phrases.say("received"), record.receivedAt))
    facts.append((phrases.say("came-by"), phrases.state(named: record.arrival.rawValue)))
    facts.append(("SHA-256", record.document.hex))
    for sighting in record.sightings {
      if let container = sighting.container {
        facts.append((phrases.say("came-in"), "#\(container)"))
      }
      if let mail = sighting.mail { facts.append((phrases.say("sender"), mail.line)) }
    }
    if let type = record.documentType { facts.append((phrases.say("type"), phrases.type(type))) }
    lines += facts.map { "  \($0): \(displayText($1))" }
    if let problem = record.problem {
      lines.append("  " + style.red(displayText(phrases.message(problem))) + " [\(problem.code)]")
      lines.append("  " + displayText(phrases.about(record.number).remedy(problem)))
    }
    return lines
  }

  /// What the reader has to say about a whole file.
  func lines(of findings: [Finding]) -> [String] {
    findings.map { finding in
      let text = displayText(phrases.message(finding)) + " [\(finding.code)]"
      return "  " + (finding.severity > .info ? style.yellow(text) : text)
    }
  }

  /// The documents inside a mail or an archive.
  func lines(ofContained records: [DocumentRecord]) -> [String] {
    records.map { record in
      let state = phrases.state(named: record.state.rawValue)
      let name = displayText(displayName(record.fileName))
      return "  \(phrases.say("contains")): #\(record.number)  \(name)  \(state)"
    }
  }

  /// What happened, oldest first.
  func lines(of history: [AuditRecord]) -> [String] {
    var table = Table([.left, .left, .left])
    for record in history {
      table.add([record.at, displayText(record.actor), displayText(phrases.event(record))])
    }
    return [style.bold(phrases.say("history"))] + table.lines(indent: 2)
  }
}

extension MailHeader {
  /// Who, when, about what, in one line.
  fileprivate var line: String {
    let sender = name.isEmpty ? address : "\(name) <\(address)>"
    return [sender, date?.description ?? "", subject].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
