// ECBRates.swift — the reference rates of the euro as the European Central Bank publishes them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// "eurofxref-hist.csv": a row for each day, a column for each currency, "N/A" where there is none.
  ///
  /// - Throws: when read, `rates-date-unreadable`, `rates-unreadable` {line}, `ledger-file-empty`.
  static let ecbRates = LedgerFormat(
    name: "ecb-rates",
    recognises: { file, _ in
      file.bytes.starts(with: Array("Date,USD,".utf8))
    },
    read: { file, _ throws(Problem) in
      let rows = try SeparatedText.rows(file.bytes, separator: UInt8(ascii: ","))
      let columns = (rows.first?.fields ?? []).enumerated().dropFirst().compactMap { place, name in
        Currency(code: name).map { (place: place, currency: $0) }
      }
      var rates: [ExchangeRate] = []
      for row in rows.dropFirst() where !row.isBlank {
        guard let date = row.fields.first.flatMap({ CalendarDate(iso: $0) }) else {
          throw Problem(.refusal, "rates-date-unreadable", ["line": String(row.line)])
        }
        for (place, currency) in columns where place < row.fields.count {
          let text = row.fields[place]
          if ["", "N/A"].contains(text) { continue }
          guard let number = DecimalNumber(text), number > .zero else {
            throw Problem(.refusal, "rates-unreadable", ["line": String(row.line)])
          }
          rates.append(ExchangeRate(currency: currency, date: date, perEuro: number))
        }
      }
      guard !rates.isEmpty else {
        throw Problem(.refusal, "ledger-file-empty", ["file": file.name])
      }
      return LedgerImport(
        source: "ecb-rates",
        entries: LedgerEntries([]),
        rates: rates,
        control: ControlSums(rowCount: rows.count - 1, totalDebit: 0, totalCredit: 0)
      )
    }
  )
}
