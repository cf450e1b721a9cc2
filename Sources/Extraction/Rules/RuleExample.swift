// RuleExample.swift — a sample document of a rule file, and what must be found on it.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A sample document and what must be found on it: `rules test` holds the rules to it.
package struct RuleExample: Hashable, Sendable {
  /// A value as a rule file writes it.
  package enum Expected: Hashable, Sendable {
    case text(String)
    case date(CalendarDate)
    /// In the currency of the invoice.
    case amount(DecimalNumber)
    case flag(Bool)
    /// The field must not be found.
    case absent
  }

  /// The path of the sample as it is written; a relative one starts at the folder of the rule file.
  package let sample: String
  package let fields: [FieldName: Expected]

  /// The expected value as a draft would hold it; nil where none may be there, or the currency has
  /// fewer decimals.
  package func value(of field: FieldName, currency: Currency) -> FieldValue? {
    switch fields[field] {
    case .text(let text): .text(text)
    case .date(let date): .date(date)
    case .amount(let number): Money(number, currency: currency).map(FieldValue.amount)
    case .flag(let flag): .flag(flag)
    case .absent, nil: nil
    }
  }
}

extension RuleExample.Expected {
  /// Reads a value of a field; nil when it is none of its kind, or the field is a list.
  init?(_ text: String, of field: FieldDefinition) {
    switch field.kind {
    case .text, .identifier, .code: self = .text(text)
    case .date:
      guard let date = CalendarDate(iso: text) else { return nil }
      self = .date(date)
    case .amount:
      guard let number = DecimalNumber(text) else { return nil }
      self = .amount(number)
    case .flag:
      guard let flag = Bool(text) else { return nil }
      self = .flag(flag)
    case .vatBreakdown, .lines: return nil
    }
  }
}

/// An example with the rule file that names it.
package struct PlacedExample: Hashable, Sendable {
  /// The path of the rule file.
  package let file: String
  package let profile: String
  package let example: RuleExample

  /// The path of the sample, from where the rule file lies.
  package var sample: String {
    if example.sample.hasPrefix("/") { return example.sample }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder.map(String.init) + [example.sample]).joined(separator: "/")
  }
}

extension RuleBook {
  /// The examples of the profiles in force, in the order of their files' paths.
  package var examples: [PlacedExample] {
    let inForce = Set((languages + suppliers).map(\.name))
    return contents.sorted { $0.key < $1.key }.flatMap { path, content -> [PlacedExample] in
      guard case .profile(let profile) = content.meaning, inForce.contains(profile.name) else {
        return []
      }
      return profile.examples.map {
        PlacedExample(file: path, profile: profile.name, example: $0)
      }
    }
  }
}
