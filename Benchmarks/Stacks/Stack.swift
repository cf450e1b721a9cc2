// Stack.swift — invoices put one behind the other, as from a scanner's feeder.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// Invoices in one file, and where each begins.
struct Stack: Sendable {
  /// The documents it was made of.
  let names: [String]
  let document: Document
  /// The first page of each, from 1.
  let beginnings: [Int]

  /// Puts the pages of documents one behind the other, a sheet between them where there are separators:
  /// blank, or with the words that stand under a patch code.
  init(_ parts: [(id: String, document: Document)], separated: Bool) throws {
    var pages: [Page] = []
    var codes: [PageCode] = []
    var beginnings: [Int] = []
    for (index, part) in parts.enumerated() {
      if separated, index > 0 {
        pages.append(Self.separator(pages.count + 1, marked: index % 2 == 0))
      }
      beginnings.append(pages.count + 1)
      let offset = pages.count
      pages += part.document.pages.map { $0.numbered($0.number + offset) }
      codes += part.document.codes.map {
        PageCode(kind: $0.kind, page: $0.page + offset, box: $0.box, text: $0.text)
      }
    }
    names = parts.map(\.id)
    self.beginnings = beginnings
    document = Document(id: parts[0].document.id, format: .pdf, pages: pages, codes: codes)
  }

  private static func separator(_ number: Int, marked: Bool) -> Page {
    let words = marked ? ["PATCH", "T"] : []
    return Page(
      number: number,
      width: 5950,
      height: 8420,
      origin: .recognised,
      words: words.enumerated().map { index, text in
        let left = Int32(2000 + index * 700)
        let box = Box(left: left, top: 4000, right: left + 500, bottom: 4120)
        return Word(text: text, box: box, confidence: Confidence(permille: 900))
      }
    )
  }
}

extension Page {
  /// The same page under another number.
  fileprivate func numbered(_ number: Int) -> Page {
    Page(
      number: number,
      width: width,
      height: height,
      origin: origin,
      turned: turned,
      words: words
    )
  }
}

/// How well stacks were cut.
struct StackTally {
  private(set) var stacks = 0
  private(set) var right = 0
  private(set) var found = 0
  private(set) var wanted = 0
  private(set) var hits = 0

  /// Counts a stack that was cut into parts that begin on these pages.
  ///
  /// - Returns: whether every cut is right.
  mutating func count(_ stack: Stack, _ beginnings: [Int]) -> Bool {
    let (truth, cuts) = (Set(stack.beginnings.dropFirst()), Set(beginnings.dropFirst()))
    stacks += 1
    found += cuts.count
    wanted += truth.count
    hits += truth.intersection(cuts).count
    guard truth == cuts else { return false }
    right += 1
    return true
  }

  var line: String {
    "\(right) of \(stacks) stacks all right; \(hits) of \(wanted) cuts found, \(found) made: "
      + "precision \(Self.share(hits, found)), recall \(Self.share(hits, wanted))"
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    String(format: "%.3f", whole == 0 ? 1 : Double(part) / Double(whole))
  }
}
