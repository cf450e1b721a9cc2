// DerivedValues.swift — what follows from the fields of a template: names, units and tax.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Derives what follows from the found values; what was found is never overwritten.
enum DerivedValues {
  static func added(to record: TemplateRecord) -> TemplateRecord {
    var record = record
    guard record["lines"] != nil || record["tax_lines"] != nil else { return record }
    let taxLines = record["tax_lines"]?.records.map(renamed) ?? []
    let rates = taxLines.compactMap { rate(of: $0) }.filter { $0 != .zero }
    let single = Set(rates).count == 1 ? rates.first : nil
    set("tax_lines", of: &record) { tax(addedTo: renamed($0)) }
    set("lines", of: &record) { row in
      var line = renamed(row)
      if line["unece_code"] == nil, case .text(let unit) = line["uom"]?.value,
        let code = UnitCodes.code(unit)
      {
        line["unece_code"] = TracedValue(.text(code))
      }
      if line["line_tax_percent"] == nil {
        let code = line["line_tax_code"]?.value
        let ofCode = taxLines.first { code != nil && $0["line_tax_code"]?.value == code }
        let percent = ofCode.flatMap(rate(of:)) ?? single
        if let percent {
          line["line_tax_percent"] = TracedValue(.number(percent))
          line = tax(addedTo: line)
        }
      }
      return line
    }
    return record
  }

  /// Changes each row of a list of records.
  private static func set(
    _ name: String,
    of record: inout TemplateRecord,
    _ change: (TemplateRecord) -> TemplateRecord
  ) {
    guard let found = record[name], case .list(let list) = found.value else { return }
    let changed = list.map { item -> TracedValue in
      guard case .record(let row) = item.value else { return item }
      return TracedValue(.record(change(row)), words: item.words, isDoubtful: item.isDoubtful)
    }
    record[name] = TracedValue(.list(changed), words: found.words, isDoubtful: found.isDoubtful)
  }

  private static func renamed(_ row: TemplateRecord) -> TemplateRecord {
    var row = row
    for (name, target) in [
      ("description", "name"), ("unit_price", "price_unit"), ("unitprice", "price_unit"),
      ("vat_rate", "line_tax_percent"), ("tax_percent", "line_tax_percent"),
    ] { row.rename(name, to: target) }
    return row
  }

  private static func rate(of row: TemplateRecord) -> DecimalNumber? {
    row["line_tax_percent"]?.number
  }

  /// The row with its tax, where net amount and rate are known and the tax is not.
  private static func tax(addedTo row: TemplateRecord) -> TemplateRecord {
    guard row["line_tax_amount"] == nil, let net = row["price_subtotal"]?.number,
      let product = rate(of: row).flatMap(net.multiplied(by:)), product.scale <= 16
    else { return row }
    let tax = DecimalNumber(mantissa: product.mantissa, scale: product.scale + 2)
    guard let cents = tax.roundedHalfEven(toPlaces: 2) else { return row }
    var row = row
    row["line_tax_amount"] = TracedValue(.number(DecimalNumber(mantissa: cents, scale: 2)))
    return row
  }
}

extension DecimalNumber {
  /// The number × 10^`places`; of two equally near ones the even one.
  fileprivate func roundedHalfEven(toPlaces places: Int) -> Int64? {
    guard let rounded = rounded(toPlaces: places) else { return nil }
    let isTie = scale == places + 1 && mantissa % 10 == (mantissa < 0 ? -5 : 5)
    return isTie && rounded % 2 != 0 ? rounded - rounded.signum() : rounded
  }
}
