// ContainedFile.swift — a file inside a file: attached to a mail, packed into an archive.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A file inside a file that may be a document: attached to a mail or packed into an archive.
package struct ContainedFile: Hashable, Sendable, Codable {
  /// From 1, in the container's order; the same bytes give the same numbers.
  package let number: Int
  /// As the container tells it, without folders and control characters; "" when it tells none.
  package let name: String
  package let id: DocumentID
  /// Bytes.
  package let size: Int
  package let format: DocumentFormat
  /// The innermost message that carried it; nil in an archive.
  package let mail: MailHeader?

  package init(
    number: Int,
    name: String,
    id: DocumentID,
    size: Int,
    format: DocumentFormat,
    mail: MailHeader? = nil
  ) {
    self.number = number
    self.name = name
    self.id = id
    self.size = size
    self.format = format
    self.mail = mail
  }
}

/// Who sent a message, about what and when (RFC 5322), as the message tells: anybody can write anything.
package struct MailHeader: Hashable, Sendable, Codable {
  /// Without the angle brackets; "" without any.
  package let messageID: String
  /// The first address of From: "accounts@harrowgate-tools.example"; "" without any.
  package let address: String
  /// The name beside it; "" without any.
  package let name: String
  package let subject: String
  /// The day in the sender's own time zone.
  package let date: CalendarDate?

  package init(
    messageID: String,
    address: String,
    name: String,
    subject: String,
    date: CalendarDate?
  ) {
    self.messageID = messageID
    self.address = address
    self.name = name
    self.subject = subject
    self.date = date
  }
}

extension MailHeader {
  /// What stands behind the "@" of the sender's address, in small letters; nil when nothing does.
  package var domain: String? { Self.domain(of: address) }

  /// The domain of an address; nil when it has none.
  package static func domain(of address: String) -> String? {
    guard let at = address.lastIndex(of: "@") else { return nil }
    let domain = address[address.index(after: at)...].lowercased()
    return domain.isEmpty ? nil : domain
  }
}
