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
  static func invoice(
    in file: PopplerFile,
    limits: ReadingLimits,
    _ findings: inout [Finding]
  ) -> MarkupTree? {
    let found = markup(in: file, limits: limits, &findings) { $0.invoiceSyntax != nil }
    if found.count > 1 {
      findings.append(Finding(.blocking, "several-e-invoices", ["count": String(found.count)]))
    }
    return found.first
  }

  /// The order among the files of a PDF, known by its root element; nil without one.
  ///
  /// - Throws: `several-orders` {count}: of several that differ nobody can say which one holds.
  static func order(
    in file: PopplerFile,
    limits: ReadingLimits
  ) throws(Problem) -> MarkupTree? {
    var passedOver: [Finding] = []
    let found = markup(in: file, limits: limits, &passedOver, wanted: \.isOrder)
    guard found.count <= 1 else {
      throw Problem(.refusal, "several-orders", ["count": String(found.count)])
    }
    return found.first
  }

  /// The different files of XML that are wanted.
  private static func markup(
    in file: PopplerFile,
    limits: ReadingLimits,
    _ findings: inout [Finding],
    wanted: (MarkupTree) -> Bool
  ) -> [MarkupTree] {
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
    return found
  }
}
