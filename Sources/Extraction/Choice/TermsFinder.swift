// TermsFinder.swift — the payment terms printed on an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds printed payment terms: beside a label first, else in any line that states some.
struct TermsFinder {
  let scene: Scene

  /// The terms and the segment that states them, or nil when none are printed.
  func terms() -> (PaymentTerms, Segment)? {
    let labelled = Set(scene.hits(for: .terms).map(\.place))
    let places = scene.places.filter { $0.0.page < 2 }
    for wanted in [true, false] {
      for (place, segment) in places where labelled.contains(place) == wanted {
        for text in [segment.text] + sentences(of: segment) {
          if let terms = PaymentTerms.parse(text) { return (terms, segment) }
        }
        let wrapped = paragraph(from: place)
        if wanted, let terms = PaymentTerms.parse(wrapped) { return (terms, segment) }
      }
    }
    return nil
  }

  /// The sentences of a segment when it has several, each without the label before its colon.
  private func sentences(of segment: Segment) -> [String] {
    var sentences: [String] = []
    var words: [String] = []
    for word in segment.words.map(\.text) {
      words.append(word)
      guard word.hasSuffix(".") || word.hasSuffix(":") else { continue }
      sentences.append(words.joined(separator: " "))
      words = []
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences.count > 1 ? sentences : []
  }

  /// The segment, the one beside it, and the ones below it in its column, as one text.
  private func paragraph(from place: SegmentPlace) -> String {
    let page = scene.pages[place.page]
    let first = scene.segment(place)
    var texts = [first.text]
    if place.position + 1 < page.rows[place.row].count {
      texts.append(page.rows[place.row][place.position + 1].text)
    }
    for row in page.rows.dropFirst(place.row + 1).prefix(2) {
      if let below = row.first(where: { $0.box.horizontalOverlap(first.box) > 0 }),
        below.box.top - first.box.bottom < page.textHeight * 4
      {
        texts.append(below.text)
      }
    }
    return texts.joined(separator: " ")
  }
}
