// ExtractedFile.swift — what `extract` made of one file.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Invoicing

/// What `extract` made of one file.
struct ExtractedFile: Sendable {
  enum Result: Sendable {
    case assessed(Document, DocumentAssessment)
    /// Refused, or not reached at all: the problem's kind tells.
    case failed(Problem)

    var holdsInvoice: Bool {
      if case .assessed(_, let assessment) = self { !assessment.invoices.isEmpty } else { false }
    }
  }

  let file: FileArgument
  /// Nil when the bytes could not be read.
  let id: DocumentID?
  /// Of a mail or an archive: what is made of its own text, where nothing in it is an invoice.
  let result: Result
  /// The files inside a mail or an archive.
  var parts: [ExtractedPart] = []

  /// An invoice, and the part that holds it; nil: the file itself.
  struct FoundInvoice {
    let part: ExtractedPart?
    let assessment: Assessment
  }

  /// The invoices, those inside it before that of its own text.
  var invoices: [FoundInvoice] {
    parts.flatMap { Self.invoices(in: $0.result, of: $0) } + Self.invoices(in: result, of: nil)
  }

  private static func invoices(in result: Result, of part: ExtractedPart?) -> [FoundInvoice] {
    guard case .assessed(_, let assessment) = result else { return [] }
    return assessment.invoices.map { FoundInvoice(part: part, assessment: $0) }
  }

  /// The documents with pages, those inside it before its own text.
  var documents: [Document] {
    (parts.map(\.result) + [result]).compactMap { result in
      if case .assessed(let document, _) = result { document } else { nil }
    }
  }

  /// Why there is no answer: it was refused, or everything inside it was and it says nothing itself.
  var problem: Problem? {
    if case .failed(let problem) = result { return problem }
    let problems = parts.compactMap { part in
      if case .failed(let problem) = part.result { problem } else { nil }
    }
    return problems.count == parts.count && invoices.isEmpty ? problems.first : nil
  }

  /// What a script is told about this file.
  var status: ExitStatus {
    if let problem { return ExitStatus(problem) }
    let found = invoices
    let isWhole = !parts.contains { part in
      if case .failed = part.result { true } else { false }
    }
    let isClear = isWhole && !found.isEmpty && !found.contains(where: \.assessment.needsReview)
    return isClear ? .ok : .needsPerson
  }

  /// The line of the contract.
  func json(_ phrases: Phrases) -> JSON {
    let head: JSON = ["file": .bytes(file.bytes), "sha256": .optional(id?.hex)]
    guard problem == nil, case .assessed(let document, let assessment) = result else {
      return head.adding([
        "outcome": "refused", "problem": problem.map { phrases.json(of: $0) } ?? .null,
        "invoices": [],
      ])
    }
    let invoices = invoices.map { found -> JSON in
      let json = InvoiceJSON(assessment: found.assessment, phrases: phrases).json
      return found.part.map { json.adding($0.json) } ?? json
    }
    let findings = document.findings + assessment.findings
    let type = invoices.isEmpty ? assessment.documentType : .invoice
    return head.adding([
      "outcome": invoices.isEmpty ? "not_an_invoice" : "extracted", "problem": .null,
      "document_type": .text(type.rawValue), "invoices": .array(invoices),
      "findings": .array(findings.map { phrases.json(of: $0) }),
    ]).adding(parts.isEmpty ? [:] : ["parts": .array(parts.map { $0.outcome(phrases) })])
  }
}

extension ExtractedPart {
  /// Where an invoice came from.
  fileprivate var json: JSON {
    let attachment: JSON = ["attachment": .text(name)]
    guard let mail else { return attachment }
    return attachment.adding([
      "mail": [
        "from": .text(mail.address), "name": .text(mail.name), "subject": .text(mail.subject),
        "date": .optional(mail.date?.description), "message_id": .text(mail.messageID),
      ]
    ])
  }

  /// What became of the file.
  fileprivate func outcome(_ phrases: Phrases) -> JSON {
    switch result {
    case .failed(let problem):
      ["name": .text(name), "outcome": "refused", "problem": phrases.json(of: problem)]
    case .assessed(_, let assessment):
      [
        "name": .text(name),
        "outcome": assessment.invoices.isEmpty ? "not_an_invoice" : "extracted",
        "document_type": .text(assessment.documentType.rawValue),
      ]
    }
  }
}
