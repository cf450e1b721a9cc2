// TwinKeyTests.swift — by what the register knows that two invoices are one.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

@Suite struct TwinKeyTests {
  private func key(seller: String, number: String?, iban: String? = nil) -> InvoiceKey {
    var draft = Draft()
    draft.set(.sellerName, to: seller, evidence: evidence)
    if let number { draft.set(.invoiceNumber, to: number, evidence: evidence) }
    if let iban { draft.set(.iban, to: iban, evidence: evidence) }
    return InvoiceKey(draft)
  }

  private func twins(_ key: InvoiceKey, in register: Register) async throws -> [Int64] {
    try await register.twins(of: key, except: 0, firstPage: 1).map(\.id)
  }

  @Test func `knows a seller by name or account where no identifier was read`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    var draft = assessed().assessment.draft
    draft.set(.sellerVATID, to: "FR22424761419", evidence: evidence)
    draft.set(.iban, to: "FR7618459246071146541809941", evidence: evidence)
    let full = AssessedInvoice(
      assessment: Assessment(
        pages: [1],
        language: "fr",
        documentType: .invoice,
        draft: draft,
        findings: []
      )
    )
    let id = try await register.assess(try await register.readDocument("a"), [full])[0]
    #expect(try await twins(key(seller: "ovh sas", number: "F 123"), in: register) == [id])
    let account = key(seller: "0VH", number: "F-123", iban: "FR76 1845 9246 0711 4654 1809 941")
    #expect(try await twins(account, in: register) == [id])
    #expect(try await twins(key(seller: "0VH", number: "F-123"), in: register) == [])
    #expect(try await twins(key(seller: "OVH SAS", number: "F-124"), in: register) == [])
  }

  @Test func `knows the same words again, whatever was made of them`() async throws {
    let home = try TemporaryHome()
    let register = try Register.open(at: home.register)
    let box = Box(left: 0, top: 0, right: 9, bottom: 9)
    var ids: [Int64] = []
    for (name, last) in [("a", "end"), ("b", "end"), ("c", "other")] {
      let number = try await register.admit(sighting(name)).number
      let claim = try #require(try await register.claimForReading(limit: 1, at: at()).first)
      let words = (1...40).map { Word(text: "w\($0)", box: box) } + [Word(text: last, box: box)]
      let sheet = Page(number: 1, width: 10, height: 10, origin: .textLayer, words: words)
      try await register.fileReading(
        claim,
        document: Document(id: claim.document, format: .pdf, pages: [sheet]),
        readerVersion: "1",
        plan: plan,
        at: at(1)
      )
      let invoice = assessed(seller: "S\(name)", number: "N\(name)")
      ids += try await register.assess(number, [invoice])
    }
    let first = try #require(try await register.invoice(ids[0])).documentNumber
    let found = try await register.twins(of: InvoiceKey(Draft()), except: first, firstPage: 1)
    #expect(found.map(\.id) == [ids[1]])
  }
}
