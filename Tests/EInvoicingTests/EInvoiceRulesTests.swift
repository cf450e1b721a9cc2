// EInvoiceRulesTests.swift — each rule is broken once, and a good invoice breaks none.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import EInvoicing

/// What is changed in a good invoice, and the rules that it breaks then.
struct Change: CustomTestStringConvertible, Sendable {
  let old: String
  let new: String
  let broken: Set<String>

  init(_ old: String, _ new: String, _ broken: Set<String>) {
    (self.old, self.new, self.broken) = (old, new, broken)
  }

  var testDescription: String { "\(broken.sorted()): \(old) → \(new)" }
}

@Suite struct EInvoiceRulesTests {
  /// The names of the rules that an invoice breaks.
  private func broken(_ xml: String) throws -> Set<String> {
    Set(try #require(EInvoice(madeTree(xml))).findings.map(\.code))
  }

  private func changed(_ xml: String, _ change: Change) throws -> String {
    try #require(xml.contains(change.old), "\(change.old)")
    return xml.replacing(change.old, with: change.new)
  }

  @Test func `a good invoice breaks no rule`() throws {
    #expect(try broken(Self.invoice) == [])
    #expect(try broken(Self.frenchInvoice) == [])
  }

  @Test(arguments: [
    Change("<CustomizationID>urn:cen.eu:en16931:2017</CustomizationID>", "", ["BR-01"]),
    Change("<ID>F-1</ID>", "", ["BR-02"]),
    Change("<IssueDate>2026-09-10</IssueDate>", "", ["BR-03"]),
    Change("<InvoiceTypeCode>380</InvoiceTypeCode>", "", ["BR-04"]),
    Change("<DocumentCurrencyCode>EUR</DocumentCurrencyCode>", "", ["BR-05"]),
    Change("<RegistrationName>Durand SARL</RegistrationName>", "", ["BR-06"]),
    Change("<RegistrationName>Verrane SAS</RegistrationName>", "", ["BR-07"]),
    Change("<IdentificationCode>FR</IdentificationCode>", "", ["BR-09", "BR-11"]),
    Change("<LineExtensionAmount>300.00</LineExtensionAmount><Tax", "<Tax", ["BR-12"]),
    Change("<TaxExclusiveAmount>295.00</TaxExclusiveAmount>", "", ["BR-13"]),
    Change("<TaxInclusiveAmount>344.50</TaxInclusiveAmount>", "", ["BR-14"]),
    Change("<PayableAmount>244.50</PayableAmount>", "", ["BR-15"]),
    Change("<ID>1</ID>", "", ["BR-21"]),
    Change("<InvoicedQuantity unitCode=\"C62\">2</InvoicedQuantity>", "", ["BR-22", "BR-23"]),
    Change("<InvoicedQuantity unitCode=\"C62\">", "<InvoicedQuantity>", ["BR-23"]),
    Change(
      "<LineExtensionAmount>200.00</LineExtensionAmount>",
      "",
      ["BR-24", "BR-CO-10", "BR-S-08"]
    ),
    Change("<Name>Vis</Name>", "", ["BR-25"]),
    Change("<PriceAmount>100.00</PriceAmount>", "", ["BR-26"]),
    Change("<PriceAmount>100.00</PriceAmount>", "<PriceAmount>-1</PriceAmount>", ["BR-27"]),
    Change("<EndDate>2026-08-31</EndDate>", "<EndDate>2026-07-31</EndDate>", ["BR-29"]),
    Change("<EndDate>2026-08-15</EndDate>", "<EndDate>2026-07-31</EndDate>", ["BR-30"]),
    Change("<TaxableAmount>95.00</TaxableAmount>", "", ["BR-45", "BR-S-08"]),
    Change("<TaxAmount>9.50</TaxAmount>", "", ["BR-46", "BR-CO-14"]),
    Change("<ID>S</ID><Percent>10</Percent><x/>", "<Percent>10</Percent>", ["BR-47"]),
    Change("<Percent>10</Percent><x/>", "<x/>", ["BR-48", "BR-S-08"]),
    Change("<ID>FR7630006000011234567890189</ID>", "", ["BR-50", "BR-61"]),
    Change("<y/>", "<TaxCurrencyCode>USD</TaxCurrencyCode>", ["BR-53"]),
    Change("<y/>", "<BillingReference><InvoiceDocumentReference/></BillingReference>", ["BR-55"]),
    Change(
      "<ID>S</ID><Percent>10</Percent></Cl",
      "<Percent>10</Percent></Cl",
      ["BR-CO-04", "BR-S-08"]
    ),
    Change(
      "<CompanyID>FR40303265045</CompanyID>",
      "<CompanyID>40303265045</CompanyID>",
      ["BR-CO-09"]
    ),
    Change(
      "<LineExtensionAmount>300.00</LineExtensionAmount><Tax",
      "<LineExtensionAmount>300.01</LineExtensionAmount><Tax",
      ["BR-CO-10", "BR-CO-13"]
    ),
    Change("<AllowanceTotalAmount>10.00</AllowanceTotalAmount>", "", ["BR-CO-11", "BR-CO-13"]),
    Change("<ChargeTotalAmount>5.00</ChargeTotalAmount>", "", ["BR-CO-12", "BR-CO-13"]),
    Change(
      "<TaxAmount>49.50</TaxAmount>",
      "<TaxAmount>49.49</TaxAmount>",
      ["BR-CO-14", "BR-CO-15"]
    ),
    Change("<TaxInclusiveAmount>344.50", "<TaxInclusiveAmount>344.51", ["BR-CO-15", "BR-CO-16"]),
    Change("<PrepaidAmount>100.00</PrepaidAmount>", "", ["BR-CO-16"]),
    Change(
      "<TaxAmount>9.50</TaxAmount>",
      "<TaxAmount>10.50</TaxAmount>",
      ["BR-CO-14", "BR-CO-17", "BR-S-09"]
    ),
    Change("<Percent>20</Percent></Cl", "<Percent>0</Percent></Cl", ["BR-S-05", "BR-S-08"]),
    Change("<x/>", "<TaxExemptionReason>none</TaxExemptionReason>", ["BR-S-10"]),
    Change("<TaxableAmount>95.00<", "<TaxableAmount>95.01<", ["BR-S-08"]),
  ])
  func `each rule is told by its own name`(_ change: Change) throws {
    #expect(try broken(changed(Self.invoice, change)) == change.broken)
  }

  @Test func `an invoice without lines, or without a breakdown, or without any name`() throws {
    let lines = Self.invoice.range(of: "<InvoiceLine>", to: "</Invoice>")
    #expect(try broken(Self.invoice.replacing(lines, with: "")) == ["BR-16"])
    let rows = Self.invoice.range(of: "<TaxSubtotal>", to: "</TaxTotal>")
    #expect(
      try broken(Self.invoice.replacing(rows, with: ""))
        == ["BR-CO-18", "BR-S-01"]
    )
    let anonymous = Self.invoice.replacing("<CompanyID>303265045</CompanyID>", with: "")
      .replacing("<CompanyID>FR40303265045</CompanyID>", with: "")
    #expect(try broken(anonymous) == ["BR-CO-26", "BR-S-02"])
  }

