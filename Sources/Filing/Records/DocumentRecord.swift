// DocumentRecord.swift — a document as the register knows it.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A document (one file) as the register knows it.
package struct DocumentRecord: Hashable, Sendable {
  /// From the one sequence of documents and invoices.
  package let number: Int64
  package let document: DocumentID
  /// The name of the first sighting, raw bytes.
  package let fileName: [UInt8]
  /// Bytes.
  package let size: Int64
  package let format: DocumentFormat
  /// How it came first: "drop".
  package let channel: String
  /// By which way it came, of all its arrivals the most binding.
  package let arrival: ArrivalChannel
  package let state: DocumentState
  /// When it was first sighted: ISO 8601, UTC.
  package let receivedAt: String
  /// Attempts at reading since it arrived or was retried.
  package let attempts: Int
  /// Attempts that ended by the daemon's own death.
  package let interruptions: Int
  /// Why it is quarantined, or why the last attempt did not succeed.
  package let problem: Problem?
  /// Its name in the quarantine folder; nil when it does not lie there.
  package let quarantineName: String?
  /// What it is, once that was told; nil before.
  package let documentType: DocumentType?
  /// Pages done and pages in all, while it is read.
  package let progress: ReadingProgress?
  /// Every arrival, the first first.
  package let sightings: [SightingRecord]
}

/// How far the reading of a document is.
package struct ReadingProgress: Hashable, Sendable {
  /// Pages done.
  package let done: Int
  /// Pages in all.
  package let total: Int
}
