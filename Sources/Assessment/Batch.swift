// Batch.swift — one file with several invoices, cut into them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import EInvoicing
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
  private let company: Company?
  private let read: (Document) -> DocumentContent

  /// `read` tells what stands on some pages of the document; `company` is who buys.
  init(
    _ document: Document,
    company: Company?,
    read: @escaping (Document) -> DocumentContent
  ) {
    self.document = document
    self.company = company
    self.read = read
  }

  /// The parts in the order of their pages; at least one.
  var parts: [Part] {
    let all = document.pages
    guard all.count > 1 else { return [part(all, read(document))] }
    guard let markup = document.markup else { return cut(all) }
    return cut(all, carrying: markup) ?? [part(all, read(document))]
  }

  /// The parts of a stack that was joined from files, one of which carried an e-invoice; nil where all
  /// pages are those of the e-invoice, or it is of none of them.
  private func cut(_ pages: [Page], carrying markup: MarkupTree) -> [Part]? {
    guard pages.contains(where: \.isSeparator) || BatchHint(company: company).isGiven(by: pages),
      let invoice = EInvoice(markup)?.draft, let number = invoice[.invoiceNumber]
    else { return nil }
    var parts = cut(pages)
    let owners = parts.indices.filter { index in
      let own = pages.filter { parts[index].pages.contains($0.number) }
      return own.show(number) && invoice[.totalWithVAT].map(own.show) ?? true
    }
    guard parts.count > 1, owners.count == 1, let owner = owners.first else { return nil }
    let own = pages.filter { parts[owner].pages.contains($0.number) }
    parts[owner] = Part(
      pages: parts[owner].pages,
      content: read(document.holding(own).carrying(markup)),
      findings: parts[owner].findings
    )
    return parts
  }

  private func cut(_ all: [Page]) -> [Part] {
    let runs = joined(all.split(whereSeparator: \.isSeparator).map { Array($0) })
    guard runs.count > 1 else {
      let whole = read(document.holding(all))
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
      if let last = result.last, !content.follows(last.content, on: pages) {
        let both = last.pages + pages
        result[result.count - 1] = (both, read(document.holding(both)))
      } else {
        result.append((pages, content))
      }
    }
    return result
  }

  /// The parts by what the pages say; nil where they are one invoice.
  ///
  /// Where there may be several, each page is asked by itself: a file of several languages is read in
  /// none of them as a whole.
  private func proposed(_ pages: [Page], _ content: DocumentContent) -> [Part]? {
    guard (2...Self.mostPages).contains(pages.count),
      content.beginnings.count > 1 || BatchHint(company: company).isGiven(by: pages)
    else { return nil }
    var runs: [Run] = []
    for page in pages {
      let own = read(document.holding([page]))
      let isNamed = content.beginnings.contains(page.number) && own.documentType == .invoice
      if let last = runs.last, !own.begins(on: page, after: last.content, isNamed: isNamed) {
        runs[runs.count - 1].pages.append(page)
      } else {
        runs.append((pages: [page], content: own))
      }
    }
    // A cover lies before its invoice.
    if runs.count > 1, runs[0].content.documentType != .invoice {
      runs[1].pages.insert(contentsOf: runs[0].pages, at: 0)
      runs.removeFirst()
    }
    guard runs.count > 1 else { return nil }
    runs = runs.map { run in
      run.pages.count == 1
        ? run : (pages: run.pages, content: read(document.holding(run.pages)))
    }
    runs = runs.reduce(into: []) { joined, run in
      // A page on which all else was misread goes on with the number that it repeats.
      let number = run.content.number
      let isRepeated = number != nil && joined.last?.content.number == number
      guard let last = joined.last, isRepeated || run.content.documentType != .invoice else {
        return joined.append(run)
      }
      let pages = last.pages + run.pages
      joined[joined.count - 1] = (pages: pages, content: read(document.holding(pages)))
    }
    let numbers = runs.compactMap(\.content.number)
    guard runs.count > 1, Set(numbers).count == numbers.count,
      runs.allSatisfy({ $0.content.documentType == .invoice })
    else { return nil }
    return runs.map { run in
      let pages = run.pages.map(\.number)
      let place = ["first": String(pages[0]), "last": String(pages[pages.count - 1])]
      return Part(
        pages: pages,
        content: run.content,
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
  /// Whether what stands behind a sheet is another invoice than what stands before it.
  ///
  /// A blank sheet may be a back: where a number was not read, the page behind it goes on with the
  /// invoice, unless both say of more than one thing something else.
  fileprivate func follows(_ other: DocumentContent, on pages: [Page]) -> Bool {
    guard documentType == .invoice else { return false }
    guard other.documentType == .invoice else { return draft[.invoiceNumber] != nil }
    return hasOtherNumber(than: other, on: pages) ?? (contradictions(to: other) > 1)
  }

  /// Whether an invoice begins on a page, and another one than that before it.
  ///
  /// - `isNamed`: whether the title of an invoice and a number of its own stand there.
  fileprivate func begins(on page: Page, after other: DocumentContent, isNamed: Bool) -> Bool {
    guard documentType == .invoice else { return false }
    guard other.documentType == .invoice else { return draft[.invoiceNumber] != nil }
    if isNamed { return true }
    let others = contradictions(to: other)
    return hasOtherNumber(than: other, on: [page]).map { $0 && others > 0 } ?? (others > 1)
  }

  /// The invoice number as it is compared.
  fileprivate var number: String? { draft[.invoiceNumber].map(ReferenceKey.skeleton(of:)) }

  /// Whether both have a number and not the same; nil where one has none, or one may be the other
  /// with a digit misread.
  private func hasOtherNumber(than other: DocumentContent, on pages: [Page]) -> Bool? {
    guard let number, let known = other.number else { return nil }
    let distance = editDistance(number, known)
    let mayBeMisread = pages.contains { $0.origin == .recognised }
    return distance == 1 && mayBeMisread ? nil : distance > 0
  }

  /// Of how many things both say something else: the total, the day, who is paid.
  private func contradictions(to other: DocumentContent) -> Int {
    let ids = [Field.sellerVATID, Field.iban].contains { field in
      let both = [draft[field], other.draft[field]].compactMap { $0.map(asciiLettersAndDigits) }
      return both.count == 2 && editDistance(both[0], both[1]) > 2
    }
    let day = differ(draft[.issueDate], other.draft[.issueDate])
    let total = differ(draft[.totalWithVAT], other.draft[.totalWithVAT])
    return [ids, day, total].count { $0 }
  }

  /// Whether both are known and not the same.
  private func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
    guard let left, let right else { return false }
    return left != right
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
