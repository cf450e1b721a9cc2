// PDFAttachments.swift — the files that a PDF carries.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler
internal import Invoicing

/// The files that a PDF carries inside (ISO 32000-1 section 7.11.4).
enum PDFAttachments {
  /// More of them are no invoice's, and each may take the time of a file.
  private static let most = 50

  /// The e-invoice among the files of a PDF, known by its root element and never by its name.
  ///
  /// A file that cannot be read is passed over, and told as finding `attachment-unreadable` {name}. Of
  /// several that differ nobody can say which one holds: blocking finding `several-e-invoices` {count}.
  /// `wanted` tells another kind of file that is looked for instead.
  static func invoice(
    in file: PopplerFile,
    limits: ReadingLimits,
    _ findings: inout [Finding],
    wanted: (MarkupTree) -> Bool = { $0.invoiceSyntax != nil }
  ) -> MarkupTree? {
    var found: [MarkupTree] = []
    for attachment in file.attachments(most: most) {
      guard let bytes = attachment.bytes(limit: limits.markupBytes),
        FormatSniffer.format(of: bytes.prefix(FormatSniffer.headLength)) == .xml
      else { continue }
      do throws(Problem) {
        let tree = try MarkupParser(limits: limits).tree(of: SourceBytes(bytes))
        if wanted(tree), !found.contains(tree) { found.append(tree) }
      } catch {
        findings.append(Finding(.warning, "attachment-unreadable", ["name": attachment.name]))
      }
    }
    if found.count > 1 {
      findings.append(Finding(.blocking, "several-e-invoices", ["count": String(found.count)]))
    }
    return found.first
  }
}
