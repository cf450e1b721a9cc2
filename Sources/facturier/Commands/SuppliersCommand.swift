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
    subcommands: [
      SuppliersImportCommand.self, SuppliersListCommand.self, SuppliersShowCommand.self,
    ]
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
      for supplier in suppliers { Output.data.print(supplier.json.line) }
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
}

struct SuppliersShowCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One supplier, and what the books teach about it.",
    discussion: """
      facturier suppliers show F00177
      facturier suppliers show F00177 --json

      Usual accounts, VAT rates, terms and delays of payment, each with the number of entries of the
      books (FEC, hledger, ledger, beancount) that it rests on.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One object of JSON.") var json = false
  @Argument(help: ArgumentHelp("The code of the accounting package.", valueName: "code"))
  var code: String

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let register = try await Session(global, phrases).register()
    guard let supplier = try await register.supplier(code) else {
      throw Problem(.usage, "no-such-supplier", ["code": code])
    }
    let habits = HabitsText(habits: try await register.supplierHabits(of: code))
    let notes = try await register.acceptedWarnings(ofSupplier: code)
      .filter { $0.value >= WarningKey.tolerance }
      .sorted { ($0.key.code, $0.key.detail) < ($1.key.code, $1.key.detail) }
    if json {
      let list = notes.map { key, count -> JSON in
        ["code": .text(key.code), "detail": .text(key.detail), "accepted": .int(count)]
      }
      let more: JSON = ["habits": habits.json, "notes": .array(list)]
      Output.data.print(supplier.json.adding(more).line)
      return .ok
    }
    Output.data.print(displayText("\(supplier.code)  \(supplier.name)"))
    let facts = [supplier.vatID, supplier.siren, supplier.country, supplier.defaultAccount]
    let known = facts.compactMap { $0 } + supplier.ibans
    if !known.isEmpty { Output.data.print("  " + displayText(known.joined(separator: "  "))) }
    let told = notes.map { key, count in
      let name = key.detail.isEmpty ? key.code : "\(key.code) \(key.detail)"
      return name + " " + phrases.say("accepted-before", ["accepted": String(count)])
    }
    for line in habits.lines(phrases) + told { Output.data.print("  " + displayText(line)) }
    return .ok
  }
}

extension Supplier {
  fileprivate var json: JSON {
    [
      "code": .text(code), "name": .text(name), "vat_id": .optional(vatID),
      "siren": .optional(siren), "ibans": .array(ibans.map(JSON.text)),
      "country": .optional(country), "default_account": .optional(defaultAccount),
      "currency": .optional(currency?.code),
    ]
  }
}
