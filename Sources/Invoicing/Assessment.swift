// Assessment.swift — what we make of one invoice in a file.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What extraction and validation make of one invoice found in a file.
package struct Assessment: Hashable, Sendable, Codable {
  /// The pages it stands on, from 1, ascending.
  package let pages: [Int]
  /// ISO 639-1 of the page's language, or nil when it could not be told.
  package let language: String?
  package let documentType: DocumentType
  package let draft: Draft
  package let findings: [Finding]

  package init(
    pages: [Int],
    language: String?,
    documentType: DocumentType,
    draft: Draft,
    findings: [Finding]
  ) {
    self.pages = pages
    self.language = language
    self.documentType = documentType
    self.draft = draft
    self.findings = findings
  }

  /// Whether a person must look before it may be approved in bulk: anything above an info.
  package var needsReview: Bool { findings.contains { $0.severity > .info } }

  /// Whether nothing is left to pay: it says so itself, or a bank line has surely paid it.
  package var isPaidAlready: Bool {
    draft.isPaidAlready || findings.contains { $0.code == "paid-by-bank" }
  }
}
