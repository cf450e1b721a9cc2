// LawfulVATRates.swift — the rates of VAT in force in a country on a day.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The rates of VAT of the European countries since 2019, islands and regions among them.
///
/// Source: eu-vat-rates-data 2026.9.29 (from the Commission's TEDB), ibericode/vat-rates for changes
/// since 2019; Switzerland, Norway and the United Kingdom from their tax offices.
package enum LawfulVATRates {
  private struct Rates {
    let hundredths: Set<Int32>
    let first: CalendarDate?
    let last: CalendarDate?

    init(_ hundredths: Set<Int32>, from first: CalendarDate? = nil, to last: CalendarDate? = nil) {
      self.hundredths = hundredths
      self.first = first
      self.last = last
    }
  }

  /// Rates above zero that were in force in a country within 90 days of a day.
  ///
  /// The tax point may lie before or after the day that is printed; a credit note keeps the rate of
  /// its invoice.
  ///
  /// - Parameters:
  ///   - country: ISO 3166-1 alpha-2, or EL and XI as VAT ids have them.
  ///   - date: the day of supply or of issue; nil: any day.
  /// - Returns: the rates; nil for a country that is not known here.
  package static func rates(of country: String, on date: CalendarDate?) -> Set<VATRate>? {
    guard let periods = byCountry[country] else { return nil }
    let found = periods.filter { period in
      guard let date else { return true }
      return period.first.map { date.adding(days: 90) >= $0 } ?? true
        && period.last.map { date.adding(days: -90) <= $0 } ?? true
    }
    return Set(found.flatMap(\.hundredths).map { VATRate(hundredthsOfPercent: $0) })
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  private static let france = [
    Rates([2000, 1000, 550, 210]),
    // Overseas departments and Corsica.
    Rates([850, 175, 105, 90, 1300]),
  ]

  private static let greece = [Rates([2400, 1300, 600, 1700, 900, 400])]
  private static let britain = [
    Rates([2000, 500]),
    // Restaurants and hotels, VAT (Reduced Rate) (Hospitality and Tourism) Order 2021.
    Rates([1250], from: day(2021, 10, 1), to: day(2022, 3, 31)),
  ]

  private static let switzerland = [
    Rates([810, 260, 380], from: day(2024, 1, 1)), Rates([770, 250, 370], to: day(2023, 12, 31)),
  ]

  private static let byCountry: [String: [Rates]] = [
    "AT": [Rates([2000, 1000, 1300, 1900]), Rates([490], from: day(2026, 7, 1))],
    "BE": [Rates([2100, 600, 1200])],
    "BG": [Rates([2000, 900])],
    "CH": switzerland,
    "CY": [Rates([1900, 500, 900, 300])],
    "CZ": [
      Rates([2100]), Rates([1200], from: day(2024, 1, 1)),
      Rates([1000, 1500], to: day(2023, 12, 31)),
    ],
    "DE": [Rates([1900, 700]), Rates([1600, 500], from: day(2020, 7, 1), to: day(2020, 12, 31))],
    "DK": [Rates([2500])],
    "EE": [
      Rates([900, 1300, 500]), Rates([2400], from: day(2025, 7, 1)),
      Rates([2200], from: day(2024, 1, 1), to: day(2025, 6, 30)),
      Rates([2000], to: day(2023, 12, 31)),
    ],
    "EL": greece,
    // Energy and food while prices were high (Real Decreto-ley 20/2022, 4/2024).
    "ES": [
      Rates([2100, 1000, 400]), Rates([500], from: day(2022, 7, 1), to: day(2024, 9, 30)),
      Rates([200, 750], from: day(2024, 10, 1), to: day(2024, 12, 31)),
    ],
    "FI": [
      Rates([1000]), Rates([2550], from: day(2024, 9, 1)), Rates([2400], to: day(2024, 8, 31)),
      Rates([1350], from: day(2026, 1, 1)), Rates([1400], to: day(2025, 12, 31)),
    ],
    "FR": france,
    "GB": britain,
    "GR": greece,
    "HR": [Rates([2500, 500, 1300])],
    "HU": [Rates([2700, 500, 1800])],
    "IE": [
      Rates([2300, 900, 1350, 480]), Rates([2100], from: day(2020, 9, 1), to: day(2021, 2, 28)),
    ],
    "IT": [Rates([2200, 400, 500, 1000])],
    "LI": switzerland,
    "LT": [
      Rates([2100, 500]), Rates([1200], from: day(2026, 1, 1)), Rates([900], to: day(2025, 12, 31)),
    ],
    "LU": [
      Rates([1700, 300, 800, 1400]),
      Rates([1600, 700, 1300], from: day(2023, 1, 1), to: day(2023, 12, 31)),
    ],
    "LV": [Rates([2100, 500, 1200])],
    "MC": france,
    "MT": [Rates([1800, 500, 700, 1200])],
    "NL": [Rates([2100, 900])],
    // Raw fish; and transport, hotels and culture while few travelled.
    "NO": [
      Rates([2500, 1500, 1200, 1111]), Rates([600], from: day(2020, 4, 1), to: day(2021, 9, 30)),
    ],
    "PL": [Rates([2300, 500, 800])],
    "PT": [Rates([2300, 600, 1300, 2200, 1200, 500, 1600, 900, 400])],
    "RO": [
      Rates([2100, 1100], from: day(2025, 8, 1)), Rates([1900, 900, 500], to: day(2025, 7, 31)),
    ],
    "SE": [Rates([2500, 600, 1200])],
    "SI": [Rates([2200, 500, 950])],
    "SK": [
      Rates([2300, 1900, 500], from: day(2025, 1, 1)), Rates([2000, 1000], to: day(2024, 12, 31)),
    ],
    "XI": britain,
  ]
}
