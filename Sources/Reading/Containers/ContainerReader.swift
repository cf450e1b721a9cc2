// ContainerReader.swift — mails and archives: what they hold, and the text of a mail.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads mails and zip files: the files in them are told, and read by themselves later; the pages are
/// those of a mail's own text, which may be the invoice.
struct ContainerReader: PageReader {
  let formats: Set<DocumentFormat> = [.mail, .zip]

  func open(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> any PageSource {
    if format == .zip, session.readsWorkbooks,
      let workbook = try Workbook(source, limits: session.limits)
    {
      return FinishedPages(markup: try workbook.tree())
    }
    let found = try Containers.pages(of: source, as: format, limits: session.limits)
    var read = found.read
    // A mail may say something itself.
    if format == .zip, read.contents.isEmpty { throw Problem(.refusal, "archive-empty") }
    do throws(Problem) {
      read.pages = try TextReader.pages(of: found.text, limits: session.limits)
      let words = read.pages.reduce(0) { $0 + $1.words.count }
      guard words <= session.limits.words else {
        throw .tooManyWords(limit: session.limits.words)
      }
    } catch {
      // What is attached is worth more than an endless text, which stays in the mail itself.
      guard !read.contents.isEmpty else { throw error }
      read.pages = []
      read.findings.append(Finding(.warning, "mail-text-left-out"))
    }
    return read
  }
}
