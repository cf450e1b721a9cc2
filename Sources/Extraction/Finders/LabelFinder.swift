// LabelFinder.swift — the value beside or below a label.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds the value after its label in the same run of words, to the right, or below.
struct LabelFinder: Sendable {
  /// Where the value may stand, seen from its label.
  enum Side: String, Sendable, CaseIterable {
    case after, right, below
  }

  let labels: [LabelText]
  let sides: Set<Side>
  /// Whether the label's own words belong to the value: "HRB 87316".
  let keepsLabel: Bool
  /// The forms of which a value must be; empty: any.
  var forms: [ValueForm] = []

  static let kind = FinderKind(key: "label", options: ["place", "keep_label", "form"]) {
    node throws(RuleMistake) in
    let labels = try node.texts("label").compactMap(LabelText.init)
    guard !labels.isEmpty else { throw node.mistake("label", "no text") }
    var sides = Set(Side.allCases)
    let places = try node.texts("place")
    if !places.isEmpty {
      sides = Set(places.compactMap(Side.init))
      guard sides.count == places.count else {
        throw node.mistake("place", "after, right or below")
      }
    }
    let keeps = node.flag("keep_label") ?? false
    let forms = node.map["form"] == nil ? [] : try FormFinder.forms(of: node)
    return .label(LabelFinder(labels: labels, sides: sides, keepsLabel: keeps, forms: forms))
  }

  /// Values at every place where one of the labels stands.
  func candidates(for rule: Rule, index: Int, in scene: Scene) -> [Candidate] {
    scene.hits.filter { $0.owners.contains(.rule(index)) }.flatMap { hit -> [Candidate] in
      var weight = hit.isMended ? rule.weight * 9 / 10 : rule.weight
      // "line no. 4": a word that only says "number" belongs to the word before it.
      if hit.words.count == 1, hit.words.lowerBound > 0, rule.weight <= 600,
        rule.field.kind == .identifier
      {
        weight = weight * 6 / 10
      }
      let beside = besides(hit, rule: rule, weight: weight, in: scene)
      guard beside.isEmpty || rule.field.kind == .amount, sides.contains(.below) else {
        return beside
      }
      // One misread word is a label where its value stands beside it; above one it may be anything.
      if hit.isMended, hit.words.count == 1, rule.field.kind == .identifier { return beside }
      // Below is worth less than beside, unless it is where the value is known to stand.
      let share = sides == [.below] ? 10 : 9
      return beside + below(hit, rule: rule, weight: weight * share / 10, in: scene)
    }.compactMap { formed($0, rule: rule) }
  }

  /// The candidate as the forms want it; nil where it is of none of them.
  private func formed(_ candidate: Candidate, rule: Rule) -> Candidate? {
    guard !forms.isEmpty, case .text(let text) = candidate.value else { return candidate }
    guard let fit = ValueForm.fit(text, to: forms) else { return nil }
    return Candidate(
      value: .text(fit.value),
      weight: max(0, candidate.weight - fit.loss),
      page: candidate.page,
      box: candidate.box,
      text: candidate.text,
      rule: fit.repairs > 0 ? rule.id.repaired : candidate.rule,
      reading: candidate.reading
    )
  }

  private func besides(
    _ hit: LabelHit,
    rule: Rule,
    weight: Int,
    in scene: Scene
  ) -> [Candidate] {
    let segment = scene.segment(hit.place)
    var found: [Candidate] = []
    if sides.contains(.after) {
      let end = nextLabel(after: hit, for: rule, in: scene) ?? segment.words.count
      let start = keepsLabel ? hit.words.lowerBound : hit.words.upperBound
      if start < end {
        let read = scene.values.values(of: rule, in: segment, words: start..<end).prefix(3)
        found += read.filter { isNear($0, start: start, rule: rule) }.map {
          Candidate($0, in: segment, rule: rule, weight: weight)
        }
      }
    }
    guard sides.contains(.right), nextLabel(after: hit, for: rule, in: scene) == nil else {
      return found
    }
    guard rule.field.kind == .amount || found.isEmpty else { return found }
    let right = rightward(hit, rule: rule, weight: weight, in: scene)
    // "VAT 20 % on 275.20    55.04": an amount in a column of its own is the one that is meant.
    guard !right.isEmpty else { return found }
    return right + found.map { $0.weighed(at: $0.weight * 6 / 10) }
  }

  /// A label that is a small word ("du", "of") speaks of what follows it at once.
  private func isNear(_ read: ReadValue, start: Int, rule: Rule) -> Bool {
    rule.field.kind != .date || rule.weight > 600 || read.words.lowerBound - start <= 1
  }

