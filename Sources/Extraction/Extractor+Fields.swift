// Extractor+Fields.swift — choices made into fields of the draft.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension Extractor {
  /// Totals and VAT breakdown.
  ///
  /// On a credit note every amount is positive, whatever sign is printed.
  func addTotals(_ totals: ChosenTotals, to draft: inout Draft) {
    add(totals.withoutVAT, as: .totalWithoutVAT, totals: totals, to: &draft)
    add(totals.vat, as: .totalVAT, totals: totals, to: &draft)
    add(totals.withVAT, as: .totalWithVAT, totals: totals, to: &draft)
    add(totals.prepaid, as: .prepaid, totals: totals, to: &draft)
    addAmountDue(totals, to: &draft)
    addBreakdown(totals, to: &draft)
  }

  private func add(
    _ total: TotalValue?,
    as field: Field<Money>,
    totals: ChosenTotals,
    to draft: inout Draft
  ) {
    guard let total else { return }
    let amount = Money(minorUnits: total.minorUnits, currency: scene.values.currency)
    draft.set(field, to: amount, evidence: evidence(of: total, totals: totals))
  }

  private func evidence(of total: TotalValue, totals: ChosenTotals) -> Evidence {
    let base = totals.isConfirmedByRates ? 975 : totals.isClosed ? 900 : 600
    guard let source = total.source else {
      return Evidence(
        origin: .computed(from: total.computedFrom),
        text: "",
        rule: "arithmetic",
        confidence: Confidence(permille: base - 15)
      )
    }
    // A value that only its digits vouch for is worth what recognition says of them.
    let labelled = source.weight >= 500
    return source.evidence(Confidence(permille: labelled ? base + 10 : base - 40))
  }

  /// Printed, else the total less what was paid before (BR-CO-16); absent where the page says it is paid.
  private func addAmountDue(_ totals: ChosenTotals, to draft: inout Draft) {
    if let due = totals.due, totals.prepaid != nil || !isPaid {
      return add(due, as: .amountDue, totals: totals, to: &draft)
    }
    guard !isPaid, let total = totals.withVAT else { return }
    let left = total.minorUnits - (totals.prepaid?.minorUnits ?? 0)
    let fields = [Field.totalWithVAT.name, Field.prepaid.name]
    add(.computed(left, from: fields), as: .amountDue, totals: totals, to: &draft)
  }

  /// Whether the page says that nothing is left to pay.
  var isPaid: Bool { !scene.hits(for: .paid).isEmpty }

  private func addBreakdown(_ totals: ChosenTotals, to draft: inout Draft) {
    let currency = scene.values.currency
    var rows = totals.vatRows.map { row in
      VATBreakdownLine(
        taxableAmount: Money(minorUnits: row.taxableAmount, currency: currency),
        vatAmount: Money(minorUnits: row.vatAmount, currency: currency),
        vatRate: row.rate
      )
    }
    if rows.isEmpty, totals.isClosed, let total = totals.withoutVAT, totals.vat?.minorUnits == 0 {
      rows = [
        VATBreakdownLine(
          taxableAmount: Money(minorUnits: total.minorUnits, currency: currency),
          vatAmount: Money(minorUnits: 0, currency: currency),
          vatRate: VATRate(hundredthsOfPercent: 0)
        )
      ]
    }
    guard !rows.isEmpty else { return }
    let evidence: Evidence
    if let first = totals.vatRows.first {
      let box = totals.vatRows.filter { $0.page == first.page }.map(\.box).reduce(first.box) {
        $0.union($1)
      }
      evidence = Evidence(
        origin: .printed(page: first.page, box: box),
        text: totals.vatRows.map(\.text).joined(separator: "\n"),
        rule: "arithmetic/vat-rows",
        confidence: Confidence(permille: 965)
      )
    } else {
      evidence = Evidence(
        origin: .computed(from: [Field.totalWithoutVAT.name]),
        text: "",
        rule: "arithmetic",
        confidence: Confidence(permille: 940)
      )
    }
    draft.set(.vatBreakdown, to: rows, evidence: evidence)
  }

  /// Number, issue date, type, currency, order and references.
  func addHeader(to draft: inout Draft) {
    addType(to: &draft)
    addCurrency(to: &draft)
    let number = FieldChoice.best(of: proposed(Field.invoiceNumber.name)) { $0.weight >= 400 }
    set(Field.invoiceNumber.name, number, in: &draft)
    let order = FieldChoice.best(of: proposed(Field.purchaseOrder.name)) {
      $0.weight >= 700 && $0.value != number?.candidate.value
    }
    set(Field.purchaseOrder.name, order, in: &draft)
    set(
      Field.paymentReference.name,
      FieldChoice.best(
        of: proposed(Field.paymentReference.name) + printedReferences(),
        verified: true
      ),
      in: &draft
    )
    var preceding: FieldChoice?
    if draft.isCreditNote {
      preceding = FieldChoice.best(of: proposed(Field.precedingInvoice.name)) {
        $0.value != number?.candidate.value
      }
      set(Field.precedingInvoice.name, preceding, in: &draft)
    }
    addIssueDate(precedingInvoice: preceding?.candidate, to: &draft)
  }

  /// "Credit note on invoice 17 of 14 August": a date behind the corrected invoice's number is that
  /// invoice's.
  private func addIssueDate(precedingInvoice: Candidate?, to draft: inout Draft) {
    let proposed = proposed(Field.issueDate.name)
    let own = proposed.filter { candidate in
      guard let number = precedingInvoice, candidate.page == number.page else { return true }
      let gap = candidate.box.left - number.box.right
      return candidate.box.verticalOverlap(number.box) * 2 < number.box.height
        || !(0...number.box.height * 12).contains(gap)
    }
    let issue =
      FieldChoice.best(of: own) { isPlausible($0) }
      ?? FieldChoice.best(of: proposed) { isPlausible($0) }
      ?? FieldChoice.best(of: loneDate()) { isPlausible($0) }
    set(Field.issueDate.name, issue, in: &draft)
  }

  /// The only date of a document that labels none, as till receipts print it.
  private func loneDate() -> [Candidate] {
    let found = scene.places.flatMap { _, segment in
      scene.values.dates.dates(in: segment).map { printed in
        Candidate(
          value: .date(printed.date),
          weight: 550,
          page: segment.page,
          box: segment.box(of: printed.words),
          text: segment.text(of: printed.words),
          rule: "lone-date",
          reading: segment.confidence(of: printed.words)
        )
      }
    }
    return Set(found.map(\.value)).count == 1 ? found : []
  }

  /// An issue date is not later than a little after the document came in.
  private func isPlausible(_ candidate: Candidate) -> Bool {
    guard case .date(let date) = candidate.value else { return false }
    return date <= receivedOn.adding(days: 60) && date.year >= 1995
  }

  private func addType(to draft: inout Draft) {
    let titles = TitleClassifier(scene: scene)
    let invoice = titles.weight(of: .invoice)
    let credit = titles.weight(of: .creditNote)
    let prepayment = titles.weight(of: .prepayment)
    // "Beleg-Nr." counts for an invoice; beside it a credit note's title says more.
    let code = credit > 0 && credit >= invoice ? "381" : prepayment > invoice ? "386" : "380"
    let strongest = max(invoice, credit, prepayment)
    let hit = scene.titleHits.first
    let origin: Evidence.Origin =
      hit.map { hit in
        let segment = scene.segment(hit.place)
        return .printed(page: segment.page, box: segment.box(of: hit.words))
      } ?? .computed(from: [])
    draft.set(
      .invoiceType,
      to: code,
      evidence: Evidence(
        origin: origin,
        text: hit.map { scene.segment($0.place).text(of: $0.words) } ?? "",
        rule: "title",
        confidence: Confidence(permille: strongest >= 200 ? 980 : 900)
      )
    )
  }

  private func addCurrency(to draft: inout Draft) {
    draft.set(
      .currency,
      to: scene.values.currency.code,
      evidence: Evidence(
        origin: .computed(from: []),
        text: printedCurrency?.symbol ?? "",
        rule: "currency-sign",
        confidence: Confidence(permille: printedCurrency == nil ? 900 : 985)
      )
    )
  }

  /// Printed beside a label, else computed from the printed terms.
  func addDueDate(to draft: inout Draft) {
    let issue = draft[.issueDate]
    let choice = FieldChoice.best(of: proposed(Field.dueDate.name)) { candidate in
      guard case .date(let date) = candidate.value, let issue else { return true }
      return date >= issue && date <= issue.adding(days: 400)
    }
    if let choice { return set(Field.dueDate.name, choice, in: &draft) }
    guard let issue, !isPaid, let (terms, segment) = TermsFinder(scene: scene).terms() else {
      return
    }
    draft.set(
      .dueDate,
      to: terms.dueDate(from: issue),
      evidence: Evidence(
        origin: .computed(from: [Field.issueDate.name]),
        text: segment.text,
        rule: "terms",
        confidence: draft.confidence(of: Field.issueDate.name).scaled(byPermille: 985)
      )
    )
  }

  /// Sets a field to a choice, or leaves it absent.
  func set(_ name: FieldName, _ choice: FieldChoice?, in draft: inout Draft) {
    guard let choice else { return }
    draft[name: name] = Extracted(
      value: choice.candidate.value,
      evidence: choice.candidate.evidence(choice.confidence),
      alternatives: choice.alternatives
    )
  }
}
