// Extractor.swift — the steps of an extraction, from pages to draft.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The steps of an extraction, each a method: layout, language, candidates, choices, draft.
struct Extractor {
  let company: Company?
  let suppliers: [Supplier]
  let receivedOn: CalendarDate
  let scene: Scene
  let language: String?
  /// The suppliers' rule files that apply here.
  let sellerProfiles: [Profile]
  let candidates: [FieldDefinition: [Candidate]]
  /// Rules whose pattern took too long and was given up.
  private let givenUp: [Rule]
  /// Every valid VAT id that is printed, with its place.
  let vatIDs: [(read: ReadValue, place: SegmentPlace)]
  /// Every valid account number that is printed, labelled or not.
  let ibans: [(read: ReadValue, segment: Segment)]
  /// The currency that the pages name, or nil.
  let printedCurrency: Currency?
  /// The rows of the table of lines.
  private let lineRows: [LineRow]
  private let document: Document
  private let confidence: ConfidenceModel?

  init(
    _ document: Document,
    rules: RuleBook,
    company: Company?,
    suppliers: [Supplier] = [],
    receivedOn: CalendarDate,
    proposals: [Proposal] = []
  ) {
    self.document = document
    confidence = rules.confidence
    self.company = company
    self.suppliers = suppliers
    self.receivedOn = receivedOn
    let laidOut = document.pages.map { page in
      PageLayout(
        Page(
          number: page.number,
          width: page.width,
          height: page.height,
          origin: page.origin,
          turned: page.turned,
          words: WordSplitter.split(
            page.origin == .recognised ? GhostWords.dropped(from: page.words) : page.words
          )
        )
      )
    }
    // General terms say nothing about this invoice; they are only read where there is nothing else.
    let pages = laidOut.enumerated().filter { $0.offset == 0 || !$0.element.isProse }.map(\.element)
    let segments = pages.flatMap(\.segments)
    let languages = LanguageDetector.ranked(rules.languages, segments: segments)
    language = segments.isEmpty ? nil : languages.first?.language
    sellerProfiles = rules.sellers.profiles(on: segments)
    let months = rules.languages.reduce(into: [String: Int]()) { months, profile in
      months.merge(profile.lexicon.months) { first, _ in first }
    }
    printedCurrency = CurrencySigns.mostFrequent(in: segments)
    let values = ValueReader(
      numbers: NumberReader(mark: NumberReader.mark(of: segments)),
      dates: DateReader(
        months: months,
        monthFirst: DateReader.isMonthFirst(segments, currency: printedCurrency)
      ),
      currency: printedCurrency ?? .euro
    )
    let profiles = sellerProfiles + languages
    scene = Scene(
      pages: pages,
      profiles: profiles,
      values: values
    )
    vatIDs = scene.places.flatMap { place, segment in
      VATIDReader.values(in: segment, words: segment.words.indices).map { ($0, place) }
    }
    lineRows = LineTable(scene: scene).rows()
    let (found, givenUp) = scene.candidates()
    self.givenUp = givenUp
    let candidates = SellerProfiles.preferred(
      SellerProfiles.joined(found, with: proposals, on: pages),
      by: sellerProfiles
    )
    self.candidates = candidates
    let labelledIBANs = FieldDefinition.named(Field.iban.name).flatMap { candidates[$0] } ?? []
    ibans = Self.ibans(on: pages, areLabelled: !labelledIBANs.isEmpty)
  }

