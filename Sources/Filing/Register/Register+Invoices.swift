// Register+Invoices.swift — invoices are looked up.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
package import Invoicing

extension Register {
  /// The invoices that the filter asks for with all their evidence, by id.
  ///
  /// Decoding costs about a millisecond for each invoice; `summaries` is for long lists.
  package func invoices(
    _ filter: InvoiceFilter = InvoiceFilter()
  ) async throws(Problem) -> [InvoiceRecord] {
    try await read { database in
      try rows(filter, in: database).map { try invoiceRecord(of: $0, in: database) }
    }
  }

  /// The invoices that the filter asks for as a list shows them, by id.
  package func summaries(
    _ filter: InvoiceFilter = InvoiceFilter()
  ) async throws(Problem) -> [InvoiceSummary] {
    try await read { database in try rows(filter, in: database).map(invoiceSummary(of:)) }
  }

  /// The invoice with this id, or nil.
  package func invoice(_ id: Int64) async throws(Problem) -> InvoiceRecord? {
    try await read { database in
      try invoiceRow(id, in: database).map { try invoiceRecord(of: $0, in: database) }
    }
  }

  /// The invoices about which nobody has decided, by id.
  package func undecidedInvoices() async throws(Problem) -> [InvoiceRecord] {
    let states = InvoiceState.allCases.filter(\.isUndecided)
    return try await invoices(InvoiceFilter(states: Set(states)))
  }

  /// Invoices of other documents or pages that may be the same one, the earliest first.
  ///
  /// They have the same seller (by identifier, code, name or account) and number, or, where either has
  /// no number, the same seller, date of issue and total; or the same words stand on the same pages.
  /// A credit note and an invoice are never twins; discarded invoices are not looked at.
  ///
  /// - `key`: of the invoice that is looked at.
  /// - `supplierCode`: also finds invoices of this supplier, whatever identifies the seller.
  /// - `except`: the document and first page that is looked at itself, and its own id.
  package func twins(
    of key: InvoiceKey,
    supplierCode: String? = nil,
    except document: Int64,
    firstPage: Int
  ) async throws(Problem) -> [InvoiceTwin] {
    let isCreditNote = key.invoiceType == "381"
    return try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH same_seller (id) AS (
            SELECT id FROM invoice WHERE seller_key = ?1
            UNION SELECT id FROM invoice WHERE supplier_code = ?2
            UNION SELECT id FROM invoice WHERE name_key = ?3
            UNION SELECT id FROM invoice WHERE iban_key = ?4
          ), twin (id) AS (
            SELECT id FROM same_seller JOIN invoice USING (id) WHERE number_key = ?5
              OR ((number_key IS NULL OR ?5 IS NULL) AND issue_date = ?6 AND total = ?7)
            UNION SELECT invoice.id FROM document AS own
              JOIN document AS other ON other.text_key = own.text_key
              JOIN invoice ON invoice.document = other.number
              WHERE own.number = ?8 AND other.number <> own.number AND invoice.first_page = ?9
          )
          SELECT id, document, invoice.state, invoice.number, issue_date, total, currency, arrival
          FROM twin JOIN invoice USING (id) JOIN document ON document.number = invoice.document
          WHERE (invoice_type = '381') = ?10 AND invoice.state <> 'discarded'
            AND NOT (document = ?8 AND first_page = ?9)
          ORDER BY id
          """,
        arguments: [
          key.seller, supplierCode, key.sellerName, key.iban, key.number,
          key.issueDate?.description, key.total?.minorUnits, document, firstPage, isCreditNote,
        ]
      ).map(invoiceTwin(of:))
    }
  }

  /// Notes where the browsable copy of an invoice lies, relative to the home; nil: nowhere.
  package func setFiledPath(_ id: Int64, _ path: String?) async throws(Problem) {
    try await write { database in
      try database.execute(
        sql: "UPDATE invoice SET filed_path = ? WHERE id = ?",
        arguments: [path, id]
      )
    }
  }

  /// The history of a document with its invoices, or of an invoice with its document, oldest first.
  package func history(of item: Int64) async throws(Problem) -> [AuditRecord] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM audit WHERE item = ?1 OR item = (SELECT document FROM item WHERE id = ?1)
            OR item IN (SELECT id FROM item WHERE document = ?1)
          ORDER BY number
          """,
        arguments: [item]
      ).map(auditRecord(of:))
    }
  }
}

/// The columns of an invoice with those of its document that its record shows.
private let invoiceColumns = """
  SELECT invoice.*, document.sha256, document.received_at, document.arrival, (SELECT file_name FROM sighting
    WHERE sighting.document = invoice.document ORDER BY sighting.id LIMIT 1) AS file_name
  FROM invoice JOIN document ON document.number = invoice.document
  """

/// The row of an invoice with its document's columns, or nil.
func invoiceRow(_ id: Int64, in database: Database) throws -> Row? {
  try Row.fetchOne(database, sql: "\(invoiceColumns) WHERE invoice.id = ?", arguments: [id])
}

/// The row of an invoice and what it holds.
func storedInvoice(_ id: Int64, in database: Database) throws -> (Row, StoredInvoice) {
  guard let row = try invoiceRow(id, in: database) else {
    throw Problem(.usage, "no-such-invoice", ["id": String(id)])
  }
  return (row, try StoredInvoice(row))
}

