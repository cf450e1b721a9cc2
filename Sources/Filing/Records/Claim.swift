// Claim.swift — the right to read one document.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// The right to read one document, until it is settled, released or lost.
package struct Claim: Hashable, Sendable {
  /// The document's number.
  package let number: Int64
  package let document: DocumentID
  /// The name of the first sighting, raw bytes.
  package let fileName: [UInt8]
  /// Bytes.
  package let size: Int64
  package let format: DocumentFormat
  /// How many mails and archives it came in, by the shortest way: 0 when it was dropped itself.
  package let depth: Int
  /// Which attempt this is, from 1; counted before the work begins.
  package let attempt: Int
  /// Compared when the claim is settled: a worker that lost its claim cannot settle it.
  package let lease: Int64
}

/// How often reading or assessing a document may fail before it is refused.
package enum AttemptLimit {
  /// Attempts that ended by the document's doing: a crash, a hang, a limit.
  package static let failures = 3
  /// Attempts to read it that ended by the daemon's own death.
  package static let interruptions = 5
  /// Attempts to assess it that ended so, the last ones alone: that happens in the daemon's process.
  package static let assessments = 3
}
