// TemplateJSON.swift — the JSON that invoice2data prints.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension TemplateRecord {
  /// As invoice2data prints it: dates as 2024-03-15, floats with a point, names as the template
  /// writes them.
  package var json: String {
    "{"
      + names.compactMap { name in
        self[name].map { TemplateValue.quoted(name) + ": " + $0.value.json }
      }.joined(separator: ", ") + "}"
  }
}

extension TemplateValue {
  /// The value as JSON.
  fileprivate var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .whole, .number: plainText
    case .text(let text): Self.quoted(text)
    case .date(let date): Self.quoted("\(date)")
    case .list(let list): "[" + list.map(\.value.json).joined(separator: ", ") + "]"
    case .record(let record): record.json
    }
  }

  fileprivate static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
