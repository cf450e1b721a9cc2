// SetAside.swift — which files of a mail or archive are no documents.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Tells which files of a container are no documents: logos of signatures, calendars, keys.
enum SetAside {
  /// Why it is no document, as a code; nil when it may be one.
  ///
  /// What cannot be read is a document where somebody meant to send one: it gets refused, with a
  /// reason that a person sees.
  static func reason(
    for file: FoundFile,
    _ bytes: SourceBytes,
    as format: DocumentFormat,
    in container: DocumentFormat,
    _ limits: ReadingLimits
  ) -> String? {
    if file.bytes.isEmpty { return "empty" }
    if file.bytes.count > limits.fileBytes { return "too-large" }
    switch format {
    case .jpeg, .png, .tiff:
      guard container == .mail else { return nil }
      return isSmall(bytes, format, inline: file.isInline, limits) ? "picture" : nil
    case .xml:
      // Web pages and stylesheets lie beside every second mail.
      guard let tree = try? MarkupParser(limits: limits).tree(of: bytes) else {
        return bytes.isWebPage ? "web-page" : nil
      }
      return tree.invoiceSyntax == nil && !tree.isLifecycleMessage ? "other-xml" : nil
    case .text:
      return file.bytes.count < 200 ? "note" : nil
    case .unknown:
      return container == .mail ? "unknown-format" : nil
    case .pdf, .mail, .zip: return nil
    }
  }

  /// Whether a file that was left aside for this reason may be a document all the same.
  static func isDoubtful(_ reason: String) -> Bool {
    ["unknown-format", "too-large"].contains(reason)
  }

  /// Whether a picture has not enough pixels for a page: a text of 60 lines needs 10 for each.
  ///
  /// One inside a text is a page only where somebody pasted a whole one.
  private static func isSmall(
    _ bytes: SourceBytes,
    _ format: DocumentFormat,
    inline: Bool,
    _ limits: ReadingLimits
  ) -> Bool {
    guard let header = try? ImageHeader.all(of: bytes, as: format, limits: limits).first else {
      return inline
    }
    return min(header.width, header.height) < (inline ? 900 : 500)
  }
}

extension SourceBytes {
  /// Whether it is HTML, which only sometimes is XML too.
  fileprivate var isWebPage: Bool {
    let head = String(decoding: buffer.prefix(1024), as: UTF8.self).lowercased()
    return head.contains("<html") || head.contains("<!doctype html")
  }
}
