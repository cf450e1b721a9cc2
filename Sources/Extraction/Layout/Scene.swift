// Scene.swift — the pages of one invoice, laid out and labelled.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The pages of one invoice, laid out, with every label found: what finders look at.
struct Scene: Sendable {
  let pages: [PageLayout]
  let values: ValueReader
  /// The rules in force here, a supplier's before those of the language.
  let rules: [Rule]
  let lexicons: [Lexicon]
  /// Hits of rules and phrases, in reading order.
  let hits: [LabelHit]
  let titleHits: [LabelHit]
  let columnHits: [LabelHit]
  private let hitsByPlace: [SegmentPlace: [LabelHit]]

  init(pages: [PageLayout], rules: [Rule], lexicons: [Lexicon], values: ValueReader) {
    self.pages = pages
    self.values = values
    self.rules = rules
    self.lexicons = lexicons
    let scanner = LabelScanner(Self.labels(rules: rules, lexicons: lexicons))
    let titles = LabelScanner(
      lexicons.flatMap { lexicon in
        lexicon.documentTypes.flatMap { type, labels in labels.map { ($0, .title(type)) } }
      }
    )
    let columns = LabelScanner(
      lexicons.flatMap { lexicon in
        lexicon.columns.flatMap { column, labels in labels.map { ($0, .column(column)) } }
      }
    )
    let vocabulary = Vocabulary(
      scanner.vocabulary.union(titles.vocabulary).union(columns.vocabulary)
    )
    var hits: [LabelHit] = []
    var titleHits: [LabelHit] = []
    var columnHits: [LabelHit] = []
    for (pageIndex, page) in pages.enumerated() {
      let mends = page.page.origin == .recognised
      for (rowIndex, row) in page.rows.enumerated() {
        for (position, segment) in row.enumerated() {
          let place = SegmentPlace(page: pageIndex, row: rowIndex, position: position)
          let tokens = Self.labelTokens(of: segment, mendedBy: mends ? vocabulary : nil)
          hits += scanner.hits(in: tokens, at: place)
          titleHits += titles.hits(in: tokens, at: place)
          columnHits += columns.hits(in: tokens, at: place)
        }
      }
    }
    self.hits = hits
    self.titleHits = titleHits
    self.columnHits = columnHits
    hitsByPlace = Dictionary(grouping: hits, by: \.place)
  }

  func segment(_ place: SegmentPlace) -> Segment {
    pages[place.page].rows[place.row][place.position]
  }

  /// Labels and phrases of a segment, from left to right.
  func hits(at place: SegmentPlace) -> [LabelHit] { hitsByPlace[place] ?? [] }

  func hits(for purpose: PhrasePurpose) -> [LabelHit] {
    hits.filter { $0.owners.contains(.phrase(purpose)) }
  }

  /// Every segment with its place, in reading order.
  var places: [(SegmentPlace, Segment)] {
    pages.enumerated().flatMap { page, layout in
      layout.rows.enumerated().flatMap { row, segments in
        segments.enumerated().map { position, segment in
          (SegmentPlace(page: page, row: row, position: position), segment)
        }
      }
    }
  }

  private static func labels(
    rules: [Rule],
    lexicons: [Lexicon]
  ) -> [(LabelText, LabelOwner)] {
    let ofRules = rules.enumerated().flatMap { index, rule -> [(LabelText, LabelOwner)] in
      guard case .label(let finder) = rule.finder else { return [] }
      return finder.labels.map { ($0, .rule(index)) }
    }
    let ofPhrases = lexicons.flatMap { lexicon in
      lexicon.phrases.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { purpose, labels in
        labels.map { ($0, LabelOwner.phrase(purpose)) }
      }
    }
    return ofRules + ofPhrases
  }

  private static func labelTokens(
    of segment: Segment,
    mendedBy vocabulary: Vocabulary?
  ) -> [LabelToken] {
    segment.tokens.compactMap { token in
      guard let text = LabelText.canonical(token.text) else { return nil }
      let mended = vocabulary?.mended(text) ?? text
      return LabelToken(text: mended, word: token.word, isMended: mended != text)
    }
  }
}