  @Test(arguments: [
    ("Z", "0", "", []), ("Z", "0", "why", ["BR-Z-10"]), ("E", "0", "why", []),
    ("E", "0", "", ["BR-E-10"]), ("E", "20", "why", ["BR-E-05"]),
    ("AE", "0", "why", []), ("K", "0", "why", ["BR-IC-02"]), ("G", "0", "", ["BR-G-10"]),
    ("O", "", "why", ["BR-O-02"]), ("O", "0", "why", ["BR-O-02", "BR-O-05"]),
  ])
  func `categories without tax ask for what each needs`(
    _ code: String,
    _ rate: String,
    _ reason: String,
    _ broken: [String]
  ) throws {
    #expect(try self.broken(Self.untaxed(code, rate: rate, reason: reason)) == Set(broken))
  }

  @Test func `a tax where there must be none, and a category without its row`() throws {
    let taxed = Self.untaxed("E", rate: "0", reason: "why")
      .replacing("<TaxAmount>0.00</TaxAmount><TaxC", with: "<TaxAmount>1.00</TaxAmount><TaxC")
    #expect(try broken(taxed) == ["BR-E-09", "BR-CO-14", "BR-CO-17"])
    let other = Self.untaxed("E", rate: "0", reason: "why")
      .replacing("<ID>E</ID><x/>", with: "<ID>Z</ID><x/>")
    #expect(try broken(other) == ["BR-E-01", "BR-Z-08", "BR-Z-10"])
  }

