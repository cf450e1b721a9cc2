// LargeInvoiceCommand.swift — facturier-bench large: an e-invoice of a hundred thousand lines.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

struct LargeInvoiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "large",
    abstract: "Makes a UBL invoice of very many lines and measures how it is extracted.",
    discussion: "100,000 lines are 10 MB: less than 3 s and 300 MB are promised."
  )

  @Option(help: "Lines of the invoice.") var lines = 100_000
  @Option(help: ArgumentHelp("facturier.", valueName: "path"))
  var binary = ".build/release/facturier"

  func run() throws {
    let folder = try TemporaryFolder("large")
    defer { folder.remove() }
    let path = folder.path + "/large.xml"
    let text = Self.invoice(lines: lines)
    try Data(text.utf8).write(to: URL(filePath: path))
    let program = Program(executable: binary, arguments: ["extract", "--json", path])
    let ending = try program.run(outputLimit: 4096)
    let answer = String(decoding: ending.output, as: UTF8.self)
    guard ending.status == 0 || ending.status == 1, answer.contains("\"outcome\":\"extracted\"")
    else { throw BenchFailure("it was not extracted: status \(ending.status), \(answer)") }
    let (wall, memory) = (ending.effort.wall, ending.effort.peakMemory)
    print(
      String(
        format: "%d lines, %.1f MB: %.2f s, largest process %d MB",
        lines,
        Double(text.utf8.count) / 1e6,
        wall,
        memory / 1_000_000
      )
    )
  }

  /// A sound invoice of lines over one euro each, 20 % VAT.
  private static func invoice(lines: Int) -> String {
    let (net, tax) = ("\(lines).00", String(format: "%.2f", Double(lines) / 5))
    let gross = String(format: "%.2f", Double(lines) * 1.2)
    let rows = (1...max(1, lines)).map { number in
      "<a:InvoiceLine><b:ID>\(number)</b:ID>"
        + "<b:LineExtensionAmount>1.00</b:LineExtensionAmount></a:InvoiceLine>"
    }
    let space = "urn:oasis:names:specification:ubl:schema:xsd:"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Invoice xmlns="\(space)Invoice-2" xmlns:a="\(space)CommonAggregateComponents-2"
      xmlns:b="\(space)CommonBasicComponents-2"><b:ID>L-1</b:ID><b:IssueDate>2026-09-10</b:IssueDate>
      <b:InvoiceTypeCode>380</b:InvoiceTypeCode><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
      <a:AccountingSupplierParty><a:Party><a:PartyLegalEntity>
      <b:RegistrationName>Durand SARL</b:RegistrationName></a:PartyLegalEntity></a:Party>
      </a:AccountingSupplierParty><a:TaxTotal><b:TaxAmount>\(tax)</b:TaxAmount></a:TaxTotal>
      <a:LegalMonetaryTotal><b:LineExtensionAmount>\(net)</b:LineExtensionAmount>
      <b:TaxExclusiveAmount>\(net)</b:TaxExclusiveAmount>
      <b:TaxInclusiveAmount>\(gross)</b:TaxInclusiveAmount>
      <b:PayableAmount>\(gross)</b:PayableAmount></a:LegalMonetaryTotal>
      \(rows.joined(separator: "\n"))
      </Invoice>
      """
  }
}
