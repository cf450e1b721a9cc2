// ValueTests.swift — numbers and dates as templates read them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Templates

@Suite struct ValueTests {
  @Test(arguments: [
    ("1 234,56", ",", "1234.56", false), ("1 234,56", ".", "123456", true),
    ("1,234.56", ",", "1.23456", true), ("1'234.50", ".", "1234.5", false),
    ("-12.50", ".", "-12.5", false), (" 12 ", ".", "12", false), ("1_000", ".", "1000", false),
    ("1.234,50", ",", "1234.5", false), ("1.234", ".", "1.234", true),
    ("0.125", ".", "0.125", false), ("12,5", ".", "125", true), ("+7", ".", "7", false),
    ("1,234,567.5", ".", "1234567.5", false), ("1.234", ",", "1234", false),
  ])
  func `reads numbers by the separator`(
    text: String,
    separator: String,
    expected: String,
    isDoubtful: Bool
  ) throws {
    let numbers = TemplateNumbers(decimalSeparator: separator)
    #expect(try numbers.number(text).description == expected)
    #expect(numbers.isDoubtful(text) == isDoubtful)
  }

  @Test(arguments: ["1 234", "12.50-", "EUR 12.50", "1.2.3", "", "--1", "nan", "_1", "1__0"])
  func `refuses what is no number`(text: String) {
    #expect(throws: TemplateFailure.self) {
      try TemplateNumbers(decimalSeparator: ".").number(text)
    }
  }

  @Test(arguments: [
    ("%d/%m/%Y", "03/04/2024", "2024-04-03"), ("%d/%m/%y", "3/4/68", "2068-04-03"),
    ("%d/%m/%y", "3/4/69", "1969-04-03"), ("%B %d, %Y", "march 5, 2024", "2024-03-05"),
    ("%d %b %Y", "05  MAR 2024", "2024-03-05"), ("%d%m%Y", "05032024", "2024-03-05"),
    ("%Y-%m-%d %H:%M:%S", "2024-03-05 23:59:01", "2024-03-05"),
    ("%A %d %B %Y", "Tuesday 5 March 2024", "2024-03-05"),
    ("%m-%d-%Y%%", "3-5-2024%", "2024-03-05"),
  ])
  func `reads dates by a format`(format: String, text: String, expected: String) throws {
    #expect(try #require(DateFormat(format)).date(text)?.description == expected)
  }

  @Test(arguments: [
    ("%d/%m/%Y", "31/02/2024"), ("%d/%m/%Y", "03/04/2024 "), ("%d/%m", "03/04"),
    ("%d/%m/%Y", "03-04-2024"), ("%Y", "24"),
  ])
  func `a format fits the whole text or not at all`(format: String, text: String) throws {
    #expect(try #require(DateFormat(format)).date(text) == nil)
  }

  @Test func `knows no format of another language`() {
    #expect(DateFormat("%MMMM") != nil)
    #expect(DateFormat("%Q") == nil)
  }

  @Test(arguments: [
    ("1er mars 2024", "2024-03-01"), ("30 Juin 2015 ", "2015-06-30"),
    ("5. März 2024", "2024-03-05"),
    ("14th August 2024", "2024-08-14"), ("August 14th, 2024", "2024-08-14"),
    ("12 maart 2024", "2024-03-12"), ("3 września 2024", "2024-09-03"),
    ("18 de julio de 2024", "2024-07-18"), ("4 février 2024", "2024-02-04"),
    ("17-Jan-2024", "2024-01-17"), ("2024-03-05T12:30:00", "2024-03-05"),
    ("2024/03/05", "2024-03-05"), ("20240305", "2024-03-05"), ("vrijdag 1 mei 2024", "2024-05-01"),
    ("31/12/2024", "2024-12-31"), ("12/31/2024 10:15", "2024-12-31"), ("05/05/2024", "2024-05-05"),
  ])
  func `reads dates without a format`(text: String, expected: String) {
    let reading = TemplateDates(formats: []).date(text)
    #expect(reading?.date.description == expected)
    #expect(reading?.isDoubtful == false)
  }

  @Test func `doubts a date whose day could be its month`() {
    let reading = TemplateDates(formats: []).date("03/04/2024")
    #expect(reading?.date.description == "2024-03-04")
    #expect(reading?.isDoubtful == true)
    #expect(TemplateDates(formats: []).date("13/04/24")?.isDoubtful == true)
  }

  @Test(arguments: ["March 2024", "12", "", "soon", "32/13/2024", "1 foo 2024"])
  func `makes up no part of a date`(text: String) {
    #expect(TemplateDates(formats: []).date(text) == nil)
  }
}
