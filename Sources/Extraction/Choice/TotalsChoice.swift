// TotalsChoice.swift — the totals that add up and are best labelled.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The chosen totals, in magnitudes of minor units, with what supports them.
struct ChosenTotals: Sendable {
  let withoutVAT: TotalValue?
  let vat: TotalValue?
  let withVAT: TotalValue?
  let prepaid: TotalValue?
  let due: TotalValue?
  let vatRows: [VATRow]
  /// Whether without VAT + VAT = with VAT (BR-CO-15) held with printed values or VAT rows.
  let isClosed: Bool
  /// Whether the VAT follows from rates: the rows' sums, or one lawful rate on the total.
  let isConfirmedByRates: Bool
  /// Whether another amount is labelled better as the total, or as well and is greater.
  let hasRival: Bool
}

/// A total: printed, or computed from other values.
struct TotalValue: Hashable, Sendable {
  let minorUnits: Int64
  /// The candidate it was read from; nil when it was computed.
  let source: Candidate?
  let computedFrom: [FieldName]

  static func printed(_ minorUnits: Int64, _ source: Candidate) -> TotalValue {
    TotalValue(minorUnits: minorUnits, source: source, computedFrom: [])
  }

  static func computed(_ minorUnits: Int64, from fields: [FieldName]) -> TotalValue {
    TotalValue(minorUnits: minorUnits, source: nil, computedFrom: fields)
  }
}

/// Chooses totals by one search: the assignment with the highest weight under BR-CO-13 to BR-CO-16.
struct TotalsChoice {
  private let without: [Int64: Candidate]
  private let vat: [Int64: Candidate]
  private let with: [Int64: Candidate]
  private let prepaid: [Int64: Candidate]
  private let due: [Int64: Candidate]
  /// Every amount on the pages, labelled or not: the heaviest candidate of each value.
  private let printed: [Int64: Candidate]
  /// Amounts that stand on the pages if some blanks do not.
  private let torn: [Int64: Candidate]
  private let rowSets: [[VATRow]]
  private let saysWithoutVAT: Bool
  /// The rates by which amounts are recognised; those in force in the seller's country first.
  private let rates: [VATRate]
  private let lawful: Set<VATRate>
  /// What the lines sum up to (BR-CO-10), where all of them agree.
  private let lines: Int64?

  init(
    candidates: [FieldDefinition: [Candidate]],
    printed: [Candidate],
    torn: [Candidate] = [],
    vatRows: [VATRow],
    saysWithoutVAT: Bool,
    country: String? = nil,
    lines: Int64? = nil
  ) {
    func best(_ field: Field<Money>) -> [Int64: Candidate] {
      Self.byAmount(FieldDefinition.named(field.name).flatMap { candidates[$0] } ?? [])
    }
    without = best(.totalWithoutVAT)
    vat = best(.totalVAT)
    with = best(.totalWithVAT)
    prepaid = best(.prepaid)
    due = best(.amountDue)
    self.printed = Self.byAmount(printed)
    self.torn = Self.byAmount(torn)
    rowSets = Self.sets(of: vatRows)
    self.saysWithoutVAT = saysWithoutVAT
    let lawful = country.flatMap { LawfulVATRates.rates(of: $0, on: nil) } ?? []
    self.lawful = lawful
    rates = VATRates.all.filter(lawful.contains) + VATRates.all.filter { !lawful.contains($0) }
    self.lines = lines
  }

  private struct Solution {
    var weight: Int
    var without: TotalValue
    var vat: TotalValue
    var with: Int64
    var rows: [VATRow]
    var isConfirmed: Bool
  }

