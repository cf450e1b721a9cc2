// PageOrder.swift — what a crew and its members tell each other.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing

/// What a member of a crew is to read: a line of JSON.
struct PageOrder: Codable {
  /// From 0.
  let index: Int
  /// As the first page left them, the likeliest first.
  let languages: [String]

  init(index: Int, languages: [String]) {
    self.index = index
    self.languages = languages
  }

  /// Nil for what is no order.
  init?(line: [UInt8]) {
    guard let order = try? JSONDecoder().decode(Self.self, from: Data(line)) else { return nil }
    self = order
  }

  var line: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }
}

/// What became of it: a line of JSON, behind which, after a separator, the JSON of the page follows.
///
/// The page goes through the crew as it is: nobody has to understand it here.
struct PageAnswer {
  let index: Int
  let result: Result

  enum Result {
    case read(EncodedPage)
    case refused(Problem)
  }

  init(index: Int, result: Result) {
    self.index = index
    self.result = result
  }

  /// Nil for what is no answer.
  init?(line: [UInt8]) {
    let parts = line.split(separator: Self.separator, maxSplits: 1)
    guard let first = parts.first,
      let head = try? JSONDecoder().decode(Head.self, from: Data(first))
    else { return nil }
    index = head.index
    if let problem = head.problem {
      result = .refused(problem)
    } else if parts.count == 2 {
      result = .read(
        EncodedPage(
          words: head.words,
          findings: head.findings,
          codes: head.codes,
          json: Array(parts[1])
        )
      )
    } else {
      return nil
    }
  }

  var line: [UInt8] {
    switch result {
    case .read(let page):
      Head(index: index, words: page.words, findings: page.findings, codes: page.codes).json
        + [Self.separator] + page.json
    case .refused(let problem): Head(index: index, problem: problem).json
    }
  }

  /// "Unit separator", which JSON only has escaped (RFC 8259 section 7).
  private static let separator: UInt8 = 0x1F

  private struct Head: Codable {
    let index: Int
    var words = 0
    var findings: [Finding] = []
    var codes: [PageCode] = []
    var problem: Problem?

    var json: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }
  }
}
