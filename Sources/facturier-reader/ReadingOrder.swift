// ReadingOrder.swift — what the parent asks for.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing
internal import Reading

/// What the parent asks for, from the arguments.
struct ReadingOrder {
  let plan: ReadingPlan
  let limits: ReadingLimits

  /// Nil when an argument is unknown, comes twice, or is not what it must be.
  init?(_ arguments: [String]) {
    var plan: ReadingPlan?
    var limits: ReadingLimits?
    guard arguments.count.isMultiple(of: 2) else { return nil }
    for index in stride(from: 0, to: arguments.count, by: 2) {
      let json = Data(arguments[index + 1].utf8)
      switch arguments[index] {
      case "--plan" where plan == nil:
        plan = try? JSONDecoder().decode(ReadingPlan.self, from: json)
        guard plan != nil else { return nil }
      case "--limits" where limits == nil:
        limits = try? JSONDecoder().decode(ReadingLimits.self, from: json)
        guard limits != nil else { return nil }
      default: return nil
      }
    }
    guard let plan else { return nil }
    self.plan = plan
    self.limits = limits ?? ReadingLimits()
  }
}
