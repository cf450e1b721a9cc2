// Batch.swift — one file with several invoices, cut into them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The invoices of one file, each with its pages.
///
/// A sheet between invoices (blank, or with a code and a few words) is a cut where both sides turn out
/// to be invoices of different numbers: the blank back of a page is none. Without such sheets a cut is
/// made where the pages say that another invoice begins, and a person is told of it. Pages that begin
/// nothing, such as general terms, stay with the invoice before them.
struct Batch {
  /// An invoice, or what is left.
  struct Part {
    /// From 1, ascending; the sheets between invoices are left out.
    let pages: [Int]
    let content: DocumentContent
    let findings: [Finding]
  }

  private let document: Document
  private let read: (Document) -> DocumentContent

  /// `read` tells what stands on some pages of the document.
  init(_ document: Document, read: @escaping (Document) -> DocumentContent) {
    self.document = document
    self.read = read
  }

  /// The parts in the order of their pages; at least one.
  var parts: [Part] {
    let all = document.pages
    guard document.markup == nil, all.count > 1 else {
      return [part(all, read(document))]
    }
    let runs = joined(all.split(whereSeparator: \.isSeparator).map { Array($0) })
    guard runs.count > 1 else {
      let whole = read(document)
      return proposed(all, whole) ?? [part(all, whole)]
    }
    return runs.flatMap { run in
      proposed(run.pages, run.content) ?? [part(run.pages, run.content)]
    }
  }

  private typealias Run = (pages: [Page], content: DocumentContent)

  /// Runs of pages between separators, those that go on with the invoice before them joined to it.
  private func joined(_ runs: [[Page]]) -> [Run] {
    guard runs.count > 1 else { return [] }
    var result: [Run] = []
    for pages in runs {
      let content = read(document.holding(pages))
      // A blank sheet may be a back: the page behind it goes on with an invoice whose number was not
      // read.
      let isUnnumbered =
        result.last.map {
          $0.content.documentType == .invoice && $0.content.draft[.invoiceNumber] == nil
        } ?? false
      if let last = result.last,
        isUnnumbered || !content.begins(on: pages, after: last.content)
      {
        let both = last.pages + pages
        result[result.count - 1] = (both, read(document.holding(both)))
      } else {
        result.append((pages, content))
      }
    }
    return result
  }

  /// The parts by what the pages say; nil unless every one of them is an invoice of its own.
  ///
  /// Once it is plain that there are several, each page is asked by itself.
  private func proposed(_ pages: [Page], _ content: DocumentContent) -> [Part]? {
    guard content.beginnings.count > 1, pages.count <= Self.mostPages else { return nil }
    var runs: [Run] = []
    for page in pages {
      let own = read(document.holding([page]))
      let isNamed = content.beginnings.contains(page.number) && own.documentType == .invoice
      if let last = runs.last, !isNamed, !own.begins(on: [page], after: last.content) {
        runs[runs.count - 1].pages.append(page)
      } else {
        runs.append((pages: [page], content: own))
      }
    }
    let contents = runs.map { run in
      run.pages.count == 1 ? run.content : read(document.holding(run.pages))
    }
    let numbers = contents.compactMap { $0.draft[.invoiceNumber] }
    guard runs.count > 1, contents.allSatisfy({ $0.documentType == .invoice }),
      Set(numbers).count == numbers.count
    else { return nil }
    return zip(runs.map(\.pages), contents).map { run, content in
      let place = ["first": String(run[0].number), "last": String(run[run.count - 1].number)]
      return Part(
        pages: run.map(\.number),
        content: content,
        findings: [Finding(.warning, "batch-cut-proposed", place)]
      )
    }
  }

  /// A file with more pages is no scanner's stack.
  private static let mostPages = 200

  private func part(_ pages: [Page], _ content: DocumentContent) -> Part {
    Part(pages: pages.map(\.number), content: content, findings: [])
  }
}

extension DocumentContent {
  /// Whether what stands on these pages is an invoice, and another one than that before it.
  fileprivate func begins(on pages: [Page], after other: DocumentContent) -> Bool {
    guard documentType == .invoice, let number = draft[.invoiceNumber] else { return false }
    guard let known = other.draft[.invoiceNumber] else { return true }
    let skeletons = [number, known].map { ReferenceKey.skeleton(of: $0) }
    // A digit that recognition misread begins no invoice.
    let misread = pages.contains { $0.origin == .recognised } ? 1 : 0
    return editDistance(skeletons[0], skeletons[1]) > misread
  }
}

extension Document {
  /// The same file with some of its pages.
  fileprivate func holding(_ pages: [Page]) -> Document {
    let numbers = Set(pages.map(\.number))
    return Document(
      id: id,
      format: format,
      pages: pages,
      findings: findings,
      codes: codes.filter { numbers.contains($0.page) }
    )
  }
}

extension Page {
  /// Whether it may be a sheet that was put between others: nothing stands on it but specks, or a few
  /// words without any number, as under a patch code.
  fileprivate var isSeparator: Bool {
    let meant = words.lazy.filter { $0.text.count > 1 }.prefix(12)
    return meant.count < 12 && !meant.contains { $0.text.filter(\.isNumber).count >= 3 }
  }
}
