// Workbook.swift — the cells of a spreadsheet (ECMA-376, .xlsx) as a tree.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads a workbook: a zip of XML, of which only cells are looked at; formulas are never computed,
/// what they last gave stands beside them.
///
/// The tree is `workbook/sheet[name]/row[number]` with a child for each cell from the first column
/// on: `text`, `number` (decimal point, at most six decimals), `date` (ISO 8601) or `empty`.
struct Workbook {
  private let parts: [String: [UInt8]]
  private let limits: ReadingLimits

  /// The workbook in a zip file, or nil when it is something else.
  ///
  /// - Throws: those of `ZipContents.parts`.
  init?(_ source: SourceBytes, limits: ReadingLimits) throws(Problem) {
    let files = try ZipContents(limits: limits).parts(of: source)
    parts = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    self.limits = limits
    guard parts[Self.types] != nil, parts.keys.contains(where: { $0.hasPrefix("xl/") }) else {
      return nil
    }
  }

  private static let types = "[Content_Types].xml"

  /// The tree of all worksheets, in the order of their tabs.
  ///
  /// - Throws: those of `MarkupParser`; refusal `archive-unreadable` when parts are missing.
  func tree() throws(Problem) -> MarkupTree {
    let main = try relations(of: "").values.first { $0.type.hasSuffix("/officeDocument") }
    guard let main, let book = try part(main.target) else {
      throw Problem(.refusal, "archive-unreadable")
    }
    let relations = try relations(of: main.target)
    func sole(_ type: String) throws(Problem) -> MarkupElement? {
      guard let found = relations.values.first(where: { $0.type.hasSuffix(type) }) else {
        return nil
      }
      return try part(found.target)
    }
    let cells = CellReader(
      strings: try sole("/sharedStrings").map(Self.texts) ?? [],
      dateStyles: try sole("/styles").map(DateStyles.init) ?? DateStyles(),
      startsIn1904: ["1", "true"].contains(book.at("workbookPr")?.attributes["date1904"] ?? "")
    )
    var sheets: [MarkupElement] = []
    for sheet in book.at("sheets")?.children ?? [] {
      guard let relation = relations[sheet.attributes["id"] ?? ""],
        relation.type.hasSuffix("/worksheet"), let content = try part(relation.target)
      else { continue }
      sheets.append(
        MarkupElement(
          "sheet",
          attributes: ["name": sheet.attributes["name"] ?? ""],
          children: (content.at("sheetData")?.children ?? []).enumerated().map { place, row in
            cells.row(row, at: place + 1)
          }
        )
      )
    }
    return MarkupTree(namespace: "", root: MarkupElement("workbook", children: sheets))
  }

  /// The texts that cells point at; pronunciations are left out.
  private static func texts(of shared: MarkupElement) -> [String] {
    shared.children.map(CellReader.richText)
  }

  // MARK: Parts

  private struct Relation {
    let type: String
    let target: String
  }

  /// What a part points at, by id (ECMA-376 part 2, clause 9.3); "" is the package itself.
  private func relations(of path: String) throws(Problem) -> [String: Relation] {
    let folders = path.split(separator: "/").dropLast()
    let name = path.split(separator: "/").last ?? ""
    let place = (folders + ["_rels", name + ".rels"]).joined(separator: "/")
    var relations: [String: Relation] = [:]
    for child in try part(place)?.children ?? [] {
      guard let id = child.attributes["Id"], let target = child.attributes["Target"] else {
        continue
      }
      relations[id] = Relation(
        type: child.attributes["Type"] ?? "",
        target: target.hasPrefix("/")
          ? String(target.dropFirst()) : (folders + [target[...]]).joined(separator: "/")
      )
    }
    return relations
  }

  private func part(_ path: String) throws(Problem) -> MarkupElement? {
    guard let bytes = parts[path] else { return nil }
    return try MarkupParser(limits: limits).tree(of: SourceBytes(bytes)).root
  }
}
