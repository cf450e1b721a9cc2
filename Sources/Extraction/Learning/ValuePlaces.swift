// ValuePlaces.swift — where a confirmed value stands on the pages, and the label beside it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A place where a value stands.
struct ValuePlace: Hashable, Sendable {
  let place: SegmentPlace
  /// The words of the value in its segment.
  let words: Range<Int>
}

/// Looks for confirmed values on the pages.
struct ValuePlaces {
  let scene: Scene

  /// Every place where a value of a field can be read, in reading order.
  func places(of value: FieldValue, for field: FieldDefinition) -> [ValuePlace] {
    scene.places.flatMap { place, segment in
      segment.words.indices.compactMap { start in
        read(field, in: segment, at: start).first { $0.value.isSame(as: value) }.map {
          ValuePlace(place: place, words: $0.words)
        }
      }
    }
  }

  /// The value of a field that begins at a word, or nil.
  func value(of field: FieldDefinition, in segment: Segment, at start: Int) -> ReadValue? {
    read(field, in: segment, at: start).first
  }

  private func read(_ field: FieldDefinition, in segment: Segment, at start: Int) -> [ReadValue] {
    let probe = Rule(
      id: "probe",
      field: field,
      finder: .known(KnownFinder(texts: [])),
      weight: 1000,
      country: nil
    )
    return scene.values.values(of: probe, in: segment, words: start..<segment.words.count).filter {
      $0.words.lowerBound == start
    }
  }

  /// The label of a value: before it in its run of words, else left of it, else above; nil where no
  /// words without digits stand there.
  func label(of found: ValuePlace) -> (text: String, side: LabelFinder.Side)? {
    let segment = scene.segment(found.place)
    if let before = Self.label(segment.words[..<found.words.lowerBound]) { return (before, .after) }
    guard found.words.lowerBound == 0 else { return nil }
    if found.place.position > 0 {
      let left = scene.pages[found.place.page].rows[found.place.row][found.place.position - 1]
      if let text = Self.label(left.words[...]) { return (text, .right) }
    }
    return above(found).map { ($0, .below) }
  }

  /// The nearest run of words above, when it is a label.
  private func above(_ found: ValuePlace) -> String? {
    let page = scene.pages[found.place.page]
    let box = scene.segment(found.place).box(of: found.words)
    for row in page.rows[..<found.place.row].reversed() {
      guard let bottom = row.map(\.box.bottom).max(), box.top - bottom < page.textHeight * 5 else {
        return nil
      }
      let over = row.filter { $0.box.horizontalOverlap(box) * 4 > min($0.box.width, box.width) }
      if let nearest = over.first { return Self.label(nearest.words[...]) }
    }
    return nil
  }

  /// The last words without digits, at most six, when they say something.
  private static func label(_ words: ArraySlice<Word>) -> String? {
    let last = words.reversed().prefix { !$0.text.contains(where: \.isNumber) }.prefix(6).reversed()
    let text = last.map(\.text).joined(separator: " ")
    guard let label = LabelText(text), label.tokens.count <= 6 else { return nil }
    let letters = label.tokens.joined().count(where: \.isLetter)
    return letters >= 3 || label.tokens == ["N°"] ? trimmed(text) : nil
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, !last.isLetter, last != "°", last != ")" { text = text.dropLast() }
    while let first = text.first, !first.isLetter, first != "(" { text = text.dropFirst() }
    return String(text)
  }
}

extension FieldValue {
  /// Whether both are one value: identifiers whatever stands between their letters and digits.
  func isSame(as other: FieldValue) -> Bool {
    guard case .text(let left) = self, case .text(let right) = other else { return self == other }
    return lettersAndDigits(left) == lettersAndDigits(right)
  }
}
