// DateStyles.swift — which styles of a workbook show numbers as dates.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The styles that show a number as a date: a date is a number that only its style tells.
struct DateStyles {
  private var areDates: [Bool] = []

  init() {}

  /// Of the part "styles" (ECMA-376 part 1, clauses 18.8.10 and 18.8.31).
  init(_ styles: MarkupElement) {
    var custom: [String: Bool] = [:]
    for format in styles.at("numFmts")?.children ?? [] {
      guard let id = format.attributes["numFmtId"] else { continue }
      custom[id] = Self.isDate(code: format.attributes["formatCode"] ?? "")
    }
    areDates = (styles.at("cellXfs")?.children ?? []).map { style in
      let id = style.attributes["numFmtId"] ?? "0"
      return custom[id] ?? Int(id).map(Self.isBuiltInDate) ?? false
    }
  }

  /// Whether a cell's attribute `s` names such a style.
  func isDate(_ style: String?) -> Bool {
    guard let style, let index = Int(style), areDates.indices.contains(index) else { return false }
    return areDates[index]
  }

  /// 14…17 and 22 are dates everywhere, 27…36 and 50…58 in East Asian languages.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
  }

  /// Whether a format writes days or years, outside of quotes and brackets; files hold the English
  /// letters whatever the language of the program.
  private static func isDate(code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    // The first section is that of positive numbers.
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if !isQuoted, !isBracketed {
        if character == ";" { return false }
        if character == "\\" || character == "_" || character == "*" {
          isEscaped = true
        } else if character == "y" || character == "d" {
          return true
        }
      }
    }
    return false
  }
}
