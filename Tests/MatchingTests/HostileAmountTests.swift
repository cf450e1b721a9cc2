// HostileAmountTests.swift — amounts at the limit of 64 bits are compared without a trap.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Matching

@Suite struct HostileAmountTests {
  private static let units: [Int64] = [.min, .min + 1, -1, 1, .max - 1, .max]

  private let rates = [
    ExchangeRate(
      currency: .usDollar,
      date: day("2025-02-28"),
      perEuro: DecimalNumber(mantissa: 10_001, scale: 4)
    )
  ]

  private func hostile(_ units: Int64, _ currency: Currency, type: String) -> Draft {
    var draft = invoice(order: "C-1", type: type)
    let evidence = Invoicing.Evidence(
      origin: .computed(from: []),
      text: "",
      rule: "test",
      confidence: .certain
    )
    let amount = Money(minorUnits: units, currency: currency)
    for field in [Field.totalWithVAT, .totalWithoutVAT, .amountDue, .prepaid] {
      draft.set(field, to: amount, evidence: evidence)
    }
    draft.set(.currency, to: currency.code, evidence: evidence)
    draft.set(
      .lines,
      to: [InvoiceLine](
        repeating: InvoiceLine(
          description: "Vis",
          quantity: DecimalNumber(mantissa: .max),
          unitPrice: DecimalNumber(mantissa: .max),
          lineNet: amount
        ),
        count: 2
      ),
      evidence: evidence
    )
    return draft
  }

  @Test(arguments: units, ["380", "381"])
  func `an amount of any size is compared with entries of every kind`(
    units: Int64,
    type: String
  ) {
    let entries = LedgerEntry.Kind.allCases.flatMap { kind in
      Self.units.map { cents in
        entry(
          "\(kind)\(cents)",
          cents: cents,
          reference: kind == .purchaseOrder ? "C-1" : "F-2025-118",
          kind: kind,
          label: "F-2025-118"
        )
      }
    }
    for currency in [Currency.euro, .usDollar] {
      let draft = hostile(units, currency, type: type)
      for entry in entries {
        _ = proposals([draft], in: [entry], rates: rates)
        let standing = OrderStanding(order: entry, invoiced: [draft, draft])
        _ = compareWithOrder(draft, standing)
      }
      #expect(proposals([draft], in: entries, rates: rates).count == 1)
    }
  }

  @Test func `a rate of tax is told of any base`() {
    for base in Self.units {
      for tax in Self.units { _ = VATRate(booked: tax, on: base) }
    }
    #expect(VATRate(booked: 200, on: 1_000) == VATRate(hundredthsOfPercent: 2_000))
  }
}
