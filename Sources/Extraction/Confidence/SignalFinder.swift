// SignalFinder.swift — what speaks for or against each value of a draft.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Gathers the signals of the values of a draft.
struct SignalFinder {
  let scene: Scene
  let draft: Draft
  let totals: ChosenTotals
  let lines: LineVerdict?

  /// The signals of every field that was found.
  func signals() -> [FieldName: Set<Signal>] {
    let noisy = isNoisy
    return draft.values.mapValues { extracted in
      var signals = fit(extracted)
      if noisy { signals.insert(.isNoisyDocument) }
      return signals
    }.reduce(into: [:]) { found, entry in
      found[entry.key] = entry.value.union(context(of: entry.key))
    }
  }

  /// What finders, choice and recognition say.
  private func fit(_ extracted: Extracted<FieldValue>) -> Set<Signal> {
    var signals: Set<Signal> = []
    switch extracted.evidence.confidence.permille {
    case ..<700: signals.insert(.fitsPoorly)
    case ..<850: signals.insert(.fitsFairly)
    case ..<930: signals.insert(.fitsWell)
    case ..<965: signals.insert(.fitsVeryWell)
    default: signals.insert(.fitsPerfectly)
    }
    if extracted.alternatives.contains(where: { $0.evidence.confidence.permille >= 350 }) {
      signals.insert(.hasRival)
    }
    if extracted.evidence.rule.path.hasSuffix("repaired") { signals.insert(.isRepaired) }
    guard case .printed(let number, let box) = extracted.evidence.origin,
      let page = scene.pages.first(where: { $0.page.number == number })?.page
    else { return signals.union([.isComputed]) }
    guard page.origin == .recognised else { return signals }
    signals.insert(.isRecognised)
    let reading = page.words.filter { box.holdsMiddle(of: $0.box) }.map(\.confidence).min()
    if let reading {
      if reading.permille < 900 { signals.insert(.isDoubtful) }
      if reading.permille < 750 { signals.insert(.isVeryDoubtful) }
    }
    return signals
  }

  /// What the other values say.
  private func context(of field: FieldName) -> Set<Signal> {
    var signals: Set<Signal> = []
    switch ConfidenceModel.group(of: field) {
    case .amounts, .lists:
      if totals.isClosed { signals.insert(.totalsClose) }
      if totals.isConfirmedByRates { signals.insert(.ratesAgree) }
      if totals.hasRival { signals.insert(.hasRival) }
      if let lines {
        signals.insert(lines.sumsUp ? .linesSumUp : .linesDiffer)
        if field == Field.lines.name { signals.insert(lines.allAgree ? .linesAgree : .linesOpen) }
      }
    case .checked:
      if let vat = draft[.sellerVATID], let legal = draft[.sellerLegalID], vat.hasPrefix("FR"),
        [Field.sellerVATID.name, Field.sellerLegalID.name].contains(field),
        vat.hasSuffix(legal.prefix(9))
      {
        signals.insert(.isConfirmed)
      }
      if isPerhapsAnother(field) { signals.insert(.hasRival) }
    case .numbers:
      if case .text(let text)? = draft[name: field]?.value, Misreading.isAmbiguous(text) {
        signals.insert(.isAmbiguous)
      }
      if isRepeated(field) { signals.insert(.isConfirmed) }
    case .names:
      if case .text(let name)? = draft[name: field]?.value, CompanyName.hasLegalForm(name) {
        signals.insert(.hasLegalForm)
      }
    case .codes, .dates: break
    }
    return signals
  }

  /// Whether the value stands on the pages more than once.
  private func isRepeated(_ field: FieldName) -> Bool {
    guard case .text(let text)? = draft[name: field]?.value else { return false }
    guard text.count >= 5 else { return false }
    return scene.pages.reduce(0) { count, page in
      count + page.lines.count { $0.text.contains(text) }
    } > 1
  }

  /// Whether another identifier is printed that could not be read: the buyer's VAT id, a SIRET.
  private func isPerhapsAnother(_ field: FieldName) -> Bool {
    switch field {
    case Field.sellerVATID.name:
      draft[.buyerVATID] == nil && !scene.hits(for: .buyerID).isEmpty
    case Field.sellerLegalID.name:
      draft[.sellerLegalID]?.count == 9
        && scene.places.contains { $0.1.tokens.contains { $0.text == "SIRET" } }
    default: false
    }
  }

  /// Whether recognition doubts more than one word in eight.
  private var isNoisy: Bool {
    let words = scene.pages.filter { $0.page.origin == .recognised }.flatMap(\.page.words)
    return words.count { $0.confidence.permille < 800 } * 8 > words.count && !words.isEmpty
  }
}

/// What arithmetic says of the lines.
struct LineVerdict: Hashable, Sendable {
  /// Whether the lines sum up to the total without VAT, or with it when prices are gross.
  let sumsUp: Bool
  /// Whether quantity × price is the net of each line, or the line is of a receipt.
  let allAgree: Bool
}
