// Rendering.swift — draws files that have been read.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
package import Invoicing

/// Draws files that have been read, in the frames of their documents.
package enum Rendering {
  /// Carries out an order on a file, which the document that an order speaks of precedes; `onPage`
  /// is called after each page of several.
  ///
  /// - Throws: refusals of the format's reader, `format-not-supported` for what has no pictures of
  ///   pages; fault `rendering-failed` {reason}.
  package static func bytes(
    for order: RenderingOrder,
    from source: SourceBytes,
    limits: ReadingLimits,
    onPage: () -> Void = {}
  ) throws(Problem) -> [UInt8] {
    switch order {
    case .preview(let frame, let width):
      let pages = try pages(of: source, limits)
      return try PagePreview(frame: frame, width: width, pages: pages, limits: limits).bytes()
    case .sheet(let width):
      guard let page = try? JSONDecoder().decode(Page.self, from: Data(source.buffer)),
        page.width > 0, page.height > 0
      else { throw Problem(.fault, "rendering-failed", ["reason": "order"]) }
      let sheet = Page(
        number: 1,
        width: page.width,
        height: page.height,
        origin: .textLayer,
        words: page.words
      )
      return try PagePreview(
        frame: PageFrame(sheet),
        width: width,
        pages: WordSheet(page: sheet),
        limits: limits
      ).bytes()
    case .searchablePDF(let count):
      guard (0...source.buffer.count).contains(count),
        let document = try? JSONDecoder().decode(
          Document.self,
          from: Data(source.buffer[..<count])
        )
      else { throw Problem(.fault, "rendering-failed", ["reason": "order"]) }
      let pages = try pages(of: SourceBytes(source.buffer[count...]), limits)
      return try SearchablePDF(document: document, pages: pages, limits: limits).bytes(onPage)
    case .contents(let numbers):
      return try Containers.bytes(of: numbers, in: source, limits: limits)
    }
  }

  private static func pages(
    of source: SourceBytes,
    _ limits: ReadingLimits
  ) throws(Problem) -> any DrawnPages {
    let format = FormatSniffer.format(of: source.buffer)
    switch format {
    case .pdf: return try PDFPages(source, limits: limits)
    case .tiff, .jpeg, .png: return try PicturePages(source, as: format, limits: limits)
    default: throw .unsupported(format)
    }
  }
}