  /// The totals of the best solution; what could not be found stays nil.
  func choose() -> ChosenTotals {
    let best =
      whole(solutions(for: labelledTotals())).max(by: Self.isLighter)
      ?? whole(solutions(for: summedTotals())).max(by: Self.isLighter) ?? summed()
      ?? ofLines()
    guard var best else { return unclosed() }
    if best.rows.isEmpty { best.rows = rowsWithRemainder(of: best) }
    let paid = settled(with: best.with)
    let source = with[best.with] ?? due[best.with] ?? printed[best.with] ?? torn[best.with]
    return ChosenTotals(
      withoutVAT: best.without,
      vat: best.vat,
      withVAT: source.map { .printed(best.with, $0) }
        ?? .computed(best.with, from: [Field.totalWithoutVAT.name, Field.totalVAT.name]),
      prepaid: paid.prepaid,
      due: paid.due,
      vatRows: best.rows,
      isClosed: true,
      isConfirmedByRates: best.isConfirmed,
      hasRival: hasRival(best.with)
    )
  }

  private func hasRival(_ total: Int64) -> Bool {
    let own = with[total]?.weight ?? 0
    return with.contains { amount, candidate in
      amount != total && (candidate.weight > own || candidate.weight == own && amount > total)
    }
  }

  /// What was paid before and what is left (BR-CO-16), where both are printed and agree.
  private func settled(with total: Int64) -> (prepaid: TotalValue?, due: TotalValue?) {
    let pairs = due.keys.compactMap { left -> (Candidate, Candidate)? in
      guard left < total, let source = prepaid[total - left], let due = due[left] else {
        return nil
      }
      return (source, due)
    }
    if let (before, left) = pairs.max(by: { $0.0.weight + $0.1.weight < $1.0.weight + $1.1.weight }
    ),
      let amountBefore = before.minorUnits, let amountLeft = left.minorUnits
    {
      return (.printed(amountBefore, before), .printed(amountLeft, left))
    }
    if let source = due[total] { return (nil, .printed(total, source)) }
    // What is left may be printed without a label that was understood.
    let before = prepaid.filter { $0.key > 0 && $0.key < total && printed[total - $0.key] != nil }
    // A clear label says what is left, whatever was paid before: the check of BR-CO-16 then asks.
    if let (left, source) = due.max(by: { $0.value.weight < $1.value.weight }), source.weight >= 850
    {
      return (nil, .printed(left, source))
    }
    guard due.isEmpty, let (amount, source) = before.max(by: { $0.value.weight < $1.value.weight }),
      let left = printed[total - amount]
    else { return (nil, nil) }
    return (.printed(amount, source), .printed(total - amount, left))
  }

  private func solutions(for totals: [Int64]) -> [Solution] {
    var solutions: [Solution] = []
    for total in totals {
      for rows in rowSets { solutions += solution(total: total, rows: rows) }
      for (base, source) in without where base <= total {
        solutions += solution(total: total, base: base, source: source)
      }
      for (tax, source) in vat where tax <= total && without[total - tax] == nil {
        solutions += solution(total: total, tax: tax, source: source)
      }
      if let solution = withoutTax(total: total) { solutions.append(solution) }
    }
    return solutions
  }

  /// Amounts that may be the total with VAT: labelled so or as due; without a clear label also the
  /// printed sums of VAT rows.
  private func labelledTotals() -> [Int64] {
    let labelled = Set(with.keys).union(due.keys).filter { $0 > 0 }
    // Parts of an invoice add up among themselves too: they never outvote a clearly labelled total.
    let isClear = with.values.contains { $0.weight >= 800 }
    return isClear ? labelled.sorted() : labelled.union(summedTotals()).sorted()
  }

  /// The printed sums of VAT rows, for a page whose labelled total fits nothing.
  private func summedTotals() -> [Int64] {
    let sums = rowSets.map { $0.reduce(0) { $0 + $1.taxableAmount + $1.vatAmount } }
    return Set(sums.filter { $0 > 0 && (printed[$0] ?? torn[$0]) != nil }).sorted()
  }

  private func weight(ofTotal total: Int64) -> Int {
    max(with[total]?.weight ?? 0, (due[total]?.weight ?? 0) * 7 / 10)
      + (printed[total] == nil ? 0 : 100) + (due[total] != nil && with[total] != nil ? 150 : 0)
  }