  /// The draft with its type and findings.
  func result() -> ExtractionResult {
    let totals = chosenTotals()
    let known = knownSellers()
    let parties = PartyFinder(scene: scene, company: company, suppliers: known).parties()
    var draft = Draft()
    addTotals(totals, to: &draft)
    addHeader(to: &draft)
    addIdentifiers(parties, to: &draft)
    addParties(parties, known: known, to: &draft)
    addKnown(to: &draft)
    addDueDate(totals, to: &draft)
    addSupply(to: &draft)
    let lines = addLines(totals, to: &draft)
    let signals = SignalFinder(
      scene: scene,
      draft: draft,
      totals: totals,
      lines: lines,
      known: known
    ).signals()
    if let confidence { draft.weigh(by: confidence, signals) }
    draft.limitComputedDates()
    draft.trustKnownNames()
    nameRules(of: known, in: &draft)
    doubtUnfitting(in: &draft)
    let beginnings = SeveralInvoices(
      scene: scene,
      numbers: proposed(Field.invoiceNumber.name),
      sellers: sellerVATCandidates().filter {
        $0.value != draft[name: Field.buyerVATID.name]?.value
      }
    ).beginnings()
    let several = SeveralInvoices.finding(about: beginnings)
    if several != nil { draft.doubtTotals() }
    let type = DocumentTypeChoice(
      scene: scene,
      hasTotals: totals.isClosed,
      hasNumber: draft[.invoiceNumber] != nil
    ).type()
    return ExtractionResult(
      documentType: type,
      language: language,
      draft: draft,
      signals: signals,
      findings: document.findings + [several].compactMap { $0 } + givenUp.map(\.costlyFinding),
      beginnings: beginnings.map(\.page)
    )
  }

  var saysWithoutVAT: Bool {
    VATCategory.purposes.contains { !scene.clearHits(for: $0).isEmpty }
  }

  /// What rules propose for a field, the weightiest first.
  func proposed(_ name: FieldName) -> [Candidate] {
    FieldDefinition.named(name).flatMap { candidates[$0] } ?? []
  }

  private func chosenTotals() -> ChosenTotals {
    TotalsChoice(
      candidates: candidates.mapValues(withoutLines),
      printed: printedAmounts(),
      torn: tornAmounts(),
      vatRows: VATRowFinder.rows(in: scene),
      saysWithoutVAT: saysWithoutVAT,
      country: sellersCountry,
      lines: sumOfLines()
    ).choose()
  }

  /// Where the VAT ids that may be the seller's were given, if all in one country.
  private var sellersCountry: String? {
    let countries = proposed(Field.sellerVATID.name).compactMap { candidate -> String? in
      guard case .text(let id) = candidate.value else { return nil }
      return String(id.prefix(2))
    }
    return Set(countries).count == 1 ? countries.first : nil
  }

  /// What at least two lines that agree sum up to, in minor units.
  ///
  /// Nil when a line among them is unsure; what follows them without a quantity are rows of totals.
  private func sumOfLines() -> Int64? {
    let exponent = scene.values.currency.exponent
    let sound = lineRows.prefix(while: \.agrees)
    let nets = sound.compactMap { $0.net?.number.value.rounded(toPlaces: exponent) }
    guard nets.count >= 2, nets.count == sound.count,
      lineRows.dropFirst(sound.count).allSatisfy({ $0.quantity == nil })
    else { return nil }
    return Int64(exactly: nets.reduce(Int128(0)) { $0 + Int128($1) }.magnitude)
  }

  /// A heading over the nets of the lines labels no total: where another amount is labelled clearly,
  /// those weigh half.
  private func withoutLines(_ candidates: [Candidate]) -> [Candidate] {
    let nets = Set(lineRows.filter { $0.agrees && $0.quantity != nil }.compactMap { $0.net?.box })
    guard candidates.contains(where: { $0.weight >= 800 && !nets.contains($0.box) }) else {
      return candidates
    }
    return candidates.map { nets.contains($0.box) ? $0.weighed(at: $0.weight / 2) : $0 }
  }

  /// Amounts that recognition may have torn apart.
  private func tornAmounts() -> [Candidate] {
    scene.places.flatMap { _, segment in
      scene.values.tornAmounts(in: segment).map { read in
        Candidate(
          value: read.value,
          weight: 300,
          page: segment.page,
          box: segment.box(of: read.words),
          text: segment.text(of: read.words),
          rule: "unlabelled/amount+repaired",
          reading: segment.confidence(of: read.words)
        )
      }
    }
  }

  /// Every amount on the pages, labelled or not.
  private func printedAmounts() -> [Candidate] {
    scene.places.flatMap { _, segment in
      scene.values.amounts(in: segment, words: segment.words.indices).map { read in
        Candidate(
          value: read.value,
          weight: read.quality / 10,
          page: segment.page,
          box: segment.box(of: read.words),
          text: segment.text(of: read.words),
          rule: "printed-amount",
          reading: segment.confidence(of: read.words)
        )
      }
    }
  }