/// The record of an invoice that exists.
func invoiceRecord(_ id: Int64, in database: Database) throws -> InvoiceRecord {
  try invoiceRecord(of: storedInvoice(id, in: database).0, in: database)
}

/// The rows that the filter asks for, by id.
private func rows(_ filter: InvoiceFilter, in database: Database) throws -> [Row] {
  let conditions = filter.conditions
  let sql = """
    \(invoiceColumns)
    WHERE \((["1"] + conditions.map(\.sql)).joined(separator: " AND "))
    ORDER BY invoice.id LIMIT ? OFFSET ?
    """
  let arguments = conditions.flatMap(\.arguments) + [filter.limit ?? -1, filter.offset]
  return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(arguments))
}

/// Of invoices that nothing has paid, as far as bank and books tell.
private let unpaidCondition = """
  invoice.state NOT IN ('paid', 'duplicate', 'discarded') AND invoice.invoice_type <> '381'
  AND NOT invoice.is_paid_already
  AND NOT EXISTS (
    SELECT 1 FROM link JOIN ledger_entry AS entry
      ON entry.source = link.source AND entry.id = link.entry
    WHERE link.invoice = invoice.id AND (entry.kind = 'bank_line'
      OR entry.kind = 'open_item' AND NOT entry.is_open)
  )
  """

private struct Condition {
  let sql: String
  let arguments: [(any DatabaseValueConvertible)?]
}

extension InvoiceFilter {
  /// Its conditions as SQL.
  fileprivate var conditions: [Condition] {
    var list: [Condition] = []
    if !states.isEmpty {
      let names = states.map(\.rawValue).sorted()
      list.append(
        Condition(sql: "invoice.state IN (\(placeholders(names.count)))", arguments: names)
      )
    }
    if let ids {
      let marks = placeholders(ids.count)
      let sql = "(invoice.id IN (\(marks)) OR invoice.document IN (\(marks)))"
      list.append(Condition(sql: sql, arguments: ids + ids))
    }
    if let issued {
      let days = [issued.lowerBound.description, issued.upperBound.description]
      list.append(Condition(sql: "invoice.issue_date BETWEEN ? AND ?", arguments: days))
    }
    if let total {
      let bounds = [total.lowerBound, total.upperBound]
      list.append(Condition(sql: "invoice.total BETWEEN ? AND ?", arguments: bounds))
    }
    if unpaidOnly { list.append(Condition(sql: unpaidCondition, arguments: [])) }
    list += words(supplier).map {
      Condition(sql: "instr(invoice.supplier_text, ?)", arguments: [$0])
    }
    list += words(text).map { Condition(sql: "instr(invoice.search_text, ?)", arguments: [$0]) }
    return list
  }

  private func words(_ text: String?) -> [String] {
    folded(text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

private func invoiceRecord(of row: Row, in database: Database) throws -> InvoiceRecord {
  let stored = try StoredInvoice(row)
  let lifecycle = try (row["number_key"] as String?).map { number in
    try lifecycleEvents(number: number, seller: row["seller_key"], in: database)
  }
  return InvoiceRecord(
    id: row["id"],
    documentNumber: row["document"],
    document: try row.documentID("sha256"),
    fileName: row.bytes("file_name"),
    filedPath: row["filed_path"],
    state: stored.state,
    rowVersion: row["row_version"],
    receivedAt: row["received_at"],
    arrival: try row.known("arrival"),
    lifecycle: lifecycle ?? [],
    assessment: stored.assessment,
    match: stored.match,
    supplierCode: stored.supplierCode,
    duplicateOf: stored.duplicateOf,
    holdUntil: stored.holdUntil,
    paidOn: stored.paidOn,
    paidBy: stored.paidBy
  )
}

private func invoiceSummary(of row: Row) throws -> InvoiceSummary {
  InvoiceSummary(
    id: row["id"],
    documentNumber: row["document"],
    fileName: row.bytes("file_name"),
    filedPath: row["filed_path"],
    state: try row.known("state"),
    sellerName: row["seller_name"],
    supplierCode: row["supplier_code"],
    number: row["number"],
    invoiceType: row["invoice_type"],
    issueDate: row.day("issue_date"),
    dueDate: row.day("due_date"),
    isPaidAlready: row["is_paid_already"],
    total: row.money("total"),
    amountDue: row.money("amount_due"),
    matchStatus: (row["match_status"] as String?).flatMap(MatchProposal.Status.init(rawValue:)),
    duplicateOf: row["duplicate_of"],
    holdUntil: row.day("hold_until"),
    paidOn: row.day("paid_on")
  )
}

private func invoiceTwin(of row: Row) throws -> InvoiceTwin {
  InvoiceTwin(
    id: row["id"],
    documentNumber: row["document"],
    state: try row.known("state"),
    number: row["number"],
    issueDate: row.day("issue_date"),
    total: row.money("total"),
    arrival: try row.known("arrival")
  )
}

private func auditRecord(of row: Row) throws -> AuditRecord {
  AuditRecord(
    number: row["number"],
    item: row["item"],
    at: row["at"],
    actor: row["actor"],
    action: row["action"],
    arguments: try value(of: row["arguments"] as String)
  )
}

extension Row {
  /// The amount in a column, in the currency of the column of that name; nil without either.
  fileprivate func money(_ column: String) -> Money? {
    guard let units: Int64 = self[column], let code: String = self["currency"] else { return nil }
    return Currency(code: code).map { Money(minorUnits: units, currency: $0) }
  }
}
