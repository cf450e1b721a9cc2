// VATRates.swift — rates of VAT that are lawful somewhere in Europe.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The rates by which VAT amounts are recognised.
///
/// Which rate is lawful for a country and a date is a question of Validation.
enum VATRates {
  /// In hundredths of a percent, the highest first (domain: rates in force in 2019 and since).
  static let all: [VATRate] = [
    2700, 2550, 2500, 2400, 2300, 2200, 2100, 2000, 1960, 1900, 1800, 1700, 1600, 1500, 1400, 1350,
    1300, 1200, 1100, 1000, 950, 900, 850, 810, 800, 770, 700, 600, 550, 500, 480, 400, 380, 300,
    260, 250, 210, 175, 105, 90,
  ].map { VATRate(hundredthsOfPercent: $0) }

  private static let known = Set(all)

  static func isKnown(_ rate: VATRate) -> Bool { known.contains(rate) }
}
