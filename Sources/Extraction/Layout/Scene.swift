// Scene.swift — the pages of one invoice, laid out and labelled.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The pages of one invoice, laid out, with every label found: what finders look at.
struct Scene: Sendable {
  let pages: [PageLayout]
  /// Every segment with its place, in reading order.
  let places: [(SegmentPlace, Segment)]
  let values: ValueReader
  /// The rules in force here, a supplier's before those of the language.
  let rules: [Rule]
  /// Hits of rules and phrases, in reading order.
  let hits: [LabelHit]
  let titleHits: [LabelHit]
  let columnHits: [LabelHit]
  /// Small words that address the buyer.
  let addressing: Set<LabelText>
  private let hitsByPlace: [SegmentPlace: [LabelHit]]

  init(pages: [PageLayout], profiles: [Profile], values: ValueReader) {
    self.pages = pages
    places = pages.enumerated().flatMap { page, layout in
      layout.rows.enumerated().flatMap { row, segments in
        segments.enumerated().map { position, segment in
          (SegmentPlace(page: page, row: row, position: position), segment)
        }
      }
    }
    self.values = values
    rules = profiles.flatMap(\.rules)
    addressing = Set(profiles.flatMap { $0.lexicon.phrases[.addressed] ?? [] })
    var labels: [(index: LabelIndex, firstRule: Int)] = []
    var firstRule = 0
    for profile in profiles {
      labels.append((profile.labels, firstRule))
      firstRule += profile.rules.count
    }
    let scanner = LabelScanner(labels)
    let titles = LabelScanner(profiles.map { ($0.titles, 0) })
    let columns = LabelScanner(profiles.map { ($0.columnLabels, 0) })
    let vocabularies = profiles.map(\.vocabulary)
    var hits: [LabelHit] = []
    var titleHits: [LabelHit] = []
    var columnHits: [LabelHit] = []
    var mended: [String: String] = [:]
    for (place, segment) in places {
      let mends = pages[place.page].page.origin == .recognised
      let tokens = segment.tokens.flatMap { token -> [LabelToken] in
        guard let text = LabelText.canonical(token.text) else { return [] }
        guard mends else { return [LabelToken(text: text, word: token.word, isMended: false)] }
        // "FACTURAN?": the sign of "Nº" was misread.
        if text.hasSuffix("N"), text.count > 5, let last = segment.words[token.word].text.last,
          "?!*'".contains(last)
        {
          return [String(text.dropLast()), "N°"].map {
            LabelToken(text: $0, word: token.word, isMended: true)
          }
        }
        let known = mended[text] ?? Vocabulary.mended(text, by: vocabularies)
        mended[text] = known
        return [LabelToken(text: known, word: token.word, isMended: known != text)]
      }
      hits += scanner.hits(in: tokens, at: place)
      titleHits += titles.hits(in: tokens, at: place)
      columnHits += columns.hits(in: tokens, at: place)
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

  /// The places of phrases that change what is owed: as listed, or mended where they are so long that
  /// no other can be meant ("exploitation" is no "exportation").
  func clearHits(for purpose: PhrasePurpose) -> [LabelHit] {
    hits(for: purpose).filter { !$0.isMended || $0.words.count >= 3 }
  }
}