  @Test(arguments: [
    Change("<ID>F-1</ID>", "<ID>F-1234567890123456789012345678901234</ID>", ["BR-FR-01"]),
    Change("<ID>F-1</ID>", "<ID>F 1</ID>", ["BR-FR-02"]),
    Change("<IssueDate>2026", "<IssueDate>1926", ["BR-FR-03"]),
    Change("<InvoiceTypeCode>380", "<InvoiceTypeCode>325", ["BR-FR-04"]),
    Change("<Note>#PMD#x</Note>", "", ["BR-FR-05"]),
    Change("<Note>#PMD#x</Note>", "<Note>#PMD#x</Note><Note>#PMD#y</Note>", ["BR-FR-06"]),
    Change("<ProfileID>B1", "<ProfileID>B5", ["BR-FR-08"]),
    Change("<ID schemeID=\"0009\">303265045", "<ID schemeID=\"0009\">732829320", ["BR-FR-09"]),
    Change("<CompanyID>303265045</CompanyID>", "<CompanyID>303265046</CompanyID>", ["BR-FR-10"]),
    Change("<CompanyID>732829320</CompanyID>", "", ["BR-FR-11"]),
    Change("<EndpointID schemeID=\"0225\">732829320</EndpointID>", "", ["BR-FR-12"]),
    Change("<EndpointID schemeID=\"0225\">303265045</EndpointID>", "", ["BR-FR-13"]),
    Change("<Percent>10</Percent>", "<Percent>11</Percent>", ["BR-FR-16"]),
    Change("<Note>#BAR#B2B</Note>", "<Note>#BAR#X</Note>", ["BR-FR-20"]),
    Change(
      "<EndpointID schemeID=\"0225\">732829320<",
      "<EndpointID schemeID=\"0225\">303265045<",
      ["BR-FR-21"]
    ),
    Change("<InvoiceTypeCode>380", "<InvoiceTypeCode>262", ["BR-FR-CO-03"]),
    Change("<InvoiceTypeCode>380", "<InvoiceTypeCode>384", ["BR-FR-CO-04"]),
    Change("<InvoiceTypeCode>380", "<InvoiceTypeCode>381", ["BR-FR-CO-05"]),
    Change("<DueDate>2026-10", "<DueDate>2026-08", ["BR-FR-CO-07"]),
    Change("<ProfileID>B1", "<ProfileID>B2", ["BR-FR-CO-09"]),
    Change("EUR</DocumentCurrencyCode>", "USD</DocumentCurrencyCode>", ["BR-FR-CO-12"]),
    Change("<PrepaidAmount>100.00", "<PrepaidAmount>100.000", ["BR-FR-DEC-01"]),
    Change("unitCode=\"C62\">2<", "unitCode=\"C62\">2.00000<", ["BR-FR-DEC-02"]),
    Change("<PriceAmount>100.00", "<PriceAmount>100.0000000", ["BR-FR-DEC-03"]),
    Change("<Percent>10</Percent>", "<Percent>10.000</Percent>", ["BR-FR-DEC-04"]),
  ])
  func `rules of the French reform bind who follows it`(_ change: Change) throws {
    let changed = changed(change)
    #expect(try broken(changed) == change.broken)
    // Others are free to do so.
    let free = changed.replacing("<ProfileID>B", with: "<ProfileID>urn:x:B")
    #expect(try broken(free).allSatisfy { !$0.hasPrefix("BR-FR") })
  }

  /// A rate that is changed takes its tax along.
  private func changed(_ change: Change) -> String {
    let xml = Self.frenchInvoice.replacing(change.old, with: change.new)
    guard change.new.contains("11<") else { return xml }
    return xml.replacing("<Percent>10.0<", with: "<Percent>11<").replacing(
      "<TaxAmount>9.50<",
      with: "<TaxAmount>10.45<"
    )
    .replacing("<TaxAmount>49.50<", with: "<TaxAmount>50.45<").replacing("344.50", with: "345.45")
    .replacing("244.50", with: "245.45")
  }