  /// The lines, and what arithmetic says of them; nil when there are none.
  private func addLines(_ totals: ChosenTotals, to draft: inout Draft) -> LineVerdict? {
    guard let page = scene.pages.first?.page else { return nil }
    var rows = lineRows
    if rows.isEmpty, let total = totals.withVAT?.minorUnits {
      rows = ReceiptLines(scene: scene).rows(summingTo: total)
    }
    guard !rows.isEmpty else { return nil }
    let rates = LineRates(breakdown: draft[.vatBreakdown] ?? [], vatRows: totals.vatRows)
      .rates(of: rows)
    let currency = scene.values.currency
    let lines = zip(rows, rates).map { InvoiceLine($0, rate: $1, currency: currency) }
    let sum = lines.reduce(Int128(0)) { $0 + Int128($1.lineNet?.minorUnits ?? 0) }.magnitude
    let isSum = { (total: TotalValue?) in total.map { sum == $0.minorUnits } ?? false }
    // Lines that sum up to the total with VAT have VAT in their prices.
    let isGross = isSum(totals.withVAT) && !isSum(totals.withoutVAT)
    let agrees = isSum(totals.withoutVAT) || isGross
    draft.set(
      .lines,
      to: lines.map { line in
        let line = draft.isCreditNote ? line.positive : line
        return isGross ? line.withoutPrices : line
      },
      evidence: Evidence(
        origin: .printed(
          page: page.number,
          box: Box(left: 0, top: 0, right: page.width, bottom: page.height)
        ),
        text: "",
        rule: rows.contains(where: \.isMended) ? "table/lines/repaired" : "table/lines",
        confidence: Confidence(permille: agrees ? 960 : 600)
      )
    )
    let isComplete = zip(rows, lines).allSatisfy { row, line in
      isGross || row.agrees && line.vatRate != nil
    }
    return LineVerdict(sumsUp: agrees, allAgree: isComplete)
  }
}

extension Draft {
  /// Gives every value the confidence that its signals are worth.
  fileprivate mutating func weigh(by model: ConfidenceModel, _ signals: [FieldName: Set<Signal>]) {
    for (field, found) in signals {
      guard let extracted = self[name: field] else { continue }
      let confidence = model.confidence(of: ConfidenceModel.group(of: field), found)
      self[name: field] = Extracted(
        value: extracted.value,
        evidence: extracted.evidence.with(confidence: confidence),
        alternatives: extracted.alternatives
      )
    }
  }

  /// A due date that follows from the issue date is no surer than that.
  fileprivate mutating func limitComputedDates() {
    guard let due = self[name: Field.dueDate.name],
      due.evidence.origin == .computed(from: [Field.issueDate.name])
    else { return }
    let most = min(due.evidence.confidence, confidence(of: Field.issueDate.name))
    self[name: Field.dueDate.name] = Extracted(
      value: due.value,
      evidence: due.evidence.with(confidence: most),
      alternatives: due.alternatives
    )
  }

  /// A name that follows from an identifier is as sure as that identifier.
  fileprivate mutating func trustKnownNames() {
    let ids: [RuleID: [FieldName]] = [
      "supplier-master": [Field.sellerVATID.name, Field.sellerLegalID.name, Field.iban.name],
      "company": [Field.buyerVATID.name],
    ]
    for name in [Field.sellerName.name, Field.buyerName.name] {
      guard let extracted = self[name: name], let sources = ids[extracted.evidence.rule] else {
        continue
      }
      let surest = sources.map { confidence(of: $0) }.max() ?? .none
      self[name: name] = Extracted(
        value: extracted.value,
        evidence: extracted.evidence.with(confidence: max(surest, extracted.evidence.confidence))
      )
    }
  }

  /// Totals of one invoice among several are never certain.
  fileprivate mutating func doubtTotals() {
    let totals = [
      Field.totalWithoutVAT, .totalVAT, .totalWithVAT, .prepaid, .amountDue,
    ].map(\.name)
    for name in totals + [Field.vatBreakdown.name] {
      guard let extracted = self[name: name] else { continue }
      let doubt = Confidence(permille: 500)
      self[name: name] = Extracted(
        value: extracted.value,
        evidence: extracted.evidence.with(confidence: min(doubt, extracted.evidence.confidence)),
        alternatives: extracted.alternatives
      )
    }
  }
}
