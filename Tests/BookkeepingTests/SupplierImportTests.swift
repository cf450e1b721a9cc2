// SupplierImportTests.swift — the supplier master from CSV.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private func read(_ text: String) throws -> SupplierImport {
  try SupplierImport.read(LedgerFile(bytes: Array(text.utf8), name: "suppliers.csv"))
}

@Suite struct SupplierImportTests {
  @Test func `reads the columns in any order`() throws {
    let text = """
      name;code;iban;vat_id;siren;country;default_account;currency
      Zoé SARL;F1;FR7630006000011234567890189, DE89370400440532013000;fr 40 303265045;303265045;FR;606000;EUR
      """
    let supplier = try #require(try read(text).suppliers.first)
    #expect(
      supplier
        == Supplier(
          code: "F1",
          name: "Zoé SARL",
          vatID: "FR40303265045",
          siren: "303265045",
          ibans: ["FR7630006000011234567890189", "DE89370400440532013000"],
          country: "FR",
          defaultAccount: "606000",
          currency: .euro
        )
    )
  }

  @Test func `understands French headings and grouped IBANs`() throws {
    let text = """
      Code fournisseur,Raison sociale,N° TVA,SIRET,IBAN
      F1,Zoé,FR40303265045,303 265 045 00010,FR76 3000 6000 0112 3456 7890 189
      F2,Léa,,,FR7630006000011234567890189 DE89370400440532013000
      """
    let found = try read(text)
    #expect(found.suppliers.map(\.siren) == ["303265045", nil])
    #expect(found.suppliers[0].ibans == ["FR7630006000011234567890189"])
    #expect(found.suppliers[1].ibans.count == 2)
    #expect(found.findings.isEmpty)
  }

  @Test func `tells by line what it leaves out`() throws {
    let text = """
      code;name;iban;siren;currency
      F1;Zoé;FR7630006000011234567890188;12345;euros
      ;Sans code;;;
      F1;Zoé bis;DE89370400440532013000;;
      """
    let found = try read(text)
    #expect(found.suppliers.map(\.ibans) == [["DE89370400440532013000"]])
    #expect(
      found.findings.map { $0.code + " " + ($0.arguments["line"] ?? "") } == [
        "supplier-iban-invalid 2", "supplier-siren-invalid 2", "supplier-currency-unknown 2",
        "supplier-row-incomplete 3", "supplier-code-twice 4",
      ]
    )
  }

  @Test func `needs code and name`() {
    let problem = #expect(throws: Problem.self) { try read("iban;name\nx;y\n") }
    #expect(problem?.code == "suppliers-column-missing")
    #expect(problem?.arguments["column"] == "code")
  }

  @Test func `tells which columns are there, whatever their cells hold`() throws {
    let all = try read("code;name;iban;vat_id;siren;country;account;currency\nF1;Zoé;;;;;;\n")
    #expect(all.columns == SupplierColumn.all)
    #expect(try read("code;name;pays\nF1;Zoé;FR\n").columns == [.country])
  }

  @Test func `a list of open items is no list of suppliers`() {
    let rows = (0..<12).map { "F\($0 % 9);Fournisseur;F-\($0);120,00" }
    let problem = #expect(throws: Problem.self) {
      try read("fournisseur;nom;pièce;montant\n" + rows.joined(separator: "\n"))
    }
    #expect(
      problem
        == Problem(
          .refusal,
          "suppliers-codes-repeat",
          ["file": "suppliers.csv", "rows": "12", "repeated": "3"]
        )
    )
  }

  @Test func `some repeats are no matter, nor a row for each IBAN`() throws {
    let some = (0..<10).map { "F\($0 % 8);Fournisseur" }
    #expect(try read("code;nom\n" + some.joined(separator: "\n")).suppliers.count == 8)
    let few = Array(repeating: "F1;Fournisseur", count: 9)
    #expect(try read("code;nom\n" + few.joined(separator: "\n")).suppliers.count == 1)
    let ibans = ["FR7630006000011234567890189", "DE89370400440532013000"]
    let accounts = (0..<12).map { "F\($0 / 2);Fournisseur;\(ibans[$0 % 2])" }
    #expect(try read("code;nom;iban\n" + accounts.joined(separator: "\n")).suppliers.count == 6)
  }
}
