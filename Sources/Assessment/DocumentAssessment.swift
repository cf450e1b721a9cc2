// DocumentAssessment.swift — what is made of a whole file.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What is made of a whole file: what it is, and the invoices in it.
package struct DocumentAssessment: Hashable, Sendable {
  package let documentType: DocumentType
  /// Empty unless it is an invoice.
  package let invoices: [Assessment]
  package let findings: [Finding]

  /// No invoice and nothing to say.
  package static let nothing = DocumentAssessment(
    documentType: .other,
    invoices: [],
    findings: []
  )
}
