// SupplierHabitsTests.swift — what the books teach about a supplier.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Invoicing

@Suite struct SupplierHabitsTests {
  private func invoice(
    _ account: String?,
    source: String = "fec",
    rate: Int32 = 2000,
    due: Int? = nil,
    paid: Int? = nil
  ) -> BookedInvoice {
    let day = CalendarDate(dayNumber: 20_000)
    return BookedInvoice(
      source: source,
      total: Money(minorUnits: 12_000, currency: .euro),
      documentDate: day,
      dueDate: due.map { day.adding(days: $0) },
      booking: Booking(
        chargeAccount: account,
        vatRate: VATRate(hundredthsOfPercent: rate),
        paidOn: paid.map { day.adding(days: $0) }
      )
    )
  }

  @Test func `counts accounts and rates, the most frequent first`() {
    let habits = SupplierHabits(of: [
      invoice("613200"), invoice("606400"), invoice("606400", rate: 550),
    ])
    #expect(habits.accounts.map(\.value) == ["606400", "613200"])
    #expect(habits.accounts.map(\.count) == [2, 1])
    #expect(habits.vatRates.map(\.value.plainText) == ["20", "5.5"])
  }

  @Test func `proposes an account of three entries and four in five`() {
    let three = (1...3).map { _ in invoice("606400") }
    #expect(SupplierHabits(of: Array(three.dropLast())).proposedAccount == nil)
    #expect(SupplierHabits(of: three).proposedAccount?.account == "606400")
    #expect(SupplierHabits(of: three + [invoice("613200")]).proposedAccount == nil)
    let four = SupplierHabits(of: three + [invoice("606400"), invoice("613200")]).proposedAccount
    #expect(four?.count == 4 && four?.of == 5)
  }

  @Test func `counts books that came in two forms once`() {
    let habits = SupplierHabits(
      of: [invoice("606400"), invoice("606400")]
        + [invoice(nil, source: "open_items"), invoice("606400", source: "hledger")]
    )
    #expect(habits.accounts.map(\.count) == [2])
  }

  @Test func `tells how long it takes, and whether that is steady`() {
    let habits = SupplierHabits(of: [
      invoice(nil, due: 30, paid: 28), invoice(nil, due: 30, paid: 45), invoice(nil, due: 31),
      invoice(nil, due: -4), invoice(nil, due: 30, paid: 61),
    ])
    #expect(habits.terms?.median == 30 && habits.terms?.count == 4)
    #expect(habits.terms?.isSteady == true)
    #expect(habits.payment?.median == 45 && habits.payment?.isSteady == false)
    #expect(SupplierHabits.none.terms == nil)
  }

  @Test func `the rate of a booking is the lawful one that makes its tax`() {
    #expect(VATRate(booked: 332, on: 1658)?.plainText == "20")
    #expect(VATRate(booked: 550, on: 10_000)?.plainText == "5.5")
    #expect(VATRate(booked: 0, on: 10_000)?.plainText == "0")
    #expect(VATRate(booked: 1_234, on: 10_000) == nil)
    #expect(VATRate(booked: 0, on: 0) == nil)
  }
}
