// InvoiceRecord.swift — an invoice as the register knows it.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// An invoice as the register knows it.
package struct InvoiceRecord: Hashable, Sendable {
  /// From the one sequence of documents and invoices; kept across assessments.
  package let id: Int64
  package let documentNumber: Int64
  package let document: DocumentID
  /// The name of the document's first sighting, raw bytes.
  package let fileName: [UInt8]
  /// The browsable copy, relative to the home: "filed/2026/11/…"; nil before it was placed.
  package let filedPath: String?
  package let state: InvoiceState
  /// Grows with every change; a decision names the version its author saw.
  package let rowVersion: Int64
  /// When its document was first sighted: ISO 8601, UTC.
  package let receivedAt: String
  /// By which way its document came.
  package let arrival: ArrivalChannel
  /// What platforms say has become of it, the earliest first.
  package let lifecycle: [LifecycleEvent]
  package let assessment: Assessment
  package let match: MatchProposal?
  package let supplierCode: String?
  package let duplicateOf: Int64?
  package let holdUntil: CalendarDate?
  package let paidOn: CalendarDate?
  /// The means of payment as the person named it.
  package let paidBy: String?
}

/// An invoice in a list: what its columns say, without its evidence.
package struct InvoiceSummary: Hashable, Sendable {
  package let id: Int64
  package let documentNumber: Int64
  /// The name of the document's first sighting, raw bytes.
  package let fileName: [UInt8]
  package let filedPath: String?
  package let state: InvoiceState
  package let sellerName: String?
  package let supplierCode: String?
  /// As it is printed.
  package let number: String?
  /// BT-3; the amounts of a credit note (381) are positive.
  package let invoiceType: String
  package let issueDate: CalendarDate?
  package let dueDate: CalendarDate?
  /// Whether it says that it is paid, or a bank line has surely paid it: it is never due.
  package let isPaidAlready: Bool
  /// With VAT.
  package let total: Money?
  package let amountDue: Money?
  package let matchStatus: MatchProposal.Status?
  package let duplicateOf: Int64?
  package let holdUntil: CalendarDate?
  package let paidOn: CalendarDate?
}