  /// The VAT rows give both the total without VAT and the VAT.
  private func solution(total: Int64, rows: [VATRow]) -> [Solution] {
    let base = rows.reduce(0) { $0 + $1.taxableAmount }
    let tax = rows.reduce(0) { $0 + $1.vatAmount }
    // Parts without VAT (postage, deposits) may be left over, when the total without VAT says so.
    guard base + tax == total else { return [] }
    let weight =
      weight(ofTotal: total) + (without[base]?.weight ?? 300) + (vat[tax]?.weight ?? 300) + 900
      + 100 * (rows.count - 1)
    return [
      Solution(
        weight: weight,
        without: value(base, without, from: .vatBreakdown),
        vat: value(tax, vat, from: .vatBreakdown),
        with: total,
        rows: rows,
        isConfirmed: true
      )
    ]
  }

  /// A labelled total without VAT; the VAT is the difference, printed or of one lawful rate.
  private func solution(total: Int64, base: Int64, source: Candidate) -> [Solution] {
    let tax = total - base
    guard tax > 0 else { return [] }
    let rate = rates.first { abs($0.tax(on: base) - tax) <= 1 }
    guard vat[tax] != nil || printed[tax] != nil || rate != nil || isSumOfVAT(tax) else {
      return []
    }
    // What nothing calls VAT and is less than the lowest rate makes of it is a contribution or a fee.
    guard vat[tax] != nil || rate != nil || tax * 50 >= base else { return [] }
    var weight = weight(ofTotal: total) + source.weight
    weight += vat[tax]?.weight ?? (printed[tax] == nil ? 50 : 250)
    weight += rate == nil ? 200 : 500
    weight += rate.map(lawful.contains) == true ? 50 : 0
    // A mixture of rates is no more than the highest; beyond it the triple is a coincidence.
    guard tax * 100 <= base * 27 else { return [] }
    return [
      Solution(
        weight: weight,
        without: .printed(base, source),
        vat: value(tax, vat, from: .totalWithVAT),
        with: total,
        rows: rate.map { [impliedRow($0, base: base, tax: tax, source: source)] } ?? [],
        isConfirmed: rate != nil
      )
    ]
  }

  /// Whether two or three labelled VAT amounts add up to a VAT that is not printed itself.
  private func isSumOfVAT(_ tax: Int64) -> Bool {
    let amounts = vat.filter { $0.value.weight >= 800 && $0.key > 0 && $0.key < tax }.keys.sorted()
    guard amounts.count <= 12 else { return false }
    return amounts.indices.contains { first in
      let rest = tax - amounts[first]
      return amounts[(first + 1)...].contains { second in
        second == rest || amounts.contains { $0 > second && $0 == rest - second }
      }
    }
  }

  /// A labelled VAT amount whose complement is printed somewhere, or follows from one lawful rate.
  private func solution(total: Int64, tax: Int64, source: Candidate) -> [Solution] {
    let base = total - tax
    guard base > 0, tax > 0, tax * 100 <= base * 27 else { return [] }
    let rate = rates.first { abs($0.tax(on: base) - tax) <= 1 }
    guard printed[base] != nil || rate != nil else { return [] }
    let weight =
      weight(ofTotal: total) + source.weight + (printed[base] == nil ? 50 : 250)
      + (rate == nil ? 0 : 500)
    return [
      Solution(
        weight: weight,
        without: value(base, printed, from: .totalWithVAT),
        vat: .printed(tax, source),
        with: total,
        rows: rate.map { [impliedRow($0, base: base, tax: tax, source: source)] } ?? [],
        isConfirmed: rate != nil
      )
    ]
  }

