// SignedTotalTests.swift — credit notes take away.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import facturier

@Suite struct SignedTotalTests {
  @Test(arguments: [("380", 5_640), ("381", -5_640), ("386", 5_640)] as [(String, Int64)])
  func `a credit note stands below zero`(type: String, cents: Int64) {
    let total = Money(minorUnits: 5_640, currency: .euro)
    #expect(total.signed(byType: type).minorUnits == cents)
  }

  @Test func `sums at the limit of 64 bits are held there`() {
    let least = Money(minorUnits: .min, currency: .euro)
    #expect(least.signed(byType: "381").minorUnits == .max)
    var sum = StatusReport.Sum()
    for _ in 0..<2 { sum.add(Money(minorUnits: .max, currency: .euro)) }
    #expect(sum.count == 2 && sum.list.map(\.minorUnits) == [.max])
  }
}
