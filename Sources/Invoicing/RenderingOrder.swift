// RenderingOrder.swift — what the reader is asked to make of a file that has been read.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What is to be made of a file that has been read.
package enum RenderingOrder: Hashable, Sendable, Codable {
  /// One page as a grey PNG, so many pixels wide, in the frame of the document's page.
  case preview(PageFrame, width: Int)
  /// A page that has words and no picture, as a grey PNG so many pixels wide; its JSON is the file.
  case sheet(width: Int)
  /// The whole file as a PDF with the words of its document.
  ///
  /// The document stands before the file as so many bytes of JSON: it would be too long for an
  /// argument.
  case searchablePDF(documentBytes: Int)
  /// The files of these numbers that the file contains, one behind the other in this order.
  case contents(numbers: [Int])
}

/// What the reader answers to a `RenderingOrder`: a line of JSON on its standard output.
package enum RenderingAnswer: Hashable, Sendable, Codable {
  /// So many bytes follow the line.
  case made(bytes: Int)
  case refused(Problem)
}

/// How a page of a document stands to that of its file.
package struct PageFrame: Hashable, Sendable, Codable {
  /// From 1.
  package let number: Int
  /// Tenths of a point.
  package let width: Int32
  /// Tenths of a point.
  package let height: Int32
  package let origin: PageOrigin
  /// Degrees clockwise: 0, 90, 180 or 270.
  package let turned: Int

  /// That of a page.
  package init(_ page: Page) {
    number = page.number
    width = page.width
    height = page.height
    origin = page.origin
    turned = page.turned
  }
}
