// CSV.swift — lists and ledgers in CSV or a workbook, read through a mapping.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// CSV, or a workbook, by the first mapping of the settings that fits the file; a single mapping is
  /// always used.
  ///
  /// - Throws: when read, `csv-mapping-missing`, `workbook-headings-missing`, `csv-quote-unclosed`,
  ///   `csv-column-missing`, `csv-date-unreadable`, `csv-amount-unreadable`,
  ///   `csv-currency-unknown`, `csv-id-twice`, `csv-order-total-differs`, `pattern-limit`.
  static let csv = LedgerFormat(
    name: "csv",
    recognises: { file, settings in MappedFile.mapping(for: file, settings) != nil },
    read: { file, settings throws(Problem) in
      let only = settings.mappings.count == 1 ? settings.mappings.first : nil
      guard let mapping = only ?? MappedFile.mapping(for: file, settings) else {
        throw Problem(.usage, "csv-mapping-missing", ["file": file.name])
      }
      return try MappedFile(file, mapping: mapping).read(books: settings.currency)
    }
  )
}

/// A table with the mapping that reads it.
struct MappedFile: Sendable {
  let mapping: LedgerMapping
  private let header: [String]
  /// From the row below the headings on.
  private let rows: RowCursor

  /// - Throws: `csv-quote-unclosed`, `csv-header-missing`, `workbook-headings-missing`.
  init(_ file: LedgerFile, mapping: LedgerMapping) throws(Problem) {
    self.mapping = mapping
    var rows = try Self.rows(of: file, mapping)
    guard let header = try rows.next() else {
      throw Problem(.refusal, "csv-header-missing", ["file": file.name])
    }
    self.header = header.fields
    self.rows = rows
  }

  private static func rows(
    of file: LedgerFile,
    _ mapping: LedgerMapping
  ) throws(Problem) -> RowCursor {
    if let workbook = WorkbookRows(file) {
      guard let rows = workbook.rows(for: mapping, fileName: file.name) else {
        let headings = mapping.header.joined(separator: ", ")
        throw Problem(
          .refusal,
          "workbook-headings-missing",
          ["file": file.name, "headings": headings, "mapping": mapping.source]
        )
      }
      return RowCursor(rows)
    }
    let encoding = mapping.encoding ?? TextEncoding.detected(in: file.bytes)
    let bytes = encoding.utf8(file.bytes)
    let text = SeparatedText.dropping(lines: mapping.skip, of: bytes)
    let separator =
      mapping.separator ?? SeparatedText.separator(ofLine: text.prefix { $0 != 10 && $0 != 13 })
    return RowCursor(
      RowScanner(
        bytes: bytes,
        separator: separator,
        at: text.startIndex,
        line: mapping.skip + 1
      )
    )
  }

  /// The first mapping that fits the file's name and headings, or nil.
  static func mapping(for file: LedgerFile, _ settings: LedgerSettings) -> LedgerMapping? {
    if let workbook = WorkbookRows(file) {
      return settings.mappings.first { workbook.fits($0, fileName: file.name) }
    }
    return settings.mappings.first { mapping in
      let head = LedgerFile(bytes: Array(file.bytes.prefix(16_000)), name: file.name)
      guard let headings = headings(of: head, mapping) else { return false }
      return mapping.fits(name: file.name, headings: headings)
    }
  }

  private static func headings(of file: LedgerFile, _ mapping: LedgerMapping) -> [String]? {
    let encoding = mapping.encoding ?? TextEncoding.detected(in: file.bytes)
    let text = SeparatedText.dropping(lines: mapping.skip, of: encoding.utf8(file.bytes))
    let line = text.prefix { $0 != 10 && $0 != 13 }
    let separator = mapping.separator ?? SeparatedText.separator(ofLine: line)
    return (try? SeparatedText.rows(Array(line), separator: separator))?.first?.fields
  }

  /// - Throws: the problems of `MappedColumns` and `MappedRow`, `csv-id-twice`,
  ///   `csv-order-total-differs`, `csv-receipt-incomplete`.
  func read(books: Currency) throws(Problem) -> LedgerImport {
    let columns = try MappedColumns(mapping: mapping, headings: header)
    guard case .entries(let kind) = mapping.content else { return try receipts(columns, books) }
    let start = EntryCursor(
      rows: MappedRowCursor(rows: rows, columns: columns, books: books),
      kind: kind
    )
    var cursor = start
    let entries: LedgerEntries
    if let merge = mapping.merge {
      var merger = EntryMerger(merge)
      while let entry = try cursor.next() { try merger.add(entry) }
      entries = LedgerEntries(merger.entries)
    } else {
      var ids: Set<String> = []
      while let entry = try cursor.next() {
        guard ids.insert(entry.id.id).inserted else {
          let place = ["line": String(entry.sourceLine), "id": entry.id.id]
          throw Problem(.refusal, "csv-id-twice", place)
        }
      }
      entries = LedgerEntries(count: ids.count, made: { start.iterator() })
    }
    return LedgerImport(
      source: mapping.source,
      entries: entries,
      control: cursor.control,
      listsAllOpen: kind != .bankLine
    )
  }

  /// What came of orders; several deliveries of a line are added up.
  ///
  /// - Throws: the problems of `MappedColumns` and `MappedRow`, `csv-receipt-incomplete`.
  private func receipts(
    _ columns: MappedColumns,
    _ books: Currency
  ) throws(Problem) -> LedgerImport {
    struct Place: Hashable {
      let order: String
      let line: String
    }
    var places: [Place] = []
    var quantities: [Place: DecimalNumber] = [:]
    var cursor = MappedRowCursor(rows: rows, columns: columns, books: books)
    while let mapped = try cursor.next() {
      guard let order = mapped.text(.id), let line = mapped.text(.line),
        let quantity = try mapped.number(.quantity),
        let sum = (quantities[Place(order: order, line: line)] ?? .zero).adding(quantity)
      else { throw Problem(.refusal, "csv-receipt-incomplete", ["line": String(mapped.row.line)]) }
      let place = Place(order: order, line: line)
      if quantities[place] == nil { places.append(place) }
      quantities[place] = sum
    }
    return LedgerImport(
      source: mapping.source,
      entries: LedgerEntries([]),
      receipts: places.map { place in
        GoodsReceipt(order: place.order, line: place.line, quantity: quantities[place] ?? .zero)
      },
      control: ControlSums(rowCount: cursor.count, totalDebit: 0, totalCredit: 0)
    )
  }
}
