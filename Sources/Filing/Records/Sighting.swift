// Sighting.swift — a file that arrived, and what the register says to it.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A file that arrived: its bytes are in the archive already.
package struct Sighting: Hashable, Sendable {
  package let document: DocumentID
  /// The name it was dropped under, as raw bytes: any bytes but "/" and NUL.
  package let fileName: [UInt8]
  /// Bytes.
  package let size: Int64
  /// Unique to this arrival (the claim's random name): admitting the same key twice is once.
  package let claimKey: String
  /// ISO 8601, UTC, to the second: "2026-11-20T08:15:00Z".
  package let receivedAt: String
  package let format: DocumentFormat
  /// How it came: "drop", "maildir", "mail" (attached to one), "zip" (a member), "recovered".
  package let channel: String
  /// The message that brought it; nil when none did.
  package let mail: MailHeader?
  /// The same for all files of a folder that was dropped as a whole; nil for a file by itself.
  package let parcel: String?

  package init(
    document: DocumentID,
    fileName: [UInt8],
    size: Int64,
    claimKey: String,
    receivedAt: String,
    format: DocumentFormat,
    channel: String = "drop",
    mail: MailHeader? = nil,
    parcel: String? = nil
  ) {
    self.document = document
    self.fileName = fileName
    self.size = size
    self.claimKey = claimKey
    self.receivedAt = receivedAt
    self.format = format
    self.channel = channel
    self.mail = mail
    self.parcel = parcel
  }
}

/// What the register says to a sighting.
package enum Admission: Hashable, Sendable {
  /// Its first sighting: the document was given this number.
  case new(Int64)
  /// The same bytes came before, under this number.
  case seenBefore(Int64, of: DocumentState)

  /// The document's number.
  package var number: Int64 {
    switch self {
    case .new(let number), .seenBefore(let number, _): number
    }
  }
}

/// One arrival of a document, as the register remembers it.
package struct SightingRecord: Hashable, Sendable {
  /// Raw bytes.
  package let fileName: [UInt8]
  /// ISO 8601, UTC.
  package let receivedAt: String
  package let channel: String
  /// The number of the mail or archive it came in; nil when it came by itself.
  package let container: Int64?
  /// The message that brought it.
  package let mail: MailHeader?
}
