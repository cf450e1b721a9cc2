// MadeMail.swift — mails and zip files for the tests.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CArchive
import Foundation

/// A mail of these parts, each with its own header.
func mail(_ parts: [String], subject: String = "Rechnung", kind: String = "mixed") -> String {
  let boundary = "=_\(parts.joined().utf8.count)"
  return """
    From: Kessler =?utf-8?q?Pr=C3=A4zision?= <Billing@kessler.example>
    To: compta@verrane.example
    Subject: \(subject)
    Date: Wed, 21 May 2025 23:14:22 -0800
    Message-ID: <20250521.2@kessler.example>
    MIME-Version: 1.0
    Content-Type: multipart/\(kind); boundary="\(boundary)"

    """
      + parts.map { "\n--\(boundary)\n" + $0 + "\n" }.joined() + "\n--\(boundary)--\n"
}

func textPart(_ text: String, as type: String = "text/plain; charset=utf-8") -> String {
  "Content-Type: \(type)\n\n\(text)"
}

func attachment(_ bytes: [UInt8], named name: String, as type: String = "application/pdf") -> String
{
  """
  Content-Type: \(type)
  Content-Transfer-Encoding: base64
  Content-Disposition: attachment; filename="\(name)"

  \(Data(bytes).base64EncodedString(options: .lineLength76Characters))
  """
}

/// A mail that carries another one.
func forwarded(_ mail: String) -> String { "Content-Type: message/rfc822\n\n\(mail)" }

/// A zip file with these members, deflated.
func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  let archive = archive_write_new()
  defer { archive_write_free(archive) }
  archive_write_set_format_zip(archive)
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  var used = 0
  buffer.withUnsafeMutableBytes { memory in
    archive_write_open_memory(archive, memory.baseAddress, memory.count, &used)
    for (name, bytes) in members {
      let entry = archive_entry_new()
      archive_entry_set_pathname_utf8(entry, name)
      archive_entry_set_size(entry, Int64(bytes.count))
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_write_header(archive, entry)
      _ = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      archive_entry_free(entry)
    }
    archive_write_close(archive)
  }
  return Array(buffer.prefix(used))
}
