// PageImages.swift — the pages of documents as pictures that tesseract opens.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The pages of some documents as files of pictures.
struct PageImages: Sendable {
  /// For each document, its pages in order.
  let pages: [[String]]

  /// Draws the pages of PDF files; pictures stay as they are.
  ///
  /// A document that cannot be drawn has no page.
  init(of documents: [ReadingDocument], in folder: String) throws {
    pages = try inSlots(Array(documents.enumerated())) { index, document in
      let name = "page\(index)"
      if document.isPDF { return try PopplerTools.draw(document.path, as: name, in: folder) }
      return try TIFFPages.split(document.path, as: name, in: folder)
    }
  }
}
