// TemplateValue.swift — what a template finds, and from which words.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// A value in the vocabulary of templates: what YAML can state and fields can hold.
package indirect enum TemplateValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case whole(Int64)
  case number(DecimalNumber)
  case text(String)
  case date(CalendarDate)
  case list([TracedValue])
  case record(TemplateRecord)
}

/// A value with the words it was read from.
package struct TracedValue: Hashable, Sendable {
  package let value: TemplateValue
  /// Words of the grid, ascending; empty for what the template states itself.
  let words: [Int32]
  /// Whether another reading of the same words is plausible.
  package let isDoubtful: Bool

  init(_ value: TemplateValue, words: [Int32] = [], isDoubtful: Bool = false) {
    self.value = value
    self.words = words
    self.isDoubtful = isDoubtful
  }

  /// Whether Python takes it for false.
  var isFalsy: Bool {
    switch value {
    case .null: true
    case .flag(let flag): !flag
    case .whole(let number): number == 0
    case .number(let number): number == .zero
    case .text(let text): text.isEmpty
    case .date: false
    case .list(let list): list.isEmpty
    case .record(let record): record.names.isEmpty
    }
  }

  /// Whether a field keeps it: what is true, and zero.
  var isKept: Bool {
    switch value {
    case .flag, .whole, .number: true
    default: !isFalsy
    }
  }

  /// The number, or nil when it is none.
  var number: DecimalNumber? {
    switch value {
    case .whole(let number): DecimalNumber(mantissa: number)
    case .number(let number): number
    default: nil
    }
  }
}

/// Values by name, in the order in which they were set.
package struct TemplateRecord: Hashable, Sendable {
  package private(set) var names: [String] = []
  private var values: [String: TracedValue] = [:]

  package subscript(name: String) -> TracedValue? {
    get { values[name] }
    set {
      if newValue == nil { names.removeAll { $0 == name } }
      if newValue != nil, values[name] == nil { names.append(name) }
      values[name] = newValue
    }
  }

  /// Renames a value unless the new name is taken.
  mutating func rename(_ name: String, to target: String) {
    guard let value = values[name], values[target] == nil else { return }
    values[name] = nil
    values[target] = value
    names = names.map { $0 == name ? target : $0 }
  }
}

extension TracedValue {
  /// The rows of a list of records; empty for anything else.
  var records: [TemplateRecord] {
    guard case .list(let list) = value else { return [] }
    return list.compactMap { if case .record(let record) = $0.value { record } else { nil } }
  }
}
