// MarkupReader.swift — XML files: the tree, and no page.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads XML files: they have a tree, and no page.
struct MarkupReader: PageReader {
  let formats: Set<DocumentFormat> = [.xml]

  func open(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> any PageSource {
    FinishedPages(markup: try MarkupParser(limits: session.limits).tree(of: source))
  }
}