  private func rightward(
    _ hit: LabelHit,
    rule: Rule,
    weight: Int,
    in scene: Scene
  ) -> [Candidate] {
    let row = scene.pages[hit.place.page].rows[hit.place.row]
    var found: [Candidate] = []
    var distance = 0
    for position in row.indices.dropFirst(hit.place.position + 1) {
      let place = SegmentPlace(page: hit.place.page, row: hit.place.row, position: position)
      let segment = row[position]
      if scene.hits(at: place).contains(where: { $0.words.lowerBound == 0 }) { break }
      distance += 1
      let read = scene.values.values(of: rule, in: segment, words: segment.words.indices)
      if let first = read.first, isLabelledOtherwise(first, in: segment, for: rule) { continue }
      found += read.prefix(2).map {
        Candidate($0, in: segment, rule: rule, weight: weight - 20 * (distance - 1))
      }
      if rule.field.kind != .amount, !found.isEmpty || distance >= 2 { break }
    }
    guard rule.field.kind == .amount, found.count > 1 else { return found }
    // The last amount of a row of totals is its sum.
    return found.enumerated().map { index, candidate in
      index == found.count - 1 ? candidate : candidate.weighed(at: candidate.weight * 7 / 10)
    }
  }

  private func below(
    _ hit: LabelHit,
    rule: Rule,
    weight: Int,
    in scene: Scene
  ) -> [Candidate] {
    let page = scene.pages[hit.place.page]
    let label = scene.segment(hit.place).box(of: hit.words)
    let reach = label.bottom + max(page.textHeight, label.height) * 5
    for rowIndex in page.rows.indices.dropFirst(hit.place.row + 1) {
      let row = page.rows[rowIndex]
      guard let top = row.first?.box.top, top <= reach else { break }
      for (position, segment) in row.enumerated()
      where segment.box.horizontalOverlap(label) * 4 > min(label.width, segment.box.width) {
        let place = SegmentPlace(page: hit.place.page, row: rowIndex, position: position)
        if scene.hits(at: place).contains(where: { $0.words.lowerBound == 0 }) { return [] }
        let words = overlapping(segment, with: label)
        let read = scene.values.values(of: rule, in: segment, words: words)
        guard let first = read.first else { continue }
        if isLabelledOtherwise(first, in: segment, for: rule) { return [] }
        if rule.field.kind == .date, isColumnOfDates(from: place, in: scene) { return [] }
        return [Candidate(first, in: segment, rule: rule, weight: weight)]
      }
    }
    return []
  }

  /// Whether a word with a colon before a value says that it is something else, though no rule knows
  /// the word: "Compte : 41103859" below "Facture n°".
  private func isLabelledOtherwise(_ value: ReadValue, in segment: Segment, for rule: Rule) -> Bool
  {
    guard rule.field.kind == .identifier || rule.field.kind == .date else { return false }
    let before = segment.words[..<value.words.lowerBound]
    guard let word = before.last(where: { $0.text != ":" }) else { return false }
    let hasColon = before.last?.text == ":" || word.text.hasSuffix(":")
    return hasColon && word.text.count(where: \.isLetter) >= 3
  }

  /// Whether dates stand below one another: those of the lines of a table, not of the document.
  private func isColumnOfDates(from place: SegmentPlace, in scene: Scene) -> Bool {
    let page = scene.pages[place.page]
    let box = scene.segment(place).box
    return page.rows.dropFirst(place.row + 1).prefix(2).allSatisfy { row in
      row.contains { segment in
        segment.box.horizontalOverlap(box) > 0 && !scene.values.dates.dates(in: segment).isEmpty
      }
    } && place.row + 2 < page.rows.count
  }

  /// From the word under the label's left edge on; in a merged row others stand before it.
  private func overlapping(_ segment: Segment, with label: Box) -> Range<Int> {
    let first = segment.words.firstIndex { $0.box.right > label.left - label.height } ?? 0
    return first..<segment.words.count
  }

  /// The word at which the next label of the same segment begins, or nil when none follows.
  ///
  /// "Acompte du 02/06", "Total TTC de la facture": a label of dates, or of another field that no number
  /// follows, says nothing about an amount.
  private func nextLabel(after hit: LabelHit, for rule: Rule, in scene: Scene) -> Int? {
    let words = scene.segment(hit.place).words[hit.words.upperBound...]
    let hasNumber = words.contains { $0.text.contains(where: \.isASCIIDigit) }
    return scene.hits(at: hit.place).first { next in
      guard next.words.lowerBound >= hit.words.upperBound, !isAside(next, in: scene) else {
        return false
      }
      guard rule.field.kind == .amount else { return true }
      return !next.owners.allSatisfy { owner in
        guard case .rule(let index) = owner else { return false }
        let kind = scene.rules[index].field.kind
        return kind == .date || kind != .amount && !hasNumber
      }
    }?.words.lowerBound
  }

  /// "Montant à payer (solde précédent inclus)": words in brackets are no label of their own.
  private func isAside(_ hit: LabelHit, in scene: Scene) -> Bool {
    scene.segment(hit.place).words[hit.words.lowerBound].text.hasPrefix("(")
  }
}
