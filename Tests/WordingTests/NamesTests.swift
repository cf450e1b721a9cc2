// NamesTests.swift — fields, states and types as people call them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Wording

struct NamesTests {
  @Test func `every field has a name, and every name is of a field`() {
    #expect(Set(FieldNames.names.keys) == Set(FieldDefinition.all.map(\.name.name)))
    for definition in FieldDefinition.all {
      for language in Language.allCases {
        #expect(name(of: definition.name, in: language) != definition.name.name)
      }
    }
  }

  @Test func `fields are called as people call them`() {
    #expect(name(of: Field.invoiceNumber.name, in: .english) == "Invoice number")
    #expect(name(of: Field.invoiceNumber.name, in: .french) == "Numéro de facture")
    #expect(name(of: Field.totalWithVAT.name, in: .english) == "Total incl. VAT")
    #expect(name(of: Field.totalWithVAT.name, in: .french) == "Total TTC")
    #expect(name(of: Field.iban.name, in: .english) == "IBAN")
    #expect(name(of: FieldName("no_such_field"), in: .french) == "no_such_field")
  }

  @Test func `every state, type and status has a name`() {
    let codes =
      InvoiceState.allCases.map(\.rawValue) + DocumentState.allCases.map(\.rawValue)
      + DocumentType.allCases.map(\.rawValue)
      + ["matched", "partial", "amount_mismatch", "ambiguous", "unmatched", "duplicate"]
    for code in codes { #expect(StateNames.names[code] != nil, "\(code)") }
    #expect(name(of: InvoiceState.toReview, in: .french) == "à vérifier")
    #expect(name(of: DocumentState.quarantined, in: .english) == "refused")
    #expect(name(of: DocumentType.deliveryNote, in: .french) == "bon de livraison")
    #expect(name(of: MatchProposal.Status.unmatched, in: .english) == "no counterpart")
  }
}
