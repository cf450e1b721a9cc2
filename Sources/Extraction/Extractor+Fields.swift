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
    let isPaid = isPaid(totals)
    if let due = totals.due, totals.prepaid != nil || !isPaid {
      return add(due, as: .amountDue, totals: totals, to: &draft)
    }
    guard !isPaid, let total = totals.withVAT else { return }
    let left = total.minorUnits - (totals.prepaid?.minorUnits ?? 0)
    let fields = [Field.totalWithVAT.name, Field.prepaid.name]
    add(.computed(left, from: fields), as: .amountDue, totals: totals, to: &draft)
  }

  /// Whether the page says that nothing is left to pay.
  ///
  /// "Facture précédente de 375,89 € réglée le 12/11": another amount beside it was paid.
  func isPaid(_ totals: ChosenTotals) -> Bool {
    let total = totals.withVAT?.minorUnits
    func amounts(beside hit: LabelHit) -> [Int64] {
      let row = scene.pages[hit.place.page].rows[hit.place.row]
      return row.flatMap { scene.values.amounts(in: $0, words: $0.words.indices) }.compactMap {
        if case .amount(let money) = $0.value { abs(money.minorUnits) } else { nil }
      }
    }
    return scene.hits(for: .paid).contains { amounts(beside: $0).allSatisfy { $0 == total } }
      || scene.hits(for: .paidAmount).contains { hit in
        let beside = amounts(beside: hit)
        return !beside.isEmpty && beside.allSatisfy { $0 == total }
      }
  }

  private func addBreakdown(_ totals: ChosenTotals, to draft: inout Draft) {
    let currency = scene.values.currency
    func line(_ base: Int64, _ tax: Int64, _ rate: VATRate) -> VATBreakdownLine {
      let category = VATCategory.category(of: rate, in: scene)
      return VATBreakdownLine(
        taxableAmount: Money(minorUnits: base, currency: currency),
        vatAmount: Money(minorUnits: tax, currency: currency),
        vatRate: rate,
        category: category.code,
        exemptionReason: category.reason
      )
    }
    var rows = totals.vatRows.map { line($0.taxableAmount, $0.vatAmount, $0.rate) }
    if rows.isEmpty, totals.isClosed, let total = totals.withoutVAT, totals.vat?.minorUnits == 0 {
      rows = [line(total.minorUnits, 0, VATRate(hundredthsOfPercent: 0))]
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
    let numbers = proposed(Field.invoiceNumber.name).filter { !isInLines($0) }
    let number =
      FieldChoice.best(of: numbers) { $0.weight >= 400 }
      ?? FieldChoice.best(of: numbers.filter { $0.weight >= 300 } + loneNumber())
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
    let preceding = FieldChoice.best(of: proposed(Field.precedingInvoice.name)) {
      $0.value != number?.candidate.value
    }
    if draft.isCreditNote { set(Field.precedingInvoice.name, preceding, in: &draft) }
    addIssueDate(number: number?.candidate, precedingInvoice: preceding?.candidate, to: &draft)
  }

  /// Whether a weakly labelled candidate stands below the headings of the lines, as articles do.
  private func isInLines(_ candidate: Candidate) -> Bool {
    guard candidate.weight <= 600,
      let page = scene.pages.firstIndex(where: { $0.page.number == candidate.page }),
      let header = TableHeader.find(on: page, in: scene),
      let bottom = scene.pages[page].rows[header.lastRow].map(\.box.bottom).max()
    else { return false }
    return candidate.box.top > bottom
  }

  /// The only number high on the first page that is made like an invoice number, where no label
  /// tells one.
  private func loneNumber() -> [Candidate] {
    let vatIDs = vatIDs.map { scene.segment($0.place).box(of: $0.read.words) }
    let found = scene.places.flatMap { place, segment -> [Candidate] in
      guard place.page == 0, segment.words.count <= 2, scene.hits(at: place).isEmpty,
        segment.box.bottom < scene.pages[0].page.height * 40 / 100,
        scene.values.dates.dates(in: segment).isEmpty,
        !vatIDs.contains(where: segment.box.holdsMiddle)
      else { return [] }
      return segment.words.indices.compactMap { index in
        let text = IdentifierReader.trimmed(segment.words[index].text)
        guard text.count >= 6, text.count(where: \.isASCIIDigit) >= 4,
          text.contains(where: { "-/".contains($0) }) && !text.hasPrefix("+"),
          text.allSatisfy({ $0.isASCIIDigit || $0.isUppercase || "-/".contains($0) })
        else { return nil }
        return Candidate(
          value: .text(text),
          weight: 420,
          page: segment.page,
          box: segment.words[index].box,
          text: segment.words[index].text,
          rule: "unlabelled/lone-number",
          reading: segment.words[index].confidence
        )
      }
    }
    return Set(found.map(\.value)).count == 1 ? found : []
  }

  private func addType(to draft: inout Draft) {
    let titles = TitleClassifier(scene: scene)
    let invoice = titles.weight(of: .invoice)
    let credit = titles.weight(of: .creditNote)
    let prepayment = titles.weight(of: .prepayment)
    // "Beleg-Nr." counts for an invoice; beside it a credit note's title says more.
    let code =
      credit > 0 && credit >= invoice ? "381" : prepayment > max(0, invoice) ? "386" : "380"
    let strongest = max(invoice, credit, prepayment)
    // "Rectifica la factura 17": no title was read, and it may be a credit note.
    let isOpen = strongest < 200 && !proposed(Field.precedingInvoice.name).isEmpty
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
        confidence: Confidence(permille: strongest >= 200 ? 980 : isOpen ? 600 : 900)
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
