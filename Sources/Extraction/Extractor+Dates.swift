// Extractor+Dates.swift — when it was issued and when it is due.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Extractor {
  /// "Credit note on invoice 17 of 14 August": a date behind the corrected invoice's number is that
  /// invoice's; and a date that its label calls another is that other one.
  func addIssueDate(
    number: Candidate?,
    precedingInvoice: Candidate?,
    to draft: inout Draft
  ) {
    let proposed = proposed(Field.issueDate.name)
    let due = self.proposed(Field.dueDate.name)
    let others = otherDocuments()
    let own = proposed.filter { candidate in
      guard !due.contains(where: { $0.weight > candidate.weight && $0.isSamePlace(as: candidate) }),
        !isOfPeriod(candidate),
        candidate.weight > 600
          || !others.contains(where: { candidate.isBeside($0) }) && !isOfOtherNumber(candidate)
            && !isBelowOtherHeading(candidate)
      else { return false }
      guard let number = precedingInvoice, candidate.page == number.page else { return true }
      let gap = candidate.box.left - number.box.right
      return candidate.box.verticalOverlap(number.box) * 2 < number.box.height
        || !(0...number.box.height * 12).contains(gap)
    }.map { candidate in
      // "Facture n° 17 du 5 mars": the date behind the number is its date.
      let isNext = number.map { candidate.isRightAfter($0) } == true
      return isNext ? candidate.weighed(at: min(1000, candidate.weight + 250)) : candidate
    }
    let issue =
      FieldChoice.best(of: own) { isPlausible($0) }
      ?? FieldChoice.best(of: datesThatTermsJoin()) { isPlausible($0) }
      ?? FieldChoice.best(of: loneDate()) { isPlausible($0) }
      ?? FieldChoice.best(of: dateOnTop()) { isPlausible($0) }
    set(Field.issueDate.name, issue, in: &draft)
  }

  /// Whether a date begins or ends a period: "du 01/03/2025 au 31/03/2025".
  private func isOfPeriod(_ candidate: Candidate) -> Bool {
    scene.pages.filter { $0.page.number == candidate.page }.flatMap(\.lines).contains { line in
      guard line.box.holdsMiddle(of: candidate.box) else { return false }
      let dates = scene.values.dates.dates(in: line)
      return zip(dates, dates.dropFirst()).contains { start, end in
        let between = line.words[start.words.upperBound..<end.words.lowerBound].map(\.text)
        return between.count == 1 && Self.untils.contains(between[0].uppercased())
          && start.date <= end.date
          && [start, end].contains { line.box(of: $0.words).holdsMiddle(of: candidate.box) }
      }
    }
  }

  private static let untils: Set<String> = [
    "AU", "TO", "BIS", "AL", "A", "TOT", "T/M", "UNTIL", "TILL", "-", "–",
  ]

  /// Where numbers of delivery notes, orders and quotes stand: "DDT 77 del 06/02/2025".
  private func otherDocuments() -> [(page: Int, box: Box)] {
    let types: [LabelOwner] = [.title(.deliveryNote), .title(.order), .title(.quote)]
    return scene.titleHits.filter { hit in hit.owners.contains(where: types.contains) }.map { hit in
      let segment = scene.segment(hit.place)
      return (segment.page, segment.box)
    }
  }

  /// Whether a date follows a number that is not proposed as the invoice's: "BL-02549 du 03/07".
  private func isOfOtherNumber(_ candidate: Candidate) -> Bool {
    let numbers = proposed(Field.invoiceNumber.name)
    return scene.places.contains { _, segment in
      guard segment.page == candidate.page, segment.box.holdsMiddle(of: candidate.box),
        let date = segment.words.firstIndex(where: { candidate.box.holdsMiddle(of: $0.box) }),
        let number = segment.words[..<date].lastIndex(where: {
          $0.text.count > 3 || !$0.text.allSatisfy(\.isLetter)
        })
      else { return false }
      return segment.words[number].text.count(where: \.isASCIIDigit) >= 3
        && !numbers.contains {
          $0.page == segment.page && $0.box.holdsMiddle(of: segment.words[number].box)
        }
    }
  }

  /// Whether the heading right above a date is that of something else: "Bon de livraison".
  private func isBelowOtherHeading(_ candidate: Candidate) -> Bool {
    let height = candidate.box.height
    return scene.hits.contains { hit in
      let segment = scene.segment(hit.place)
      guard segment.page == candidate.page, hit.owners.allSatisfy(isOther) else { return false }
      let heading = segment.box(of: hit.words)
      return heading.bottom <= candidate.box.top + height / 2
        && candidate.box.top - heading.bottom < height * 3
        && heading.left < candidate.box.right && candidate.box.left < heading.right
    }
  }

  /// Whether who listed a label has nothing to do with the number and the date of the invoice.
  private func isOther(_ owner: LabelOwner) -> Bool {
    switch owner {
    case .rule(let index):
      ![Field.invoiceNumber.name, Field.issueDate.name].contains(scene.rules[index].field.name)
    case .phrase(let purpose): purpose == .ignore
    case .title(let type): [.deliveryNote, .order, .quote].contains(type)
    case .column: false
    }
  }

  /// The only date that stands by itself high on the first page.
  private func dateOnTop() -> [Candidate] {
    let height = scene.pages.first?.page.height ?? 0
    let found = printedDates(rule: "unlabelled/date-on-top", weight: 480) { place, segment, date in
      place.page == 0 && segment.box.bottom < height * 40 / 100
        && segment.words.count - date.words.count <= 3 && scene.hits(at: place).isEmpty
        && scene.titleHits.allSatisfy { $0.place != place }
        && !segment.text(of: 0..<date.words.lowerBound).contains(where: \.isASCIIDigit)
        && !isInColumnOfDates(place)
    }
    return Set(found.map(\.value)).count == 1 ? found : []
  }

  /// Whether it stands in the line that fax machines print above a page: sender, date, time, "P.01/02".
  private func isOfFax(_ place: SegmentPlace) -> Bool {
    let words = scene.pages[place.page].lines[place.row].words.map { $0.text.uppercased() }
    return words.contains { word in
      word == "FAX" || word.hasPrefix("P.") && word.dropFirst(2).first?.isASCIIDigit == true
    }
  }

  /// Whether another date stands right above or below: those are dates of lines.
  private func isInColumnOfDates(_ place: SegmentPlace) -> Bool {
    let page = scene.pages[place.page]
    let box = scene.segment(place).box
    return [place.row - 1, place.row + 1].filter(page.rows.indices.contains).contains { row in
      page.rows[row].contains { segment in
        segment.box.horizontalOverlap(box) > 0 && !scene.values.dates.dates(in: segment).isEmpty
          && abs(segment.box.left - box.left) < page.textHeight * 2
      }
    }
  }

  /// Dates without a label from which the printed terms lead to another printed date.
  private func datesThatTermsJoin() -> [Candidate] {
    guard let (terms, _) = TermsFinder(scene: scene).terms() else { return [] }
    // Two dates in one row are a period.
    let dates = printedDates(rule: "unlabelled/terms-join-dates", weight: 520) { place, _, _ in
      let line = scene.pages[place.page].lines[place.row]
      return scene.values.dates.dates(in: line).count == 1
    }
    let printed = Set(dates.map(\.value))
    let pairs = dates.filter { candidate in
      guard case .date(let date) = candidate.value else { return false }
      let due = terms.dueDate(from: date)
      return due > date && printed.contains(.date(due))
    }
    return Set(pairs.map(\.value)).count == 1 ? pairs : []
  }

  /// The only date of a document that labels none, as till receipts print it.
  private func loneDate() -> [Candidate] {
    let found = printedDates(rule: "unlabelled/lone-date", weight: 550)
    return Set(found.map(\.value)).count == 1 ? found : []
  }

  private func printedDates(
    rule: RuleID,
    weight: Int,
    where isWanted: (SegmentPlace, Segment, PrintedDate) -> Bool = { _, _, _ in true }
  ) -> [Candidate] {
    scene.places.flatMap { place, segment in
      scene.values.dates.dates(in: segment).filter {
        !isOfFax(place) && isWanted(place, segment, $0)
      }.map { printed in
        Candidate(
          value: .date(printed.date),
          weight: printed.isRepaired ? weight * 85 / 100 : weight,
          page: segment.page,
          box: segment.box(of: printed.words),
          text: segment.text(of: printed.words),
          rule: printed.isRepaired ? rule.repaired : rule,
          reading: segment.confidence(of: printed.words)
        )
      }
    }
  }

  /// An issue date is not later than a little after the document came in.
  private func isPlausible(_ candidate: Candidate) -> Bool {
    guard case .date(let date) = candidate.value else { return false }
    return date <= receivedOn.adding(days: 60) && date.year >= 1995
  }

  /// Printed beside a label, else computed from the printed terms.
  func addDueDate(_ totals: ChosenTotals, to draft: inout Draft) {
    let issue = draft[.issueDate]
    let choice = FieldChoice.best(of: proposed(Field.dueDate.name)) { candidate in
      guard case .date(let date) = candidate.value, let issue else { return true }
      return date >= issue && date <= issue.adding(days: 400)
    }
    if let choice { return set(Field.dueDate.name, choice, in: &draft) }
    // What a credit note owes is not due on a day.
    guard let issue, !isPaid(totals), !draft.isCreditNote,
      let (terms, segment) = TermsFinder(scene: scene).terms()
    else { return }
    let due = terms.dueDate(from: issue)
    guard due >= issue else { return }
    draft.set(
      .dueDate,
      to: due,
      evidence: Evidence(
        origin: .computed(from: [Field.issueDate.name]),
        text: segment.text,
        rule: "terms",
        confidence: draft.confidence(of: Field.issueDate.name).scaled(byPermille: 985)
      )
    )
  }
}

extension Candidate {
  /// Whether it stands in a run of words.
  fileprivate func isBeside(_ run: (page: Int, box: Box)) -> Bool {
    page == run.page && run.box.holdsMiddle(of: box)
  }

  /// Whether it stands right of another in its row, with a word or two between at most.
  fileprivate func isRightAfter(_ other: Candidate) -> Bool {
    let gap = box.left - other.box.right
    return page == other.page && box.verticalOverlap(other.box) * 2 > other.box.height
      && (0...other.box.height * 5).contains(gap)
  }

  /// Whether both stand on the same words.
  fileprivate func isSamePlace(as other: Candidate) -> Bool {
    page == other.page && box.holdsMiddle(of: other.box)
  }
}
