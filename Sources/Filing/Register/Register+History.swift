// Register+History.swift — what came from a seller before is looked up.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
package import Invoicing

extension Register {
  /// What the register and the books know about the seller of an invoice.
  ///
  /// - `key`: of the invoice that is looked at.
  /// - `supplier`: its seller in the master, or nil.
  /// - `hasMaster`: whether there is a master.
  /// - `document`: its document; invoices of later ones are not looked at, so that a verdict does not
  ///   depend on what is read meanwhile.
  package func supplierHistory(
    of key: InvoiceKey,
    supplier: Supplier?,
    hasMaster: Bool,
    before document: Int64
  ) async throws(Problem) -> SupplierHistory {
    try await read { database in
      let booked = try supplier.map { supplier in
        try bookedInvoices(of: supplier.code, except: key.number, in: database)
      }
      let rows = try Row.fetchAll(
        database,
        sql: """
          WITH same_seller (id) AS (
            SELECT * FROM (SELECT id FROM invoice WHERE seller_key = ?1
              ORDER BY issue_date DESC LIMIT ?4)
            UNION SELECT * FROM (SELECT id FROM invoice WHERE supplier_code = ?2
              ORDER BY issue_date DESC LIMIT ?4)
          )
          SELECT id, document, number, issue_date, due_date, total, currency, invoice_type, state, iban_key
          FROM same_seller JOIN invoice USING (id)
          WHERE document < ?3 AND state NOT IN ('discarded', 'duplicate')
          ORDER BY issue_date DESC, id DESC
          """,
        arguments: [key.seller, supplier?.code, document, mostInvoices]
      )
      let approved = try rows.filter(isApproved)
      return SupplierHistory(
        supplier: supplier,
        hasMaster: hasMaster,
        approvedIBANs: Set(approved.compactMap { $0["iban_key"] as String? }),
        mailDomains: try mailDomains(of: approved.map { $0["document"] }, in: database),
        invoices: try rows.map(earlierInvoice(of:)),
        bookedTotals: SupplierHabits.told(by: booked ?? [], \.total),
        habits: SupplierHabits(of: booked ?? []),
        acceptedWarnings: try acceptedWarningCounts(key.seller, supplier?.code, in: database),
        lookalikes: try lookalikes(of: key, supplier?.code, before: document, in: database)
      )
    }
  }

  /// How the books say that a supplier's invoices are booked, due and paid.
  package func supplierHabits(of code: String) async throws(Problem) -> SupplierHabits {
    try await read { database in
      SupplierHabits(of: try bookedInvoices(of: code, except: nil, in: database))
    }
  }

  /// The invoices of a seller about which nobody has decided, by id.
  package func undecidedInvoices(
    of key: InvoiceKey,
    supplierCode: String?
  ) async throws(Problem) -> [Int64] {
    try await read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT id FROM invoice WHERE (seller_key = ?1 OR supplier_code = ?2)
            AND state IN (\(undecidedStates)) ORDER BY id
          """,
        arguments: [key.seller, supplierCode]
      )
    }
  }
}

/// So many of the latest invoices of a seller are looked at.
private let mostInvoices = 200

private func isApproved(_ row: Row) throws -> Bool {
  let state: InvoiceState = try row.known("state")
  return state.isApproved
}

private func earlierInvoice(of row: Row) throws -> EarlierInvoice {
  let currency = (row["currency"] as String?).flatMap(Currency.init(code:))
  return EarlierInvoice(
    id: row["id"],
    number: row["number"],
    issueDate: row.day("issue_date"),
    total: (row["total"] as Int64?).flatMap { units in
      currency.map { Money(minorUnits: units, currency: $0) }
    },
    dueDate: row.day("due_date"),
    isCreditNote: row["invoice_type"] as String == "381",
    isApproved: try isApproved(row),
    isPaid: row["state"] as String == "paid"
  )
}

private func mailDomains(of documents: [Int64], in database: Database) throws -> Set<String> {
  let mails = try String.fetchAll(
    database,
    sql: """
      SELECT DISTINCT json_extract(mail, '$.address') FROM sighting
      WHERE mail IS NOT NULL AND document IN (\(placeholders(documents.count)))
      """,
    arguments: StatementArguments(documents)
  )
  return Set(mails.compactMap(MailHeader.domain(of:)))
}

/// The latest invoices of a supplier in the books, of each source.
private func bookedInvoices(
  of supplier: String,
  except number: String?,
  in database: Database
) throws -> [BookedInvoice] {
  let rows = try Row.fetchAll(
    database,
    sql: """
      SELECT source, amount, currency, document_date, due_date, charge_account, vat_rate, paid_on
      FROM ledger_entry
      WHERE party_code = ?1 AND kind = 'open_item' AND amount < 0
        AND (?2 IS NULL OR skeleton IS NOT ?2)
      ORDER BY document_date DESC LIMIT ?3
      """,
    arguments: [supplier, number, mostInvoices]
  )
  return rows.compactMap { row in
    guard let currency = Currency(code: row["currency"]) else { return nil }
    return BookedInvoice(
      source: row["source"],
      total: Money(minorUnits: -(row["amount"] as Int64), currency: currency),
      documentDate: row.day("document_date"),
      dueDate: row.day("due_date"),
      booking: Booking(
        chargeAccount: row["charge_account"],
        vatRate: (row["vat_rate"] as Int32?).map(VATRate.init(hundredthsOfPercent:)),
        paidOn: row.day("paid_on")
      )
    )
  }
}

/// Invoices of other sellers with the same total, at most ten days apart.
private func lookalikes(
  of key: InvoiceKey,
  _ supplierCode: String?,
  before document: Int64,
  in database: Database
) throws -> [EarlierInvoice] {
  guard let total = key.total, let date = key.issueDate else { return [] }
  return try Row.fetchAll(
    database,
    sql: """
      SELECT id, number, issue_date, due_date, total, currency, invoice_type, state FROM invoice
      WHERE total = ?1 AND currency = ?2 AND issue_date BETWEEN ?3 AND ?4 AND document < ?5
        AND state NOT IN ('discarded', 'duplicate')
        AND seller_key IS NOT ?6 AND (supplier_code IS NULL OR supplier_code IS NOT ?7)
      ORDER BY id LIMIT 20
      """,
    arguments: [
      total.minorUnits, total.currency.code, date.adding(days: -10).description,
      date.adding(days: 10).description, document, key.seller, supplierCode,
    ]
  ).map(earlierInvoice(of:))
}
