// Migrations.swift — the shape of the register, step by step; a released step never changes.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Invoicing

/// The steps that make the register's tables, append-only.
enum Migrations {
  /// "FACT" in ASCII: tells our file from any other SQLite database (PRAGMA application_id).
  static let applicationID = 0x4641_4354

  /// How many steps this binary knows (PRAGMA user_version).
  static let version = 6

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("0001 documents, invoices, decisions, ledger") { database in
      try database.execute(sql: schema0001)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("0002 bank lines") { database in
      try database.execute(sql: bankLines0002)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("0003 files inside files") { database in
      try database.execute(sql: containers0003)
      try fillTwinKeys(database)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("0004 platforms") { database in
      try database.execute(sql: platforms0004)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("0005 history of sellers, lines of orders") { database in
      try database.execute(sql: history0005)
      try fillOrderKeys(database)
      try database.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("0006 judged proposals, habits of suppliers, rates") { database in
      try database.execute(sql: judgements0006)
      try learnFromDecisions(database)
      try database.execute(sql: "PRAGMA user_version = 6")
    }
    return migrator
  }

  /// Refuses a file that is not ours, or whose steps this binary does not know.
  static func refuseForeign(_ database: Database, mustBeCurrent: Bool = false) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    guard isEmpty || application == applicationID else {
      throw Problem(.configuration, "register-foreign")
    }
    let versions = ["found": String(found), "known": String(version)]
    if found > version { throw Problem(.configuration, "register-newer", versions) }
    if mustBeCurrent, found < version {
      throw Problem(.configuration, "register-older", versions)
    }
  }
}

private let schema0001 =
  itemTables + documentTables + invoiceTables + decisionTables + ledgerTables + supplierTables

private let itemTables = """
  -- One sequence numbers documents and invoices; a row here is never deleted, so that an invoice
  -- that a later assessment finds again has its old id.
  CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER REFERENCES item (id),
    first_page INTEGER,
    UNIQUE (document, first_page)
  ) STRICT;

  CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    arguments TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_item ON audit (item);
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
  CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

  """

private let documentTables = """
  CREATE TABLE document (
    number INTEGER PRIMARY KEY REFERENCES item (id),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size INTEGER NOT NULL,
    format TEXT NOT NULL,
    state TEXT NOT NULL
      CHECK (state IN ('received', 'reading', 'read', 'not_invoice', 'quarantined')),
    received_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    interruptions INTEGER NOT NULL DEFAULT 0,
    not_before TEXT,
    -- Grows with every claim; the claim's lease while it is open.
    claims INTEGER NOT NULL DEFAULT 0,
    is_leased INTEGER NOT NULL DEFAULT 0,
    pages_done INTEGER,
    pages_total INTEGER,
    problem TEXT,
    problem_code TEXT,
    quarantined_as TEXT,
    reader_version TEXT,
    plan_key TEXT,
    assessed_with TEXT,
    document_type TEXT,
    declared_type TEXT
  ) STRICT;
  CREATE INDEX document_by_state ON document (state, number);
  CREATE INDEX document_by_problem ON document (problem_code) WHERE problem_code IS NOT NULL;

  CREATE TABLE sighting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (number),
    file_name BLOB NOT NULL,
    claim_key TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    channel TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sighting_by_document ON sighting (document);

  CREATE TABLE reading (
    sha256 TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    plan_key TEXT NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (sha256, reader_version, plan_key)
  ) STRICT;

  """

private let invoiceTables = """
  CREATE TABLE invoice (
    id INTEGER PRIMARY KEY REFERENCES item (id),
    document INTEGER NOT NULL REFERENCES document (number),
    first_page INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('to_review', 'ready', 'approved', 'posted', 'paid',
      'on_hold', 'disputed', 'duplicate', 'discarded')),
    row_version INTEGER NOT NULL DEFAULT 1,
    assessment BLOB NOT NULL,
    match BLOB,
    match_status TEXT,
    supplier_code TEXT,
    duplicate_of INTEGER REFERENCES item (id),
    hold_until TEXT,
    paid_on TEXT,
    paid_by TEXT,
    filed_path TEXT,
    -- Normal forms for finding it again; amounts in minor units of the currency.
    seller_key TEXT,
    number_key TEXT,
    number TEXT,
    seller_name TEXT,
    invoice_type TEXT NOT NULL,
    issue_date TEXT,
    due_date TEXT,
    total INTEGER,
    amount_due INTEGER,
    currency TEXT,
    supplier_text TEXT NOT NULL,
    search_text TEXT NOT NULL,
    UNIQUE (document, first_page)
  ) STRICT;
  CREATE INDEX invoice_by_state ON invoice (state, id);
  CREATE INDEX invoice_by_seller ON invoice (seller_key, number_key);
  CREATE INDEX invoice_by_supplier ON invoice (supplier_code, number_key);
  CREATE INDEX invoice_by_date ON invoice (issue_date);
  CREATE INDEX invoice_by_total ON invoice (total);

  """

private let decisionTables = """
  CREATE TABLE decision (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id),
    decision TEXT NOT NULL,
    author TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    -- The row as it was before, for undoing.
    before BLOB NOT NULL,
    undone_by TEXT,
    undone_at TEXT
  ) STRICT;
  CREATE INDEX decision_by_item ON decision (item);
  CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
  CREATE TRIGGER decision_is_fixed
  BEFORE UPDATE OF number, item, decision, author, decided_at, before ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

  """

private let ledgerTables = """
  CREATE TABLE ledger_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    entries INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE ledger_entry (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('open_item', 'purchase_order', 'bank_line')),
    -- An entry of the books can have several supplier lines under one id; from 1.
    ordinal INTEGER NOT NULL,
    party_code TEXT,
    party_name TEXT,
    account TEXT,
    reference TEXT,
    document_date TEXT,
    booking_date TEXT,
    due_date TEXT,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    label TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    source_line INTEGER NOT NULL,
    skeleton TEXT,
    digits TEXT,
    import INTEGER NOT NULL REFERENCES ledger_import (id),
    PRIMARY KEY (source, id, kind, ordinal)
  ) STRICT;
  CREATE INDEX entry_by_amount ON ledger_entry (amount, currency, document_date);
  CREATE INDEX entry_by_skeleton ON ledger_entry (skeleton) WHERE skeleton IS NOT NULL;
  CREATE INDEX entry_by_digits ON ledger_entry (digits) WHERE digits IS NOT NULL;
  CREATE INDEX entry_by_party ON ledger_entry (party_code, document_date)
  WHERE party_code IS NOT NULL;

  CREATE TABLE link (
    invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    entry TEXT NOT NULL,
    is_accepted INTEGER NOT NULL,
    PRIMARY KEY (invoice, source, entry)
  ) STRICT;
  CREATE INDEX link_by_entry ON link (source, entry, invoice);

  """

private let supplierTables = """
  CREATE TABLE supplier (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    vat_id TEXT,
    siren TEXT,
    ibans TEXT NOT NULL,
    country TEXT,
    default_account TEXT,
    currency TEXT
  ) STRICT;

  """

/// What the text of a bank line names (one transfer often pays several invoices), and whom it pays.
private let bankLines0002 = """
  ALTER TABLE ledger_entry ADD COLUMN party_iban TEXT;
  ALTER TABLE ledger_entry ADD COLUMN is_partly_paid INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE named_reference (
    skeleton TEXT NOT NULL,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (skeleton, source, id, kind, ordinal),
    FOREIGN KEY (source, id, kind, ordinal)
      REFERENCES ledger_entry (source, id, kind, ordinal) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX named_reference_by_entry ON named_reference (source, id, kind, ordinal);

  CREATE TABLE payee (
    key TEXT NOT NULL,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (key, source, id, kind, ordinal),
    FOREIGN KEY (source, id, kind, ordinal)
      REFERENCES ledger_entry (source, id, kind, ordinal) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX payee_by_entry ON payee (source, id, kind, ordinal);

  """

/// In which mail or archive a file came, how deep, and who sent it.
///
/// Mails and archives were refused before, so nothing has to be filled in.
private let containers0003 = """
  ALTER TABLE sighting ADD COLUMN container INTEGER REFERENCES document (number);
  ALTER TABLE sighting ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sighting ADD COLUMN mail TEXT;
  CREATE INDEX sighting_by_container ON sighting (container) WHERE container IS NOT NULL;

  -- What twins are known by besides the seller's identifier, and the same words on the same pages.
  ALTER TABLE invoice ADD COLUMN name_key TEXT;
  ALTER TABLE invoice ADD COLUMN iban_key TEXT;
  CREATE INDEX invoice_by_name ON invoice (name_key, number_key) WHERE name_key IS NOT NULL;
  CREATE INDEX invoice_by_iban ON invoice (iban_key, number_key) WHERE iban_key IS NOT NULL;
  ALTER TABLE document ADD COLUMN text_key TEXT;
  CREATE INDEX document_by_text ON document (text_key) WHERE text_key IS NOT NULL;

  """

/// By which way documents came, what came together in a folder, and what plateformes agréées say has
/// become of invoices.
private let platforms0004 = """
  ALTER TABLE sighting ADD COLUMN parcel TEXT;
  CREATE INDEX sighting_by_parcel ON sighting (parcel) WHERE parcel IS NOT NULL;

  ALTER TABLE document ADD COLUMN arrival TEXT NOT NULL DEFAULT 'upload'
    CHECK (arrival IN ('platform', 'mail', 'scan', 'upload'));
  UPDATE document SET arrival = 'scan' WHERE format IN ('tiff', 'jpeg', 'png');
  UPDATE document SET arrival = 'mail'
  WHERE number IN (SELECT document FROM sighting WHERE channel IN ('mail', 'maildir'));

  CREATE TABLE lifecycle (
    document INTEGER NOT NULL REFERENCES document (number),
    ordinal INTEGER NOT NULL,
    number_key TEXT NOT NULL,
    -- As in invoice.seller_key; NULL when the message names no seller.
    seller_key TEXT,
    status TEXT NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX lifecycle_by_number ON lifecycle (number_key, seller_key);

  -- Paid before it was invoiced: never due.
  ALTER TABLE invoice ADD COLUMN is_paid_already INTEGER NOT NULL DEFAULT 0;

  """

/// A seller's latest invoices, found without reading the others; what orders hold, what came of them
/// and which invoices name them.
private let history0005 = """
  CREATE INDEX invoice_by_seller_date ON invoice (seller_key, issue_date);
  CREATE INDEX invoice_by_supplier_date ON invoice (supplier_code, issue_date);

  ALTER TABLE ledger_entry ADD COLUMN lines TEXT;
  -- Of a frequent supplier four entries in five are settled.
  CREATE INDEX open_entry_by_party ON ledger_entry (party_code, document_date)
  WHERE is_open AND party_code IS NOT NULL;
  ALTER TABLE invoice ADD COLUMN order_key TEXT;
  CREATE INDEX invoice_by_order ON invoice (order_key) WHERE order_key IS NOT NULL;

  CREATE TABLE goods_receipt (
    order_key TEXT NOT NULL,
    line TEXT NOT NULL,
    source TEXT NOT NULL,
    order_number TEXT NOT NULL,
    quantity TEXT NOT NULL,
    PRIMARY KEY (order_key, line, source)
  ) STRICT, WITHOUT ROWID;

  """

/// What people made of proposed links, and when they allowed sure ones again; how entries were booked and
/// paid.
private let judgements0006 = """
  CREATE TABLE link_judgement (
    invoice INTEGER NOT NULL REFERENCES item (id),
    kind TEXT NOT NULL,
    decision INTEGER NOT NULL,
    permille INTEGER NOT NULL,
    was_automatic INTEGER NOT NULL,
    agrees INTEGER NOT NULL,
    PRIMARY KEY (invoice, kind)
  ) STRICT;
  CREATE INDEX link_judgement_by_kind ON link_judgement (kind, was_automatic, decision, agrees);

  CREATE TABLE link_resumption (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    after_decision INTEGER NOT NULL,
    author TEXT NOT NULL,
    resumed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE accepted_warning (
    invoice INTEGER NOT NULL REFERENCES item (id),
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    decision INTEGER NOT NULL,
    PRIMARY KEY (invoice, code, detail)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE warning_resumption (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    seller_key TEXT,
    supplier_code TEXT,
    code TEXT NOT NULL,
    after_decision INTEGER NOT NULL,
    author TEXT NOT NULL,
    resumed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX warning_resumption_by_code ON warning_resumption (code);

  -- Units of the currency for one euro.
  CREATE TABLE exchange_rate (
    currency TEXT NOT NULL,
    date TEXT NOT NULL,
    per_euro TEXT NOT NULL,
    PRIMARY KEY (currency, date)
  ) STRICT, WITHOUT ROWID;

  -- In hundredths of a percent.
  ALTER TABLE ledger_entry ADD COLUMN charge_account TEXT;
  ALTER TABLE ledger_entry ADD COLUMN vat_rate INTEGER;
  ALTER TABLE ledger_entry ADD COLUMN paid_on TEXT;

  """

/// Draws from the decisions of an older register what they teach; from one that cannot be read, nothing.
private func learnFromDecisions(_ database: Database) throws {
  let invoices = try Int64.fetchAll(
    database,
    sql: "SELECT DISTINCT item FROM decision WHERE item IN (SELECT id FROM invoice) ORDER BY item"
  )
  for invoice in invoices { try? learn(fromDecisionsOn: invoice, in: database) }
}

/// Gives the invoices of an older register the keys of step 0003; one that cannot be read has none.
private func fillTwinKeys(_ database: Database) throws {
  try fill(database) { key in ["name_key": key.sellerName, "iban_key": key.iban] }
}

/// The same of step 0005.
private func fillOrderKeys(_ database: Database) throws {
  try fill(database) { key in ["order_key": key.order] }
}

private func fill(
  _ database: Database,
  with columns: (InvoiceKey) -> KeyValuePairs<String, String?>
) throws {
  let rows = try Row.fetchCursor(database, sql: "SELECT id, assessment FROM invoice")
  var keys: [(id: Int64, key: InvoiceKey)] = []
  while let row = try rows.next() {
    guard let assessment: Assessment = try? value(of: row["assessment"] as Data) else { continue }
    keys.append((row["id"], InvoiceKey(assessment.draft)))
  }
  for (id, key) in keys {
    for (column, text) in columns(key) {
      try database.execute(
        sql: "UPDATE invoice SET \(column) = ? WHERE id = ?",
        arguments: [text, id]
      )
    }
  }
}