  @Test func `what was paid before it was invoiced keeps its rules`() throws {
    let paid = Self.frenchInvoice.replacing("<ProfileID>B1", with: "<ProfileID>S2")
      .replacing("<PrepaidAmount>100.00", with: "<PrepaidAmount>344.50")
      .replacing("<PayableAmount>244.50", with: "<PayableAmount>0.00")
      .replacing("<DueDate>2026-10", with: "<DueDate>2026-08")
    #expect(try broken(paid) == [])
  }

  @Test func `a cover of MINIMUM is asked for no more than it has`() throws {
    let minimum = """
      <CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">
      <ExchangedDocumentContext><GuidelineSpecifiedDocumentContextParameter>
      <ID>urn:factur-x.eu:1p0:minimum</ID></GuidelineSpecifiedDocumentContextParameter>
      </ExchangedDocumentContext>
      <ExchangedDocument><ID>F-1</ID><TypeCode>380</TypeCode><IssueDateTime>
      <DateTimeString format="102">20260910</DateTimeString></IssueDateTime></ExchangedDocument>
      <SupplyChainTradeTransaction><ApplicableHeaderTradeAgreement><SellerTradeParty>
      <Name>Durand</Name><SpecifiedLegalOrganization><ID schemeID="0002">303265045</ID>
      </SpecifiedLegalOrganization><PostalTradeAddress><CountryID>FR</CountryID>
      </PostalTradeAddress></SellerTradeParty><BuyerTradeParty><Name>Verrane</Name>
      </BuyerTradeParty></ApplicableHeaderTradeAgreement><ApplicableHeaderTradeSettlement>
      <InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>
      <SpecifiedTradeSettlementHeaderMonetarySummation>
      <TaxBasisTotalAmount>100.00</TaxBasisTotalAmount>
      <TaxTotalAmount currencyID="EUR">20.00</TaxTotalAmount>
      <GrandTotalAmount>120.00</GrandTotalAmount><DuePayableAmount>20.00</DuePayableAmount>
      </SpecifiedTradeSettlementHeaderMonetarySummation></ApplicableHeaderTradeSettlement>
      </SupplyChainTradeTransaction></CrossIndustryInvoice>
      """
    #expect(try broken(minimum) == [])
    #expect(try broken(minimum.replacing(">120.00<", with: ">121.00<")) == ["BR-CO-15"])
  }

  @Test func `EXTENDED allows a cent for each amount, and a group of lines counts once`() throws {
    let extended = Self.invoice.replacing(
      "urn:cen.eu:en16931:2017",
      with: "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended"
    )
    let rounded = extended.replacing("<TaxAmount>49.50<", with: "<TaxAmount>49.51<")
      .replacing("344.50", with: "344.51").replacing("244.50", with: "244.51")
    #expect(try broken(rounded) == [])
    let group = Self.invoice.replacing(
      "<InvoiceLine>",
      with: """
        <InvoiceLine><ID>0</ID><LineStatusReasonCode>GROUP</LineStatusReasonCode>
        <InvoicedQuantity unitCode="C62">1</InvoicedQuantity>
        <LineExtensionAmount>300.00</LineExtensionAmount>
        <Item><Name>Lot</Name><ClassifiedTaxCategory><ID>S</ID><Percent>20</Percent>
        </ClassifiedTaxCategory></Item><Price><PriceAmount>300</PriceAmount></Price>
        </InvoiceLine><InvoiceLine>
        """,
      maxReplacements: 1
    )
    #expect(try broken(group) == [])
  }

  @Test func `sums are exact`() {
    let third = DecimalSum(DecimalNumber("0.3333333333"))
    #expect((third + third + third).plainText == "0.9999999999")
    #expect(
      (DecimalSum(DecimalNumber("1")) - DecimalSum(DecimalNumber("2.5"))).plainText == "-1.50"
    )
    #expect(
      DecimalSum(DecimalNumber("123.45")).percent(.init(mantissa: 55, scale: 1)).plainText
        == "6.78975"
    )
    #expect(DecimalSum(DecimalNumber("92233720368547758.07")).plainText == "92233720368547758.07")
  }
}

