// SuppliersCommand.swift — facturier suppliers: the supplier master.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Bookkeeping
import Filing
import Invoicing
import Service

struct SuppliersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppliers",
    abstract: "The supplier master: who may send invoices, with which IBANs.",
    subcommands: [SuppliersImportCommand.self, SuppliersListCommand.self]
  )
}

struct SuppliersImportCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes over suppliers from a CSV file; none is removed.",
    discussion: """
      facturier suppliers import suppliers.csv

      The columns may stand in any order, in English or French: code and name are needed; vat_id,
      siren, iban, country, default_account and currency are taken where they are. What the file
      has no column for stays as it is known.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The file to read.", valueName: "file")) var file: String

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let name = String(file.split(separator: "/").last ?? "")
    let read = try SupplierImport.read(LedgerFile(bytes: try FileText.bytes(file), name: name))
    for finding in read.findings { Output.messages.print(displayText(phrases.message(finding))) }
    return phrases.tell(
      try await session.write(.importSuppliers(read.suppliers, columns: read.columns))
    )
  }
}

struct SuppliersListCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The suppliers.",
    discussion: """
      facturier suppliers list
      facturier suppliers list --json
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each supplier.") var json = false

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    guard let register = try await session.existingRegister() else { return .ok }
    let suppliers = try await register.suppliers()
    if json {
      for supplier in suppliers { Output.data.print(Self.json(supplier).line) }
      return .ok
    }
    var table = Table([.left, .left, .left, .left])
    for supplier in suppliers {
      table.add(
        [
          supplier.code, supplier.name, supplier.vatID ?? supplier.siren ?? "",
          supplier.ibans.joined(separator: " "),
        ].map(displayText)
      )
    }
    for line in table.lines(limits: [1: 36]) { Output.data.print(line) }
    if suppliers.isEmpty { phrases.tell("nothing-found") }
    return .ok
  }

  private static func json(_ supplier: Supplier) -> JSON {
    [
      "code": .text(supplier.code), "name": .text(supplier.name),
      "vat_id": .optional(supplier.vatID), "siren": .optional(supplier.siren),
      "ibans": .array(supplier.ibans.map(JSON.text)), "country": .optional(supplier.country),
      "default_account": .optional(supplier.defaultAccount),
      "currency": .optional(supplier.currency?.code),
    ]
  }
}
