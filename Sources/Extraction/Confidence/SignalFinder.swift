// SignalFinder.swift — what speaks for or against each value of a draft.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Gathers the signals of the values of a draft.
struct SignalFinder {
  let scene: Scene
  let draft: Draft
  let totals: ChosenTotals
  let lines: LineVerdict?
  /// Suppliers of the master file whose identifiers are printed.
  var known: [Supplier] = []

  /// The signals of every field that was found.
  func signals() -> [FieldName: Set<Signal>] {
    let noisy = isNoisy
    return draft.values.mapValues { extracted in
      var signals = fit(extracted)
      if noisy { signals.insert(.isNoisyDocument) }
      return signals
    }.reduce(into: [:]) { found, entry in
      found[entry.key] = entry.value.union(context(of: entry.key, entry.value))
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
    let rule = extracted.evidence.rule.path
    if rule.hasSuffix("repaired") { signals.insert(.isRepaired) }
    if rule.hasPrefix("unlabelled") { signals.insert(.isUnlabelled) }
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

  /// Whether a value is a SIREN: one number in ten passes its check.
  private func isSIREN(_ field: FieldName) -> Bool {
    guard case .text(let id)? = draft[name: field]?.value else { return false }
    return SIREN(id) != nil
  }

  /// What the other values say, beside what `fit` does.
  private func context(of field: FieldName, _ fit: Set<Signal>) -> Set<Signal> {
    var signals: Set<Signal> = []
    switch ConfidenceModel.group(of: field) {
    case .amounts, .lists:
      if totals.isClosed { signals.insert(.totalsClose) }
      if totals.isConfirmedByRates { signals.insert(.ratesAgree) }
      if totals.hasRival { signals.insert(.hasRival) }
      if hasLostMark(field) { signals.insert(.isAmbiguous) }
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
      if isKnown(field) { signals.insert(.isConfirmed) }
      // Which of the two is the seller’s nobody can tell.
      if isPerhapsAnother(field) || isPerhapsExchanged(field) {
        signals.formUnion([.hasRival, .isAmbiguous])
      }
      if fit.contains(.isVeryDoubtful), !signals.contains(.isConfirmed), isSIREN(field) {
        signals.formUnion([.hasRival, .isAmbiguous])
      }
    case .numbers:
      if case .text(let text)? = draft[name: field]?.value {
        if Misreading.isAmbiguous(text) { signals.insert(.isAmbiguous) }
        if Misreading.hasTwins(text), isRecognised(field) { signals.insert(.hasRival) }
      }
      if isRepeated(field) { signals.insert(.isConfirmed) }
      if isPerhapsCut(field) { signals.insert(.isPerhapsCut) }
    case .names:
      if case .text(let name)? = draft[name: field]?.value, CompanyName.hasLegalForm(name) {
        signals.insert(.hasLegalForm)
      }
      if isRepeated(field) || isInDomain(field) { signals.insert(.isConfirmed) }
      if isNameCut(field) { signals.insert(.isPerhapsCut) }
      let known: Set<RuleID> = ["supplier-master", "company"]
      if let rule = draft[name: field]?.evidence.rule, known.contains(rule) {
        signals.insert(.isConfirmed)
      }
    case .dates:
      if mayBeMonthFirst(field) { signals.insert(.isAmbiguous) }
      if isDateCut(field) { signals.insert(.isPerhapsCut) }
    case .codes: break
    }
    return signals
  }

  /// Whether 06/03 may be the third of June: prices are in dollars, and no date of the page tells.
  private func mayBeMonthFirst(_ field: FieldName) -> Bool {
    guard scene.values.currency == .usDollar, !scene.values.dates.monthFirst,
      let parts = dateParts(of: field)?.compactMap({ Int($0) })
    else { return false }
    return parts.count == 3 && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1]
  }

  /// Whether the day of a recognised date has one digit where its month has two: "4/07/2025" may have
  /// been 24/07.
  private func isDateCut(_ field: FieldName) -> Bool {
    guard isRecognised(field), let parts = dateParts(of: field) else { return false }
    return parts.count == 3 && parts[0].count == 1 && parts[1].hasPrefix("0")
  }

  /// What stands between the marks of a date as it is printed.
  private func dateParts(of field: FieldName) -> [Substring]? {
    draft[name: field]?.evidence.text.split(whereSeparator: { "/-.".contains($0) })
  }

  /// Whether the supplier master holds this identifier.
  private func isKnown(_ field: FieldName) -> Bool {
    guard known.count == 1, case .text(let id)? = draft[name: field]?.value else { return false }
    let supplier = known[0]
    return supplier.vatID == id || supplier.ibans.contains(id)
      || supplier.siren.map { id.hasPrefix($0) } == true
  }

  /// Whether an amount was recognised without decimals: their mark may have been lost.
  private func hasLostMark(_ field: FieldName) -> Bool {
    guard case .amount? = draft[name: field]?.value, let evidence = draft[name: field]?.evidence
    else { return false }
    return isRecognised(field) && !evidence.text.contains { ".,".contains($0) }
  }

  /// Whether a value stands on a page that was recognised.
  private func isRecognised(_ field: FieldName) -> Bool { recognisedPlace(of: field) != nil }

  /// Where a value stands on a page that was recognised; nil where it does not.
  private func recognisedPlace(of field: FieldName) -> (page: Page, box: Box)? {
    guard case .printed(let number, let box)? = draft[name: field]?.evidence.origin,
      let page = scene.pages.first(where: { $0.page.number == number })?.page,
      page.origin == .recognised
    else { return nil }
    return (page, box)
  }

  /// Whether a recognised number is followed by few digits, no wider apart than a missing mark.
  private func isPerhapsCut(_ field: FieldName) -> Bool {
    hasNeighbour(field) { word, box, _ in
      word.text.count <= 4 && word.text.allSatisfy(\.isASCIIDigit)
        && (0...max(1, box.height * 5 / 4)).contains(word.box.left - box.right)
    }
  }

  /// Whether a word that may begin a recognised name stands right before it, or a legal form that it
  /// lacks some way behind it: what stood between was not read.
  private func isNameCut(_ field: FieldName) -> Bool {
    guard case .text(let name)? = draft[name: field]?.value else { return false }
    let hasForm = CompanyName.hasLegalForm(name)
    return hasNeighbour(field) { word, box, page in
      if !hasForm, (0...box.height * 8).contains(word.box.left - box.right),
        CompanyName.hasLegalForm(name + " " + word.text)
      {
        return true
      }
      let beginning = word.text.drop { !$0.isLetter && !$0.isNumber }
      return beginning.first?.isUppercase == true && !word.text.hasSuffix(":")
        && beginning.count(where: \.isLetter) > 2
        && (0...max(1, box.height * 3 / 4)).contains(box.left - word.box.right)
        && !isLabel(word, on: page)
    }
  }

  /// Whether a word of its row tells something about a recognised value: the word, the value's box
  /// and the page's number are asked.
  private func hasNeighbour(
    _ field: FieldName,
    _ isTelling: (Word, Box, Int) -> Bool
  ) -> Bool {
    guard let (page, box) = recognisedPlace(of: field) else { return false }
    return page.words.contains { word in
      word.box.verticalOverlap(box) * 2 > word.box.height && isTelling(word, box, page.number)
    }
  }

  /// Whether a word is one of a label or of the title.
  private func isLabel(_ word: Word, on page: Int) -> Bool {
    (scene.hits + scene.titleHits).contains { hit in
      let segment = scene.segment(hit.place)
      return segment.page == page && segment.box(of: hit.words).holdsMiddle(of: word.box)
    }
  }

  /// Whether the value stands on the pages more than once.
  private func isRepeated(_ field: FieldName) -> Bool {
    guard case .text(let text)? = draft[name: field]?.value else { return false }
    guard text.count >= 5 else { return false }
    return scene.pages.reduce(0) { count, page in
      count + page.lines.count { $0.text.contains(text) }
    } > 1
  }

  /// Whether an address of the pages spells the name.
  private func isInDomain(_ field: FieldName) -> Bool {
    guard case .text(let name)? = draft[name: field]?.value else { return false }
    return scene.spellsInDomain(name)
  }

  /// Whether another identifier is printed that could not be read: the buyer's VAT id, a SIRET.
  private func isPerhapsAnother(_ field: FieldName) -> Bool {
    switch field {
    case Field.sellerVATID.name:
      draft[.buyerVATID] == nil && (!scene.hits(for: .buyerID).isEmpty || isVATIDUnread)
    case Field.sellerLegalID.name:
      draft[.sellerLegalID]?.count == 9
        && scene.places.contains { $0.1.tokens.contains { $0.text == "SIRET" } }
    default: false
    }
  }

  /// Whether each party's VAT id stands twice as near to the other's name: a label that told which is
  /// whose may have been misread.
  private func isPerhapsExchanged(_ field: FieldName) -> Bool {
    let ids = [Field.sellerVATID.name, Field.buyerVATID.name]
    guard ids.contains(field) else { return false }
    let places = (ids + [Field.sellerName.name, Field.buyerName.name]).map(recognisedPlace)
    guard let page = places[0]?.page.number,
      places.allSatisfy({ $0?.page.number == page })
    else { return false }
    let boxes = places.compactMap { $0?.box }
    return boxes[0].distance(to: boxes[3]) * 2 < boxes[0].distance(to: boxes[2])
      && boxes[1].distance(to: boxes[2]) * 2 < boxes[1].distance(to: boxes[3])
  }

  /// Whether a label of VAT ids stands before a number that is none of those that were read.
  private var isVATIDUnread: Bool {
    let rules = scene.rules.indices.filter {
      scene.rules[$0].field.name == Field.sellerVATID.name
    }
    let owners = Set(rules.map(LabelOwner.rule))
    return scene.hits.contains { hit in
      let segment = scene.segment(hit.place)
      let rest = hit.words.upperBound..<segment.words.count
      guard hit.owners.contains(where: owners.contains),
        segment.words[rest].prefix(4).contains(where: { $0.text.count(where: \.isASCIIDigit) >= 7 })
      else { return false }
      return VATIDReader.values(in: segment, words: rest).isEmpty
        && !isChosen(segment, rest)
    }
  }

  /// Whether the seller's VAT id was read from some words.
  private func isChosen(_ segment: Segment, _ words: Range<Int>) -> Bool {
    guard case .printed(let page, let box)? = draft[name: Field.sellerVATID.name]?.evidence.origin
    else { return false }
    return page == segment.page && segment.box(of: words).holdsMiddle(of: box)
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
