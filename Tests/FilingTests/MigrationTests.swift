// MigrationTests.swift — a register of an older version is brought up to date.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Invoicing
import Testing

@testable import Filing

@Suite struct MigrationTests {
  @Test func `an assessment that cannot be read stops no step`() throws {
    let home = try TemporaryHome()
    let queue = try DatabaseQueue(path: home.register)
    try Migrations.migrator.migrate(queue, upTo: "0002 bank lines")
    try queue.write { database in
      for number in [1, 2] {
        try database.execute(sql: "INSERT INTO item DEFAULT VALUES")
        let text = number == 1 ? Data("{".utf8) : try json(assessed().assessment)
        try database.execute(
          sql: """
            INSERT INTO document (number, sha256, size, format, state, received_at)
            VALUES (?, ?, 1, 'pdf', 'read', 'x')
            """,
          arguments: [number, documentID("\(number)").hex]
        )
        try database.execute(
          sql: """
            INSERT INTO invoice
              (id, document, first_page, state, assessment, invoice_type, supplier_text, search_text)
            VALUES (?, ?, 1, 'ready', ?, '380', '', '')
            """,
          arguments: [number, number, text]
        )
      }
    }
    try Migrations.migrator.migrate(queue)
    let keys = try queue.read { database in
      try String?.fetchAll(database, sql: "SELECT name_key FROM invoice ORDER BY id")
    }
    #expect(keys == [nil, "OVHSAS"])
  }
}
