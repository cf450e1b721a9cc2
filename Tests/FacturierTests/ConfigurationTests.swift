// ConfigurationTests.swift — mistakes in facturier.yml are named with their place.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import facturier

@Suite struct ConfigurationTests {
  private func problem(_ text: String) -> Problem? {
    do throws(Problem) {
      _ = try ConfigurationReader.configuration(text, file: "facturier.yml")
      return nil
    } catch {
      return error
    }
  }

  @Test func `reads the company`() throws {
    let text = "company: {name: Ateliers Dupont SAS, siren: 732829320}\nlanguage: fr\n"
    let configuration = try ConfigurationReader.configuration(text, file: "facturier.yml")
    #expect(configuration.company?.name == "Ateliers Dupont SAS")
    #expect(configuration.company?.siren == "732829320")
  }

  @Test func `names an unknown key, its line and the nearest known one`() throws {
    let found = try #require(problem("company:\n  nome: X\n"))
    #expect(found.code == "configuration-unknown-key")
    #expect(found.arguments["line"] == "2")
    #expect(found.arguments["nearest"] == "company.name")
  }

  @Test func `reads the files of the books, which need absolute paths`() throws {
    let text = "ledger: {files: [/srv/compta/FEC.txt, /srv/banque.xml]}\n"
    let configuration = try ConfigurationReader.configuration(text, file: "facturier.yml")
    #expect(configuration.ledgerFiles == ["/srv/compta/FEC.txt", "/srv/banque.xml"])
    #expect(problem("ledger: {files: [FEC.txt]}\n")?.arguments["key"] == "ledger.files")
  }

  @Test func `reads how long sure matches are on trial`() throws {
    let configuration = try ConfigurationReader.configuration(
      "matching: {trial: 0}\n",
      file: "facturier.yml"
    )
    #expect(configuration.trial == 0 && Configuration.defaults.trial == 50)
    #expect(problem("matching: {trial: -1}\n")?.arguments["key"] == "matching.trial")
  }

  @Test func `refuses what is no YAML`() {
    #expect(problem("company: [\n")?.code == "configuration-syntax")
  }
}