  /// Nothing is charged: the page says so, or prints a VAT of zero, or one and the same total.
  private func withoutTax(total: Int64) -> Solution? {
    let printedZero = vat[0]
    // A labelled amount of VAT says that some is charged, even where the total was torn in reading.
    let isCharged = vat.contains { $0.key > 0 && $0.value.weight >= 700 }
    guard saysWithoutVAT || printedZero != nil || without[total] != nil && !isCharged else {
      return nil
    }
    var weight = weight(ofTotal: total) + (without[total]?.weight ?? 0)
    weight += saysWithoutVAT ? 500 : 0
    weight += printedZero?.weight ?? 0
    return Solution(
      weight: weight,
      without: value(total, without, from: .totalWithVAT),
      vat: value(0, vat, from: .totalWithVAT),
      with: total,
      rows: [],
      isConfirmed: saysWithoutVAT || printedZero != nil
    )
  }

  /// The solutions without those that are a part of another: one rate of an invoice with several adds
  /// up as well.
  private func whole(_ solutions: [Solution]) -> [Solution] {
    func amounts(_ rows: [VATRow]) -> Set<[Int64]> {
      Set(rows.map { [Int64($0.rate.hundredthsOfPercent), $0.taxableAmount, $0.vatAmount] })
    }
    let sets = Set(solutions.map { amounts($0.rows) }).filter { $0.count > 1 }
    return solutions.filter { solution in
      let rows = amounts(solution.rows)
      return rows.isEmpty || !sets.contains { $0.count > rows.count && rows.isSubset(of: $0) }
    }
  }

  /// The total with VAT that is not printed: the sum of a labelled total and VAT of one lawful rate.
  private func summed() -> Solution? {
    // A labelled total that does not fit says that something was misread, or torn.
    let isUnlabelled = with.isEmpty && due.isEmpty
    let pairs = without.flatMap { base, source in
      vat.compactMap { tax, taxSource -> Solution? in
        guard tax > 0, isUnlabelled || torn[base + tax] != nil,
          let rate = rates.first(where: { abs($0.tax(on: base) - tax) <= 1 }),
          source.weight >= 500, taxSource.weight >= 500
        else { return nil }
        return Solution(
          weight: source.weight + taxSource.weight,
          without: .printed(base, source),
          vat: .printed(tax, taxSource),
          with: base + tax,
          rows: [impliedRow(rate, base: base, tax: tax, source: source)],
          isConfirmed: true
        )
      }
    }
    return pairs.max(by: Self.isLighter)
  }

  /// The total that no label tells: the lines and the VAT of the rates that were read, what is left of
  /// the lines taxed at one lawful rate, make up exactly one printed amount.
  private func ofLines() -> Solution? {
    guard let lines, lines > 0 else { return nil }
    var found: [Int64: Solution] = [:]
    for rows in [[]] + rowSets {
      let rest = lines - rows.reduce(0) { $0 + $1.taxableAmount }
      let tax = rows.reduce(0) { $0 + $1.vatAmount }
      for rate in rates where rest > 0 && rows.allSatisfy({ $0.rate != rate }) {
        let left = rate.tax(on: rest)
        let total = lines + tax + left
        guard left > 0, let source = printed[total] else { continue }
        found[total] = Solution(
          weight: 300,
          without: value(lines, printed, from: .lines),
          vat: value(tax + left, printed, from: .vatBreakdown),
          with: total,
          rows: rows + [impliedRow(rate, base: rest, tax: left, source: source)],
          isConfirmed: true
        )
      }
    }
    return found.count == 1 ? found.first?.value : nil
  }

