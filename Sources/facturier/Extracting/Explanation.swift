// Explanation.swift — where every value of a file comes from, for people.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Invoicing

/// Tells what was found on a file and why.
struct Explanation {
  let phrases: Phrases
  let style: Style
  /// Also the rule, the place and the alternatives of each value.
  let isDetailed: Bool

  /// Every line about a file.
  func lines(of extracted: ExtractedFile) -> [String] {
    let head = extracted.file.display
    let parts = extracted.parts.flatMap { part in
      lines(of: part.result, head: head + ": " + displayText(part.name))
    }
    // Of a mail that brings documents its own text is worth a word only where it is the invoice.
    let isCover = !parts.isEmpty && !extracted.result.holdsInvoice
    return parts + (isCover ? [] : lines(of: extracted.result, head: head))
  }

  private func lines(of result: ExtractedFile.Result, head: String) -> [String] {
    let head = style.bold(head)
    switch result {
    case .failed(let problem):
      let remedy = phrases.remedy(problem)
      return [head, "  " + style.red(displayText(phrases.message(problem)))]
        + (remedy.isEmpty ? [] : ["  " + displayText(remedy)])
    case .assessed(_, let assessment) where assessment.invoices.isEmpty:
      let type = phrases.type(assessment.documentType)
      return [head, "  " + phrases.say("not-an-invoice", ["type": type])]
    case .assessed(_, let assessment):
      return assessment.invoices.flatMap { [head] + lines(of: $0) }
    }
  }

  /// The fields of an invoice, its lines, then its findings.
  func lines(of assessment: Assessment) -> [String] {
    var table = Table([.left, .left, .right] + (isDetailed ? [.left] : []))
    for (definition, extracted) in assessment.draft.ordered {
      let confidence = extracted.evidence.confidence
      let mark = phrases.percent(confidence)
      let rows = phrases.rows(of: extracted.value).map(displayText)
      let cells = [
        phrases.field(definition.name), rows.first ?? "",
        confidence < .promise ? style.yellow(mark) : mark,
      ]
      table.add(cells + (isDetailed ? [place(of: extracted.evidence)] : []))
      for row in rows.dropFirst() { table.add(["", row]) }
      if isDetailed { addDetails(extracted, to: &table) }
    }
    let items = LineTable.lines(assessment.draft[.lines] ?? [], phrases)
    return table.lines(indent: 2, limits: [1: 60]) + (items.isEmpty ? [] : [""] + items + [""])
      + findings(assessment.findings)
  }

  /// The findings, the weightiest first.
  func findings(_ findings: [Finding]) -> [String] {
    findings.sorted { $0.severity > $1.severity }.flatMap { finding in
      let mark =
        switch finding.severity {
        case .blocking: style.red("!")
        case .warning: style.yellow("!")
        case .info: "-"
        }
      let remedy = phrases.remedy(finding)
      return ["  \(mark) " + displayText(phrases.message(finding)) + " [\(finding.code)]"]
        + (remedy.isEmpty ? [] : ["    " + style.dim(displayText(remedy))])
    }
  }

  private func addDetails(_ extracted: Extracted<FieldValue>, to table: inout Table) {
    let read = extracted.evidence.text
    if !read.isEmpty { table.add(["", style.dim("« " + displayText(read) + " »")]) }
    if let mended = MendedCharacter(in: extracted.evidence, of: extracted.value) {
      let arguments = ["read": String(mended.read), "meant": String(mended.meant)]
      table.add(["", style.dim(displayText(phrases.say("mended", arguments)))])
    }
    for other in extracted.alternatives {
      let text = phrases.say("or-else", ["value": phrases.value(other.value)])
      let mark = phrases.percent(other.evidence.confidence)
      table.add(["", style.dim(displayText(text)), style.dim(mark), place(of: other.evidence)])
    }
  }

  /// The page, the box in tenths of a point and the rule.
  ///
  /// "p. 1 [120 340 410 372] generic/fr/date"
  private func place(of evidence: Evidence) -> String {
    let place =
      switch evidence.origin {
      case .printed(let page, let box):
        "p. \(page) [\(box.left) \(box.top) \(box.right) \(box.bottom)]"
      case .structured(let path): path
      case .code(let kind, let page, let box):
        "\(kind) p. \(page) [\(box.left) \(box.top) \(box.right) \(box.bottom)]"
      case .mail(let header): header
      case .computed(let names):
        phrases.say("computed-from", ["fields": names.map(\.name).joined(separator: ", ")])
      case .entered(let person): phrases.say("entered-by", ["person": person])
      }
    return style.dim(displayText(place + "  " + evidence.rule.path))
  }
}
