// PageSource.swift — a file that is open, read page by page.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A file that is open: what there is to say about all of it, and its pages one by one.
///
/// Pages may be read in any order and in several processes: what a page says depends on nothing but
/// the file, the plan and the language of the first page.
protocol PageSource {
  var pageCount: Int { get }
  /// What there is to say about the file, whatever its pages say.
  var findings: [Finding] { get }
  /// The e-invoice that the file is or carries, or the tree of any XML file.
  var markup: MarkupTree? { get }
  /// The files in it that may be documents.
  var contents: [ContainedFile] { get }
  /// Who sent it.
  var mail: MailHeader? { get }

  /// The page of this index from 0.
  ///
  /// - Throws: refusals of `ReadingRefusals.swift`; fault `language-data-missing`.
  func page(at index: Int) throws(Problem) -> ReadPage
}

extension PageSource {
  var contents: [ContainedFile] { [] }
  var mail: MailHeader? { nil }
}

/// What was made of one page.
struct ReadPage: Sendable {
  let page: Page
  var findings: [Finding] = []
  /// Bar codes and QR codes on it.
  var codes: [PageCode] = []
}

/// Pages that need no more work.
struct FinishedPages: PageSource {
  var pages: [Page] = []
  var findings: [Finding] = []
  var markup: MarkupTree?
  var contents: [ContainedFile] = []
  var mail: MailHeader?

  var pageCount: Int { pages.count }

  func page(at index: Int) -> ReadPage { ReadPage(page: pages[index]) }
}
