// LedgerFilesTests.swift — files of the books that the configuration names are read again.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Filing
import Foundation
import Invoicing
import Logging
import Service
import Testing

@testable import facturier

@Suite struct LedgerFilesTests {
  private func statement(_ amount: String, id: String) -> String {
    """
    OFXHEADER:100
    DATA:OFXSGML

    <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
    <BANKACCTFROM><BANKID>18459<ACCTID>07114654180</BANKACCTFROM>
    <BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250304<TRNAMT>\(amount)<FITID>\(id)
    <NAME>ZOE OUTILLAGE</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>

    """
  }

  @Test func `imports at first, when a file has changed, and not what it cannot read`() async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "releve.ofx")
    let gone = folder.appending(path: "gone.ofx").path
    try Data(statement("-120.00", id: "B1").utf8).write(to: file)
    let home = Home(folder.path)
    try Data(
      """
      language: en
      intake: {settle: 10ms}
      ledger:
        files: ["\(gone)", "\(file.path)"]

      """.utf8
    ).write(to: URL(filePath: home.configuration))
    let session = try Session(home: home, phrases: Phrases(.english))
    let workshop = try await session.workshop(logLevel: .critical)
    let files = LedgerFiles(session: session, workshop: workshop)

    await files.importChanged()
    #expect(try await workshop.register.entries().map(\.id.id) == ["B1"])

    try Data("not a statement".utf8).write(to: file)
    await files.importChanged()
    #expect(try await workshop.register.entries().count == 1)

    try Data(statement("-80.00", id: "B2").utf8).write(to: file)
    await files.importChanged()
    #expect(
      try await workshop.register.entries().map(\.id.id).sorted() == ["B1", "B2"]
    )
    let text = statement("-80.00", id: "B2")
    let hash = FileDigest.digest(of: Array(text.utf8)).hex
    #expect(try await workshop.register.isLatestImport(fileName: "releve.ofx", sha256: hash))
  }
}
