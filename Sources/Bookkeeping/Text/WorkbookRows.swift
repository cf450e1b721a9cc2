// WorkbookRows.swift — rows of a workbook as a CSV file would have them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The rows of a workbook as a reader tells them: `workbook/sheet/row`, see target Reading.
struct WorkbookRows {
  private let sheets: [MarkupElement]

  /// Headings stand below titles and addresses, but not deeper than this.
  private static let mostTitleRows = 40

  /// Nil when the file is no workbook.
  init?(_ file: LedgerFile) {
    guard let root = file.markup?.root, root.name == "workbook" else { return nil }
    sheets = root.children
  }

  /// Whether any sheet has the headings that a mapping asks for.
  func fits(_ mapping: LedgerMapping, fileName: String) -> Bool {
    table(for: mapping, fileName: fileName) != nil
  }

  /// The first sheet that a mapping fits, from its headings on; nil when it fits none.
  ///
  /// Numbers and dates are written as the mapping would have them.
  func rows(for mapping: LedgerMapping, fileName: String) -> [SeparatedRow]? {
    table(for: mapping, fileName: fileName)?.map { row($0, mapping) }
  }

  /// The same as it stands; a mapping that asks for no headings takes the first row that is not blank.
  private func table(for mapping: LedgerMapping, fileName: String) -> ArraySlice<MarkupElement>? {
    for sheet in sheets {
      let start = sheet.children.prefix(mapping.skip + Self.mostTitleRows).indices
        .dropFirst(mapping.skip).first { index in
          let row = row(sheet.children[index], mapping)
          return !row.isBlank && mapping.fits(name: fileName, headings: row.fields)
        }
      if let start { return sheet.children[start...] }
    }
    return nil
  }

  private func row(_ element: MarkupElement, _ mapping: LedgerMapping) -> SeparatedRow {
    SeparatedRow(
      line: element.attributes["number"].flatMap { Int($0) } ?? 0,
      fields: element.children.map { text(of: $0, mapping) }
    )
  }

  private func text(of cell: MarkupElement, _ mapping: LedgerMapping) -> String {
    switch cell.name {
    case "date":
      return CalendarDate(iso: cell.text).flatMap { date in
        mapping.dates.first.map { $0.text(of: date) }
      } ?? cell.text
    case "number":
      let parts = cell.text.split(separator: ".")
      guard parts.count == 2 else { return cell.text }
      switch mapping.decimal {
      case .point: return cell.text
      case .comma: return parts.joined(separator: ",")
      // Three decimals might be taken for thousands; four are never.
      case .auto: return parts[1].count == 3 ? cell.text + "0" : cell.text
      }
    default: return cell.text
    }
  }
}
