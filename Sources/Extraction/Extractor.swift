// Extractor.swift — the steps of an extraction, from pages to draft.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The steps of an extraction, each a method: layout, language, candidates, choices, draft.
struct Extractor {
  let company: Company?
  let receivedOn: CalendarDate
  let scene: Scene
  let language: String?
  let candidates: [FieldDefinition: [Candidate]]
  private let document: Document

  init(_ document: Document, rules: RuleBook, company: Company?, receivedOn: CalendarDate) {
    self.document = document
    self.company = company
    self.receivedOn = receivedOn
    let laidOut = document.pages.map { page in
      PageLayout(
        Page(
          number: page.number,
          width: page.width,
          height: page.height,
          origin: page.origin,
          turned: page.turned,
          words: WordSplitter.split(page.words)
        )
      )
    }
    // General terms say nothing about this invoice; they are only read where there is nothing else.
    let pages = laidOut.enumerated().filter { $0.offset == 0 || !$0.element.isProse }.map(\.element)
    let segments = pages.flatMap(\.segments)
    let languages = LanguageDetector.ranked(rules.languages, segments: segments)
    language = segments.isEmpty ? nil : languages.first?.language
    let suppliers = SellerMatch.profiles(rules.suppliers, on: segments)
    let months = rules.languages.reduce(into: [String: Int]()) { months, profile in
      months.merge(profile.lexicon.months) { first, _ in first }
    }
    let values = ValueReader(
      numbers: NumberReader(mark: NumberReader.mark(of: segments)),
      dates: DateReader(months: months, monthFirst: DateReader.isMonthFirst(segments)),
      currency: CurrencySigns.mostFrequent(in: segments) ?? .euro
    )
    let profiles = suppliers + languages
    scene = Scene(
      pages: pages,
      rules: profiles.flatMap(\.rules),
      lexicons: profiles.map(\.lexicon),
      values: values
    )
    candidates = scene.candidates()
  }

  /// The draft with its type and findings.
  func result() -> ExtractionResult {
    let totals = chosenTotals()
    let parties = PartyFinder(scene: scene, company: company).parties()
    var draft = Draft()
    addTotals(totals, to: &draft)
    addHeader(to: &draft)
    addIdentifiers(parties, to: &draft)
    addParties(parties, to: &draft)
    addDueDate(to: &draft)
    addLines(to: &draft)
    let type = DocumentTypeChoice(
      scene: scene,
      hasTotals: totals.isClosed,
      hasNumber: draft[.invoiceNumber] != nil
    ).type()
    return ExtractionResult(
      documentType: type,
      language: language,
      draft: draft,
      findings: document.findings
    )
  }

  var saysWithoutVAT: Bool { !scene.hits(for: .withoutVAT).isEmpty }

  /// What rules propose for a field, the weightiest first.
  func proposed(_ name: FieldName) -> [Candidate] {
    FieldDefinition.named(name).flatMap { candidates[$0] } ?? []
  }

  private func chosenTotals() -> ChosenTotals {
    TotalsChoice(
      candidates: candidates,
      printed: printedAmounts(),
      vatRows: VATRowFinder.rows(in: scene),
      saysWithoutVAT: saysWithoutVAT
    ).choose()
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

  private func addLines(to draft: inout Draft) {
    let rates = Set(draft[.vatBreakdown]?.map(\.vatRate) ?? [])
    let lines = LineTable(scene: scene).lines().map { line in
      // One rate on the invoice is the rate of every line, printed there or not.
      rates.count == 1 ? line.taxed(at: line.vatRate ?? rates.first) : line
    }
    guard !lines.isEmpty, let page = scene.pages.first?.page else { return }
    let sum = lines.compactMap(\.lineNet?.minorUnits).reduce(0, +)
    let agrees = abs(sum) == draft[.totalWithoutVAT]?.minorUnits
    draft.set(
      .lines,
      to: lines,
      evidence: Evidence(
        origin: .printed(
          page: page.number,
          box: Box(left: 0, top: 0, right: page.width, bottom: page.height)
        ),
        text: "",
        rule: "table/lines",
        confidence: Confidence(permille: agrees ? 960 : 600)
      )
    )
  }
}