extension String {
  /// What stands from one text up to another.
  fileprivate func range(of start: String, to end: String) -> String {
    guard let from = firstRange(of: start)?.lowerBound, let until = firstRange(of: end)?.lowerBound
    else { return start }
    return String(self[from..<until])
  }
}

extension EInvoiceRulesTests {
  /// Two lines, two rates, an allowance at 20 % and … a charge at 20 %, a deposit.
  private static let invoice = """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
    <CustomizationID>urn:cen.eu:en16931:2017</CustomizationID><ID>F-1</ID>
    <IssueDate>2026-09-10</IssueDate><DueDate>2026-10-10</DueDate>
    <InvoiceTypeCode>380</InvoiceTypeCode><DocumentCurrencyCode>EUR</DocumentCurrencyCode><y/>
    <InvoicePeriod><StartDate>2026-08-01</StartDate><EndDate>2026-08-31</EndDate></InvoicePeriod>
    <AccountingSupplierParty><Party>
    <PostalAddress><Country><IdentificationCode>FR</IdentificationCode></Country></PostalAddress>
    <PartyTaxScheme><CompanyID>FR40303265045</CompanyID><TaxScheme><ID>VAT</ID></TaxScheme>
    </PartyTaxScheme><PartyLegalEntity><RegistrationName>Durand SARL</RegistrationName>
    <CompanyID>303265045</CompanyID></PartyLegalEntity></Party></AccountingSupplierParty>
    <AccountingCustomerParty><Party>
    <PostalAddress><Country><IdentificationCode>FR</IdentificationCode></Country></PostalAddress>
    <PartyLegalEntity><RegistrationName>Verrane SAS</RegistrationName>
    <CompanyID>732829320</CompanyID></PartyLegalEntity></Party></AccountingCustomerParty>
    <PaymentMeans><PaymentMeansCode>30</PaymentMeansCode><PayeeFinancialAccount>
    <ID>FR7630006000011234567890189</ID></PayeeFinancialAccount></PaymentMeans>
    <AllowanceCharge><ChargeIndicator>false</ChargeIndicator><Amount>10.00</Amount>
    <TaxCategory><ID>S</ID><Percent>10</Percent></TaxCategory></AllowanceCharge>
    <AllowanceCharge><ChargeIndicator>true</ChargeIndicator><Amount>5.00</Amount>
    <TaxCategory><ID>S</ID><Percent>10.0</Percent></TaxCategory></AllowanceCharge>
    <TaxTotal><TaxAmount>49.50</TaxAmount>
    <TaxSubtotal><TaxableAmount>200.00</TaxableAmount><TaxAmount>40.00</TaxAmount>
    <TaxCategory><ID>S</ID><Percent>20</Percent></TaxCategory></TaxSubtotal>
    <TaxSubtotal><TaxableAmount>95.00</TaxableAmount><TaxAmount>9.50</TaxAmount>
    <TaxCategory><ID>S</ID><Percent>10</Percent><x/></TaxCategory></TaxSubtotal></TaxTotal>
    <LegalMonetaryTotal><LineExtensionAmount>300.00</LineExtensionAmount>\
    <TaxExclusiveAmount>295.00</TaxExclusiveAmount>
    <TaxInclusiveAmount>344.50</TaxInclusiveAmount>
    <AllowanceTotalAmount>10.00</AllowanceTotalAmount>
    <ChargeTotalAmount>5.00</ChargeTotalAmount><PrepaidAmount>100.00</PrepaidAmount>
    <PayableAmount>244.50</PayableAmount></LegalMonetaryTotal>
    <InvoiceLine><ID>1</ID><InvoicedQuantity unitCode="C62">2</InvoicedQuantity>
    <LineExtensionAmount>200.00</LineExtensionAmount>
    <InvoicePeriod><StartDate>2026-08-01</StartDate><EndDate>2026-08-15</EndDate></InvoicePeriod>
    <Item><Name>Vis</Name>
    <ClassifiedTaxCategory><ID>S</ID><Percent>20</Percent></ClassifiedTaxCategory></Item>
    <Price><PriceAmount>100.00</PriceAmount></Price></InvoiceLine>
    <InvoiceLine><ID>2</ID><InvoicedQuantity unitCode="C62">1</InvoicedQuantity>
    <LineExtensionAmount>100.00</LineExtensionAmount><Item><Name>Pain</Name>
    <ClassifiedTaxCategory><ID>S</ID><Percent>10</Percent></ClassifiedTaxCategory></Item>
    <Price><PriceAmount>100</PriceAmount></Price></InvoiceLine>
    </Invoice>
    """

