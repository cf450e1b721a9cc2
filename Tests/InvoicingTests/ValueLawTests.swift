// ValueLawTests.swift — laws of dates, numbers and amounts.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@Suite struct ValueLawTests {
  @Test func `reads every day as it writes it`() throws {
    let first = try #require(CalendarDate(iso: "2023-01-01"))
    let last = try #require(CalendarDate(iso: "2025-12-31"))
    #expect(last.days(since: first) == 1095)
    var previous: CalendarDate?
    for number in first.dayNumber...last.dayNumber {
      let day = CalendarDate(dayNumber: number)
      #expect(CalendarDate(iso: day.description) == day)
      #expect(day.dayNumber == number)
      if let previous { #expect(previous < day && previous.adding(days: 1) == day) }
      previous = day
    }
    #expect(previous == last)
  }

  @Test(arguments: [
    "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "+024-01-01", "2024-+1-01", "2024-01-+1",
    "0000-01-01", "2024-01-01 ", "", "--", "２024-01-01",
  ])
  func `refuses what is no date`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `adds months to the end of shorter months`() throws {
    let day = try #require(CalendarDate(iso: "2024-01-31"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: -2).description == "2023-11-30")
    #expect(day.adding(months: 12).description == "2025-01-31")
    #expect(day.adding(months: 1).endOfMonth.description == "2024-02-29")
  }

  @Test func `stays inside the calendar`() throws {
    let last = try #require(CalendarDate(iso: "9999-12-31"))
    let first = try #require(CalendarDate(iso: "0001-01-01"))
    #expect(last.adding(days: 30) == last && last.adding(days: .max) == last)
    #expect(first.adding(days: -1) == first && first.adding(days: .min) == first)
    #expect(last.adding(months: 1) == last && last.adding(months: .max) == last)
    #expect(first.adding(months: -1) == first && first.adding(months: .min) == first)
    #expect(CalendarDate(dayNumber: first.dayNumber) == first)
  }

  @Test(arguments: [
    0, 1, -1, 1250, -1250, 100, 9_223_372_036_854_775_807, -9_223_372_036_854_775_808,
  ])
  func `reads every number as it writes it`(mantissa: Int64) {
    for scale in 0...18 {
      let number = DecimalNumber(mantissa: mantissa, scale: scale)
      #expect(DecimalNumber(number.description) == number)
    }
  }

  @Test(arguments: ["", "-", ".", "1,5", "1e3", "--1", "+1", "9223372036854775808", "1 000", "٣"])
  func `refuses what is no number`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `rounds half away from zero`() throws {
    let cases = [
      ("0.125", 2, 13), ("-0.125", 2, -13), ("0.124", 2, 12), ("2.5", 0, 3), ("7", 2, 700),
    ]
    for (text, places, expected) in cases {
      #expect(try #require(DecimalNumber(text)).rounded(toPlaces: places) == Int64(expected))
    }
    #expect(
      DecimalNumber(mantissa: .max, scale: 18).rounded(toPlaces: 17) == 922_337_203_685_477_581
    )
    #expect(DecimalNumber(mantissa: .max, scale: 18).rounded(toPlaces: -1) == 1)
    #expect(DecimalNumber(mantissa: .max).rounded(toPlaces: 1) == nil)
    #expect(DecimalNumber.zero.rounded(toPlaces: 30) == 0)
    #expect(DecimalNumber(mantissa: .min).magnitude.mantissa == .max)
  }

  @Test func `orders numbers far apart in scale`() throws {
    let large = try #require(DecimalNumber("5000000000000000000"))
    let small = try #require(DecimalNumber("0.000000000000000001"))
    #expect(small < large && !(large < small))
    #expect(try #require(DecimalNumber("-1.5")) < #require(DecimalNumber("-1.49")))
  }

  @Test(arguments: ["EUR", "JPY", "TND"])
  func `reads every amount as it writes it`(code: String) throws {
    let currency = try #require(Currency(code: code))
    for minorUnits: Int64 in [0, 1, -1, 12_345, -99, 100, 1_000_000_007, .max, .min] {
      let money = Money(minorUnits: minorUnits, currency: currency)
      let number = try #require(DecimalNumber(money.plainText))
      #expect(Money(number, currency: currency) == money)
    }
  }

  @Test func `prints every decimal of a currency`() throws {
    #expect(Money(minorUnits: 5, currency: .euro).plainText == "0.05")
    let dinar = try #require(Currency(code: "tnd"))
    #expect(Money(minorUnits: -1234, currency: dinar).plainText == "-1.234")
    #expect(
      try Money(minorUnits: 120, currency: #require(Currency(code: "JPY"))).plainText == "120"
    )
    #expect(
      Currency(code: "uſd") == nil && Currency(code: "E R") == nil && Currency(code: "[[[") == nil
    )
  }

  @Test func `holds sums of absurd amounts at the limit`() {
    let most = Money(minorUnits: .max, currency: .euro)
    let least = Money(minorUnits: .min, currency: .euro)
    #expect(most + most == most && least + least == least && least - most == least)
    #expect(least.magnitude == most)
    #expect(
      Money(minorUnits: 3, currency: .euro) - Money(minorUnits: 5, currency: .euro)
        == Money(minorUnits: -2, currency: .euro)
    )
  }

  @Test func `refuses to add euros to pounds`() async {
    await #expect(processExitsWith: .failure) {
      let sum =
        Money(minorUnits: 1, currency: .euro) + Money(minorUnits: 1, currency: .poundSterling)
      print(sum.plainText)
    }
  }

  @Test(arguments: [
    (1000, 2000, 200), (1028_75, 2000, 205_75), (5, 1000, 1), (4, 1000, 0), (-5, 1000, -1),
    (125, 200, 3), (-125, 200, -3), (0, 2000, 0), (33_33, 550, 183),
  ])
  func `rounds tax half away from zero`(amount: Int, rate: Int, tax: Int) {
    #expect(VATRate(hundredthsOfPercent: Int32(rate)).tax(on: Int64(amount)) == Int64(tax))
  }

  @Test func `survives taxing absurd amounts`() {
    #expect(VATRate(hundredthsOfPercent: 10_000).tax(on: .max) == .max)
    #expect(VATRate(hundredthsOfPercent: 10_000).tax(on: .min) == .min)
    #expect(VATRate(hundredthsOfPercent: .max).tax(on: .min) == .min)
  }

  @Test func `takes rates from 0 to 100 percent`() throws {
    #expect(try VATRate(percent: #require(DecimalNumber("5.5")))?.hundredthsOfPercent == 550)
    #expect(try VATRate(percent: #require(DecimalNumber("20")))?.plainText == "20")
    #expect(try VATRate(percent: #require(DecimalNumber("100.01"))) == nil)
    #expect(try VATRate(percent: #require(DecimalNumber("-1"))) == nil)
    #expect(try VATRate(percent: #require(DecimalNumber("5.555"))) == nil)
  }
}
