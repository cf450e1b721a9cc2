// LedgerEntryRow.swift — rows of the ledger as entries.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Invoicing

/// The columns that `ledgerEntry(of:)` reads by their places: a question brings hundreds of rows, and
/// looking each column up by its name would take most of the time.
let entryColumns = """
  source, id, kind, ordinal, party_code, party_name, party_iban, account, reference, document_date, \
  booking_date, due_date, amount, currency, label, is_open, is_partly_paid, source_line, lines
  """

/// The entry in a row of `entryColumns`.
func ledgerEntry(of row: Row) throws -> LedgerEntry {
  guard let currency = Currency(code: row[13]), let kind = LedgerEntry.Kind(rawValue: row[2]) else {
    throw Problem(.fault, "register-damaged", ["detail": "ledger_entry"])
  }
  func day(_ place: Int) -> CalendarDate? {
    (row[place] as String?).flatMap { CalendarDate(iso: $0) }
  }
  return LedgerEntry(
    id: LedgerEntryID(source: row[0], id: row[1]),
    kind: kind,
    partyCode: row[4],
    partyName: row[5],
    partyIBAN: row[6],
    account: row[7],
    reference: row[8],
    documentDate: day(9),
    bookingDate: day(10),
    dueDate: day(11),
    amount: Money(minorUnits: row[12], currency: currency),
    label: row[14],
    isOpen: row[15],
    isPartlyPaid: row[16],
    sourceLine: row[17],
    lines: try (row[18] as String?).map { try value(of: $0) } ?? []
  )
}
