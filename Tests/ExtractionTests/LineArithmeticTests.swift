// LineArithmeticTests.swift — quantity × price = net, with discounts and misread digits.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Extraction

@Suite struct LineArithmeticTests {
  private let arithmetic = LineArithmetic(exponent: 2)

  private func number(_ text: String, decimals: Int? = nil, percent: Bool = false) throws
    -> PrintedNumber
  {
    let value = try #require(DecimalNumber(text))
    let printed = text.split(separator: ".").dropFirst().first?.count ?? 0
    return PrintedNumber(
      value: value,
      decimals: decimals ?? printed,
      isPercent: percent,
      currency: nil,
      words: 0..<1
    )
  }

  private func row(_ texts: [String]) throws -> [PrintedNumber] { try texts.map { try number($0) } }

  @Test func `finds quantity, price and net by what they make`() throws {
    let places = try #require(arithmetic.places(in: row(["6.8", "210.00", "1428.00"])))
    #expect(places == (0, 1, 2))
  }

  @Test func `takes numbers between price and net for discounts`() throws {
    let one = try #require(arithmetic.places(in: row(["10", "11.75", "15", "99.88"])))
    #expect(one == (0, 1, 3))
    let two = try #require(arithmetic.places(in: row(["100", "2.00", "20", "10", "144.00"])))
    #expect(two == (0, 1, 4))
  }

  @Test func `passes numbers of the description by`() throws {
    let places = try #require(arithmetic.places(in: row(["250", "2", "78.200", "156.40"])))
    #expect(places == (1, 2, 3))
  }

  @Test func `finds nothing where nothing agrees`() throws {
    #expect(arithmetic.places(in: try row(["20.00", "481.74", "96.35"])) == nil)
    #expect(arithmetic.places(in: try row(["3", "5.00", "16.00"])) == nil)
    #expect(arithmetic.places(in: []) == nil)
  }

  @Test func `mends the one digit that makes the numbers agree`() throws {
    let misread = LineNumbers(
      quantity: try number("10.942"),
      price: try number("13.780"),
      net: try number("149.91")
    )
    let mended = try #require(arithmetic.mended(misread))
    #expect(mended.price.value == DecimalNumber("13.7"))
    #expect(mended.net == misread.net)
  }

  @Test func `mends nothing where two changes would do`() throws {
    let open = LineNumbers(
      quantity: try number("2"),
      price: try number("3.00"),
      net: try number("8.00")
    )
    #expect(arithmetic.mended(open) == nil)
  }

  @Test func `puts lost decimal marks back`() throws {
    let bare = LineNumbers(
      quantity: try number("4"),
      price: try number("7400"),
      net: try number("29600")
    )
    let marked = try #require(arithmetic.marked(bare))
    #expect(marked.price.value == DecimalNumber("74"))
    #expect(marked.net.value == DecimalNumber("296"))
  }

  @Test func `does not take time for a row of many numbers`() throws {
    let many = try (0..<5000).map { _ in try number("1.00") }
    #expect(arithmetic.places(in: many) == nil)
  }
}
