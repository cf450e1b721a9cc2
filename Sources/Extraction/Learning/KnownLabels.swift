// KnownLabels.swift — which field a label speaks of, where two fields have one value.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The fields that the general rules know labels of.
///
/// An invoice may be issued on the day of delivery, and without VAT its totals are equal: then a label
/// beside the value may be that of the other field.
struct KnownLabels {
  private let fields: [LabelText: Set<FieldName>]

  init(_ languages: [Profile]) {
    var fields: [LabelText: Set<FieldName>] = [:]
    for rule in languages.flatMap(\.rules) {
      guard case .label(let finder) = rule.finder else { continue }
      for label in finder.labels { fields[label, default: []].insert(rule.field.name) }
    }
    self.fields = fields
  }

  /// The last words of a label, where they alone are a label of the field.
  ///
  /// Of "fin de mois – échéance le" these are "échéance le": the fewer words a label has, the less of it
  /// recognition can tear or misread. Nil where the label has no such words, or is known itself.
  func shortened(_ label: String, of field: FieldName) -> String? {
    guard LabelText(label).flatMap({ fields[$0] }) == nil else { return nil }
    let words = label.split(separator: " ")
    let starts = words.indices.dropFirst().filter { words[$0].contains(where: \.isLetter) }
    return starts.lazy.map { words[$0...].joined(separator: " ") }.first {
      LabelText($0).flatMap { fields[$0] }?.contains(field) ?? false
    }
  }

  /// The rules whose labels speak of their field.
  ///
  /// A label of another field is left out. One that no general rule knows and that stands beside the
  /// values of several fields is left out too, unless the fields are the total and what is left to pay,
  /// which are one as a rule: then it is the total's.
  func told(_ rules: [LearnedRule]) -> [LearnedRule] {
    let known = rules.filter { rule in
      guard let label = rule.label, let owners = fields[label] else { return true }
      return owners.contains(rule.field.name)
    }
    return known.filter { rule in
      guard let label = rule.label, fields[label] == nil else { return true }
      let names = Set(known.filter { $0.label == label }.map(\.field.name))
      if names.count == 1 { return true }
      let totals: Set = [Field.totalWithVAT.name, Field.amountDue.name]
      return names.isSubset(of: totals) && rule.field.name == Field.totalWithVAT.name
    }
  }
}

extension LearnedRule {
  /// The label that it looks for, or nil when it looks for none.
  fileprivate var label: LabelText? {
    guard case .label(let text, _) = way else { return nil }
    return LabelText(text)
  }
}
