// CellReader.swift — what the cells of a worksheet show.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads rows and cells of a worksheet (ECMA-376 part 1, clauses 18.3.1.4 and 18.3.1.73).
struct CellReader {
  /// The texts that cells of type "s" point at.
  let strings: [String]
  let dateStyles: DateStyles
  /// Whether days are counted from 1904, as old Macintosh programs did.
  let startsIn1904: Bool

  /// Excel has 16,384 columns; a reference beyond is a lie.
  private static let mostColumns = 16_384

  /// A row with a cell for each column up to the last that is filled; `place` is its number where it
  /// tells none.
  func row(_ row: MarkupElement, at place: Int) -> MarkupElement {
    var cells: [MarkupElement] = []
    for cell in row.children where cell.name == "c" {
      let column = cell.attributes["r"].flatMap(Self.column) ?? cells.count
      guard column < Self.mostColumns, column >= cells.count else { continue }
      cells += repeatElement(MarkupElement("empty"), count: column - cells.count)
      cells.append(value(of: cell))
    }
    let number = row.attributes["r"].flatMap { Int($0) } ?? place
    return MarkupElement("row", attributes: ["number": String(number)], children: cells)
  }

  /// The index from 0 of the column in a reference: "AB12" is 27; nil when it is none.
  private static func column(of reference: String) -> Int? {
    let letters = reference.utf8.prefix { (65...90).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }

  private func value(of cell: MarkupElement) -> MarkupElement {
    let content = cell.at("v")?.text ?? ""
    switch cell.attributes["t"] ?? "n" {
    case "s":
      let index = Int(content) ?? -1
      return text(strings.indices.contains(index) ? strings[index] : "")
    case "inlineStr": return text(cell.at("is").map(Self.richText) ?? "")
    case "n":
      guard let number = Double(content), number.isFinite else { return text(content) }
      if dateStyles.isDate(cell.attributes["s"]), let date = date(ofSerial: number) {
        return MarkupElement("date", text: date.description)
      }
      return MarkupElement("number", text: CellNumber.text(of: number))
    // "str", "b", "e" and "d" (an ISO date).
    default: return text(content)
    }
  }

  private func text(_ text: String) -> MarkupElement {
    text.isEmpty ? MarkupElement("empty") : MarkupElement("text", text: text)
  }

  /// The day of a serial number: 1 is 1900-01-01, and 60 a day that never was.
  private func date(ofSerial serial: Double) -> CalendarDate? {
    // 9999-12-31 is 2,958,465; below one it is a time.
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let days = Int(serial)
    if startsIn1904 { return CalendarDate(dayNumber: days - 24_107) }
    return CalendarDate(dayNumber: days - (days < 60 ? 25_568 : 25_569))
  }

  /// The characters of a text in runs of several fonts.
  static func richText(_ element: MarkupElement) -> String {
    element.children.map { child in
      switch child.name {
      case "t": child.text
      case "r": richText(child)
      default: ""
      }
    }.joined()
  }
}

/// Numbers of cells as texts.
enum CellNumber {
  /// With a decimal point and at most six decimals: sums of binary fractions are off by less.
  static func text(of number: Double) -> String {
    guard number.magnitude < 9e12 else { return number.description }
    let millionths = Int64((number * 1_000_000).rounded())
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = millionths < 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    let padded = String(repeating: "0", count: 6 - String(rest).count) + String(rest)
    let end = padded.lastIndex { $0 != "0" } ?? padded.startIndex
    return sign + String(whole) + "." + padded[...end]
  }
}
