// MailText.swift — the characters of a mail's text.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Decodes the text of a mail.
enum MailText {
  /// The text in the charset that the mail names, else what its bytes look like; never nothing.
  static func decoded(_ bytes: [UInt8], charset: String) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let latin: String.Encoding =
      charset.lowercased().contains("8859-15") ? .isoLatin1 : .windowsCP1252
    let text = String(data: Data(bytes), encoding: latin)
    return text ?? String(decoding: bytes, as: UTF8.self)
  }
}