  /// The VAT rows that were read and the one that is left over when both totals are known.
  ///
  /// Exactly one lawful rate must turn what is left of the base into what is left of the VAT.
  private func rowsWithRemainder(of solution: Solution) -> [VATRow] {
    guard let source = solution.without.source ?? solution.vat.source else { return [] }
    let candidates = rowSets.compactMap { rows -> [VATRow]? in
      let base = solution.without.minorUnits - rows.reduce(0) { $0 + $1.taxableAmount }
      let tax = solution.vat.minorUnits - rows.reduce(0) { $0 + $1.vatAmount }
      if tax == 0, base > 0, printed[base] != nil {
        let zero = VATRate(hundredthsOfPercent: 0)
        return rows + [impliedRow(zero, base: base, tax: 0, source: source)]
      }
      guard tax > 0, base > tax else { return nil }
      let fitting = rates.filter { $0.tax(on: base) == tax }
      let ofCountry = fitting.filter(lawful.contains)
      let possible = ofCountry.isEmpty ? fitting : ofCountry
      guard possible.count == 1, let rate = possible.first, rows.allSatisfy({ $0.rate != rate })
      else {
        return nil
      }
      return rows + [impliedRow(rate, base: base, tax: tax, source: source)]
    }
    // Two ways to complete them say that neither is certain.
    let most = candidates.map(\.count).max() ?? 0
    let longest = candidates.filter { $0.count == most }
    return longest.count == 1 ? longest[0] : []
  }

  /// What the labels say when nothing adds up.
  private func unclosed() -> ChosenTotals {
    func heaviest(_ amounts: [Int64: Candidate]) -> TotalValue? {
      amounts.max { ($0.value.weight, $1.key) < ($1.value.weight, $0.key) }.map {
        .printed($0.key, $0.value)
      }
    }
    return ChosenTotals(
      withoutVAT: heaviest(without),
      vat: heaviest(vat),
      withVAT: heaviest(with) ?? heaviest(due),
      prepaid: nil,
      due: heaviest(due),
      vatRows: [],
      isClosed: false,
      isConfirmedByRates: false,
      hasRival: with.count > 1
    )
  }

  private func value(
    _ amount: Int64,
    _ labelled: [Int64: Candidate],
    from field: ComputedFrom
  ) -> TotalValue {
    if let source = labelled[amount] { return .printed(amount, source) }
    if amount > 0, let source = printed[amount] { return .printed(amount, source) }
    return .computed(amount, from: [field.name])
  }

  private enum ComputedFrom {
    case vatBreakdown, totalWithVAT, lines

    var name: FieldName {
      switch self {
      case .vatBreakdown: Field.vatBreakdown.name
      case .totalWithVAT: Field.totalWithVAT.name
      case .lines: Field.lines.name
      }
    }
  }

  private func impliedRow(
    _ rate: VATRate,
    base: Int64,
    tax: Int64,
    source: Candidate
  ) -> VATRow {
    VATRow(
      rate: rate,
      taxableAmount: base,
      vatAmount: tax,
      page: source.page,
      box: source.box,
      text: source.text,
      reading: source.reading
    )
  }

  private static func isLighter(_ left: Solution, _ right: Solution) -> Bool {
    (left.weight, left.with, left.without.minorUnits)
      < (right.weight, right.with, right.without.minorUnits)
  }

  /// The heaviest candidate of each magnitude.
  private static func byAmount(_ candidates: [Candidate]) -> [Int64: Candidate] {
    var best: [Int64: Candidate] = [:]
    for candidate in candidates.sorted(by: Candidate.isWeightier) {
      if let amount = candidate.minorUnits, best[amount] == nil { best[amount] = candidate }
    }
    return best
  }

  /// Every way to take at most one row of each rate, the empty one not among them.
  private static func sets(of rows: [VATRow]) -> [[VATRow]] {
    let byRate = Dictionary(grouping: rows, by: \.rate)
    var sets: [[VATRow]] = [[]]
    for rate in byRate.keys.sorted(by: >) {
      let options = (byRate[rate] ?? []).prefix(5)
      sets += sets.flatMap { set in options.map { set + [$0] } }
      if sets.count > 3000 { break }
    }
    return sets.filter { !$0.isEmpty }
  }
}

extension Candidate {
  /// The magnitude of an amount, in minor units; nil where it is absurd, as a rule may make one.
  var minorUnits: Int64? {
    guard case .amount(let money) = value,
      money.minorUnits.magnitude < Money.absurdMinorUnits
    else { return nil }
    return abs(money.minorUnits)
  }
}
