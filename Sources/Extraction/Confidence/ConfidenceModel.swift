// ConfidenceModel.swift — signals made into the probability that a value is right.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import Invoicing

/// How much each signal weighs: a logistic model, fitted on documents with known truth.
///
/// Weights are hundredths of the natural logarithm of the odds.
package struct ConfidenceModel: Hashable, Sendable {
  /// What speaks for a value of a group before anything else is known.
  package let base: [SignalGroup: Int]
  package let weights: [SignalGroup: [Signal: Int]]
  /// How much more than its odds a value of a group needs to be at the promise: what held-back
  /// documents showed to be overrated.
  package let caution: [SignalGroup: Int]

  package init(
    base: [SignalGroup: Int],
    weights: [SignalGroup: [Signal: Int]],
    caution: [SignalGroup: Int] = [:]
  ) {
    self.base = base
    self.weights = weights
    self.caution = caution
  }

  /// The probability that a value with these signals is right.
  package func confidence(of group: SignalGroup, _ signals: Set<Signal>) -> Confidence {
    let own = weights[group] ?? [:]
    let sum = signals.reduce(base[group] ?? 0) { $0 + (own[$1] ?? 0) }
    let confidence = Self.logistic(sum)
    // What neither a label nor check digits nor arithmetic vouch for is never promised.
    let isUnproved =
      !signals.isDisjoint(with: [.isRepaired, .isUnlabelled, .isPerhapsCut])
      && [.dates, .numbers, .names].contains(group)
      || group == .numbers && signals.contains(.isVeryDoubtful)
    guard confidence >= .promise,
      isUnproved || Self.logistic(sum - (caution[group] ?? 0)) < .promise
    else { return confidence }
    return Confidence(permille: Int(Confidence.promise.permille) - 1)
  }

  private static func logistic(_ sum: Int) -> Confidence {
    // Nothing that a machine read is certain: that word is a person's.
    Confidence(permille: min(999, Int(1000 / (1 + exp(-Double(sum) / 100)))))
  }

  /// The group of a field.
  package static func group(of field: FieldName) -> SignalGroup {
    switch field {
    case Field.iban.name, Field.sellerVATID.name, Field.buyerVATID.name,
      Field.paymentReference.name, Field.sellerLegalID.name, Field.sellerCountry.name:
      .checked
    case Field.sellerName.name, Field.buyerName.name: .names
    default:
      switch FieldDefinition.named(field)?.kind {
      case .amount: .amounts
      case .date: .dates
      case .code, .flag: .codes
      case .vatBreakdown, .lines: .lists
      case .identifier, .text, nil: .numbers
      }
    }
  }
}