  /// The same as the French reform wants it.
  private static let frenchInvoice =
    invoice
    .replacing("</CustomizationID>", with: "</CustomizationID><ProfileID>B1</ProfileID>")
    .replacing(
      "<y/>",
      with: """
        <Note>#PMT#x</Note><Note>#PMD#x</Note><Note>#AAB#x</Note><Note>#BAR#B2B</Note>
        """
    )
    .replacing(
      "<AccountingSupplierParty><Party>",
      with: """
        <AccountingSupplierParty><Party><EndpointID schemeID="0225">303265045</EndpointID>\
        <PartyIdentification><ID schemeID="0009">30326504500017</ID></PartyIdentification>
        """
    )
    .replacing(
      "<AccountingCustomerParty><Party>",
      with: """
        <AccountingCustomerParty><Party><EndpointID schemeID="0225">732829320</EndpointID>
        """
    )

  /// One line of 100 without tax.
  private static func untaxed(_ code: String, rate: String, reason: String) -> String {
    let percent = rate.isEmpty ? "" : "<Percent>\(rate)</Percent>"
    let why = reason.isEmpty ? "" : "<TaxExemptionReason>\(reason)</TaxExemptionReason>"
    return """
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
      <CustomizationID>urn:cen.eu:en16931:2017</CustomizationID><ID>F-1</ID>
      <IssueDate>2026-09-10</IssueDate><InvoiceTypeCode>380</InvoiceTypeCode>
      <DocumentCurrencyCode>EUR</DocumentCurrencyCode><AccountingSupplierParty><Party>
      <PostalAddress><Country><IdentificationCode>FR</IdentificationCode></Country></PostalAddress>
      <PartyTaxScheme><CompanyID>FR40303265045</CompanyID><TaxScheme><ID>VAT</ID></TaxScheme>
      </PartyTaxScheme><PartyLegalEntity><RegistrationName>Durand SARL</RegistrationName>
      </PartyLegalEntity></Party></AccountingSupplierParty><AccountingCustomerParty><Party>
      <PostalAddress><Country><IdentificationCode>DE</IdentificationCode></Country></PostalAddress>
      <PartyLegalEntity><RegistrationName>Brandt</RegistrationName><CompanyID>HRB 1</CompanyID>
      </PartyLegalEntity></Party></AccountingCustomerParty><TaxTotal><TaxAmount>0.00</TaxAmount>
      <TaxSubtotal><TaxableAmount>100.00</TaxableAmount><TaxAmount>0.00</TaxAmount><TaxCategory>\
      <ID>\(code)</ID><x/><Percent>0</Percent>\(why)</TaxCategory></TaxSubtotal></TaxTotal>
      <LegalMonetaryTotal><LineExtensionAmount>100.00</LineExtensionAmount>
      <TaxExclusiveAmount>100.00</TaxExclusiveAmount>
      <TaxInclusiveAmount>100.00</TaxInclusiveAmount><PayableAmount>100.00</PayableAmount>
      </LegalMonetaryTotal><InvoiceLine><ID>1</ID>
      <InvoicedQuantity unitCode="C62">1</InvoicedQuantity>
      <LineExtensionAmount>100.00</LineExtensionAmount><Item><Name>Vis</Name>
      <ClassifiedTaxCategory><ID>\(code)</ID>\(percent)</ClassifiedTaxCategory></Item>
      <Price><PriceAmount>100.00</PriceAmount></Price></InvoiceLine></Invoice>
      """
  }
}
