// LifecycleMessageTests.swift — messages of platforms about the life of invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import EInvoicing

@Suite struct LifecycleMessageTests {
  private func message(_ references: String) -> MarkupTree {
    madeTree(
      """
      <rsm:CrossDomainAcknowledgementAndResponse
      xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100"
      xmlns:ram="urn:ram" xmlns:udt="urn:udt" xmlns:qdt="urn:qdt">
      <rsm:ExchangedDocument><ram:ID>LC-1</ram:ID><ram:IssueDateTime>
      <udt:DateTimeString format="204">20260921080000</udt:DateTimeString></ram:IssueDateTime>
      </rsm:ExchangedDocument>
      <rsm:AcknowledgementDocument><ram:TypeCode>23</ram:TypeCode>\(references)
      </rsm:AcknowledgementDocument></rsm:CrossDomainAcknowledgementAndResponse>
      """
    )
  }

  @Test func `tells which invoice, whose, and what became of it`() throws {
    let tree = message(
      """
      <ram:IssueDateTime><udt:DateTimeString format="204">20260920101500</udt:DateTimeString>
      </ram:IssueDateTime><ram:ReferenceReferencedDocument>
      <ram:IssuerAssignedID>F-2026-17</ram:IssuerAssignedID><ram:TypeCode>380</ram:TypeCode>
      <ram:FormattedIssueDateTime><qdt:DateTimeString format="102">20260910</qdt:DateTimeString>
      </ram:FormattedIssueDateTime><ram:ProcessConditionCode>210</ram:ProcessConditionCode>
      <ram:IssuerTradeParty><ram:GlobalID schemeID="0002">303265045</ram:GlobalID>
      </ram:IssuerTradeParty><ram:SpecifiedDocumentStatus>
      <ram:ReasonCode>DOUBLON</ram:ReasonCode></ram:SpecifiedDocumentStatus>
      </ram:ReferenceReferencedDocument>
      """
    )
    let event = LifecycleEvent(
      invoiceNumber: "F-2026-17",
      sellerSIREN: "303265045",
      issueDate: CalendarDate(iso: "2026-09-10"),
      status: "210",
      at: "2026-09-20T10:15:00",
      reason: "DOUBLON"
    )
    #expect(LifecycleMessage.events(in: tree) == [event] && event.meaning == .ended)
  }

  @Test func `tells of several invoices, and takes the day of the message where none stands`() {
    func reference(_ number: String, _ status: String) -> String {
      """
      <ram:ReferenceReferencedDocument><ram:IssuerAssignedID>\(number)</ram:IssuerAssignedID>
      <ram:ProcessConditionCode>\(status)</ram:ProcessConditionCode>
      <ram:IssuerTradeParty><ram:GlobalID schemeID="0225">303265045_30326504500017</ram:GlobalID>
      </ram:IssuerTradeParty></ram:ReferenceReferencedDocument>
      """
    }
    let tree = message(reference("A", "205") + reference("B", "212") + reference("", "205"))
    let events = LifecycleMessage.events(in: tree)
    #expect(events.map(\.invoiceNumber) == ["A", "B"])
    #expect(events.map(\.meaning) == [.underway, .paid])
    #expect(events.allSatisfy { $0.at == "2026-09-21T08:00:00" && $0.sellerSIREN == "303265045" })
  }

  @Test(arguments: ["", "abc", "20", "2100"])
  func `leaves out what has no status`(_ status: String) {
    let tree = message(
      """
      <ram:ReferenceReferencedDocument><ram:IssuerAssignedID>A</ram:IssuerAssignedID>
      <ram:ProcessConditionCode>\(status)</ram:ProcessConditionCode>
      </ram:ReferenceReferencedDocument>
      """
    )
    #expect(LifecycleMessage.events(in: tree) == [] && tree.isLifecycleMessage)
    #expect(!MarkupTree(namespace: "urn:x", root: tree.root).isLifecycleMessage)
  }
}
