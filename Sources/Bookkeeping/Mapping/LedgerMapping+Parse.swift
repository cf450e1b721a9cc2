// LedgerMapping+Parse.swift — a mapping from its YAML file.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing
internal import Patterns

extension LedgerMapping {
  private static let keys = [
    "kind", "source", "match", "encoding", "separator", "skip", "footer", "decimal", "date",
    "fields", "amount", "currency", "open", "merge", "skip_if",
  ]

  /// The mapping that a YAML text writes; `file` is the name that problems carry.
  ///
  /// - Throws: `mapping-syntax`, `mapping-key-unknown`, `mapping-key-missing`,
  ///   `mapping-value-wrong`, `mapping-pattern-wrong`, each with file, line and column.
  package static func parse(_ text: String, file: String) throws(Problem) -> LedgerMapping {
    let root = try MappingNode.root(text, file: file)
    let children = try root.children(keys)
    let content = try content(children["kind"])
    for key in ["source", "fields"] + (content == .receipts ? [] : ["amount"])
    where children[key] == nil {
      throw root.missing(key)
    }
    if content == .receipts { try requireReceiptFields(children["fields"]) }
    let match = try children["match"]?.children(["file", "header"]) ?? [:]
    return LedgerMapping(
      content: content,
      source: try children["source"]?.text() ?? "",
      fileGlob: try match["file"]?.text(),
      header: try match["header"]?.texts() ?? [],
      encoding: try encoding(children["encoding"]),
      separator: try separator(children["separator"]),
      skip: try children["skip"]?.number() ?? 0,
      footer: try children["footer"]?.pattern(),
      decimal: try decimal(children["decimal"]),
      dates: try dates(children["date"]),
      columns: try columns(children["fields"]),
      amount: try amount(children["amount"], columns: children["fields"]),
      currency: try currency(children["currency"]),
      open: try openness(children["open"]),
      merge: try children["merge"]?.choice(["same": Merge.same, "sum": .sum]),
      skipIf: try conditions(children["skip_if"])
    )
  }

  private static func content(_ node: MappingNode?) throws(Problem) -> Content {
    let choices: [String: Content] = [
      "open_item": .entries(.openItem), "purchase_order": .entries(.purchaseOrder),
      "bank_line": .entries(.bankLine), "goods_receipt": .receipts,
    ]
    return try node?.choice(choices) ?? .entries(.openItem)
  }

  private static func requireReceiptFields(_ node: MappingNode?) throws(Problem) {
    let fields = try node?.children(Field.allCases.map(\.rawValue)) ?? [:]
    for field in [Field.id, .line, .quantity] where fields[field.rawValue] == nil {
      if let node { throw node.missing(field.rawValue) }
    }
  }

  private static func encoding(_ node: MappingNode?) throws(Problem) -> TextEncoding? {
    guard let node, try node.text() != "auto" else { return nil }
    let pairs = TextEncoding.allCases.map { ($0.rawValue, $0) }
    return try node.choice(Dictionary(uniqueKeysWithValues: pairs))
  }

  private static func separator(_ node: MappingNode?) throws(Problem) -> UInt8? {
    guard let node, try node.text() != "auto" else { return nil }
    return try node.choice([";": 59, ",": 44, "tab": 9, "\t": 9, "|": 124])
  }

  private static func decimal(_ node: MappingNode?) throws(Problem) -> DecimalMark {
    try node?.choice([",": DecimalMark.comma, ".": .point, "auto": .auto]) ?? .auto
  }

  private static func dates(_ node: MappingNode?) throws(Problem) -> [DateFormat] {
    guard let node else {
      return ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "yyyyMMdd"].compactMap(DateFormat.init)
    }
    let patterns = try node.texts()
    let formats = patterns.compactMap(DateFormat.init)
    guard formats.count == patterns.count, !formats.isEmpty else {
      throw node.wrong("dd/MM/yyyy, yyyy-MM-dd")
    }
    return formats
  }

  private static func columns(_ node: MappingNode?) throws(Problem) -> [Field: String] {
    var columns: [Field: String] = [:]
    for (key, child) in try node?.children(Field.allCases.map(\.rawValue)) ?? [:] {
      if let field = Field(rawValue: key) { columns[field] = try child.text() }
    }
    return columns
  }

  private static func amount(
    _ node: MappingNode?,
    columns: MappingNode?
  ) throws(Problem) -> Amount {
    guard let node else { return .debitCredit }
    if node.isScalar {
      let text = try node.text()
      guard text == "debit-credit" else { return .column(text, isCredit: false) }
      let fields = try columns?.children(Field.allCases.map(\.rawValue)) ?? [:]
      for key in ["debit", "credit"] where fields[key] == nil {
        throw columns?.missing(key) ?? node.missing(key)
      }
      return .debitCredit
    }
    let children = try node.children(["column", "positive", "sense", "debit"])
    guard let column = try children["column"]?.text() else { throw node.missing("column") }
    if let sense = try children["sense"]?.text() {
      return .sense(sense, column: column, debit: try children["debit"]?.text() ?? "D")
    }
    let signs = ["debit": false, "credit": true]
    return .column(column, isCredit: try children["positive"]?.choice(signs) ?? false)
  }

  private static func currency(_ node: MappingNode?) throws(Problem) -> Currency? {
    guard let node else { return nil }
    guard let currency = Currency(code: try node.text()) else { throw node.wrong("EUR, CHF…") }
    return currency
  }

  private static func openness(_ node: MappingNode?) throws(Problem) -> Openness {
    guard let node else { return .always }
    if node.isScalar { return try node.choice(["always": .always, "letter": .letter]) }
    let children = try node.children(["column", "closed", "partial", "left", "of"])
    if let left = try children["left"]?.text() {
      guard let whole = try children["of"]?.text() else { throw node.missing("of") }
      return .left(left, of: whole)
    }
    guard let column = try children["column"]?.text() else { throw node.missing("column") }
    return .status(
      column,
      closed: try children["closed"]?.texts() ?? [],
      partial: try children["partial"]?.texts() ?? []
    )
  }

  private static func conditions(_ node: MappingNode?) throws(Problem) -> [Condition] {
    var conditions: [Condition] = []
    for item in try node?.items() ?? [] {
      var condition: Condition = [:]
      for (column, pattern) in try item.entries() { condition[column] = try pattern.pattern() }
      conditions.append(condition)
    }
    return conditions
  }
}
