// TemplateRun+Tables.swift — named values of the lines of a table.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Patterns

extension TemplateRun {
  /// The values of a table by name; nil where the table does not stand in the text.
  ///
  /// A date that cannot be read makes the whole table worthless.
  mutating func values(
    of table: TableRule,
    in source: TracedText
  ) throws(TemplateFailure) -> TemplateRecord? {
    guard let start = try matches(of: table.start, in: source, limit: 1).first,
      let end = try matches(of: table.end, in: source, limit: 1).first
    else { return nil }
    let (from, to) = (start.range.upperBound, end.range.lowerBound)
    let body = source.slice(from..<max(from, to))
    var columns: [String: [TracedValue]] = [:]
    for line in try parts(of: body, by: table.separator) where !line.stripped.isEmpty {
      guard let match = try matches(of: table.body, in: line, limit: 1).first else { continue }
      for (name, number) in table.body.groupNames {
        let text = match.group(number).map { line.slice($0) } ?? TracedText()
        let isDate = name.hasPrefix("date") || name.hasSuffix("date")
        let type = isDate ? .date : name.hasPrefix("amount") ? .float : table.types[name]
        let value = try read(text, as: type)
        if isDate, value.value == .null { return nil }
        columns[name, default: []].append(value)
      }
    }
    var record = TemplateRecord()
    for (name, values) in columns.sorted(by: { $0.key < $1.key }) {
      if let group = table.groups[name] {
        record[name] = try Self.grouped(values, by: group)
      } else {
        record[name] = values.count == 1 ? values[0] : TracedValue(.list(values))
      }
    }
    return record
  }
}
