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
  }

  let file: FileArgument
  /// Nil when the bytes could not be read.
  let id: DocumentID?
  let result: Result

  /// What a script is told about this file.
  var status: ExitStatus {
    switch result {
    case .failed(let problem): ExitStatus(problem)
    case .assessed(_, let assessment):
      assessment.invoices.isEmpty || assessment.invoices.contains(where: \.needsReview)
        ? .needsPerson : .ok
    }
  }

  /// The line of the contract.
  func json(_ phrases: Phrases) -> JSON {
    let head: JSON = ["file": .bytes(file.bytes), "sha256": .optional(id?.hex)]
    switch result {
    case .failed(let problem):
      return head.adding([
        "outcome": "refused", "problem": phrases.json(of: problem), "invoices": [],
      ])
    case .assessed(let document, let assessment):
      let isInvoice = !assessment.invoices.isEmpty
      let invoices = assessment.invoices.map { InvoiceJSON(assessment: $0, phrases: phrases).json }
      let findings = document.findings + assessment.findings
      return head.adding([
        "outcome": isInvoice ? "extracted" : "not_an_invoice", "problem": .null,
        "document_type": .text(assessment.documentType.rawValue), "invoices": .array(invoices),
        "findings": .array(findings.map { phrases.json(of: $0) }),
      ])
    }
  }
}
