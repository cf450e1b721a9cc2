// CAMTTests.swift — what is read of a statement in XML, and what is refused.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Invoicing
import Testing

@testable import Bookkeeping

private func element(
  _ name: String,
  _ text: String = "",
  _ children: [MarkupElement] = []
) -> MarkupElement {
  MarkupElement(name, text: text, children: children)
}

private func amount(_ text: String, _ currency: String = "EUR") -> MarkupElement {
  MarkupElement("Amt", attributes: ["Ccy": currency], text: text)
}

/// The elements of a path, each inside the one before.
private func path(_ names: [String], _ text: String) -> MarkupElement {
  guard let first = names.first, names.count > 1 else { return element(names.first ?? "", text) }
  return element(first, "", [path(Array(names.dropFirst()), text)])
}

private func balance(_ code: String, _ text: String) -> MarkupElement {
  element(
    "Bal",
    "",
    [path(["Tp", "CdOrPrtry", "Cd"], code), amount(text), element("CdtDbtInd", "CRDT")]
  )
}

/// A booked entry that goes out.
private func entry(
  _ text: String = "120.00",
  id: String? = "B1",
  status: MarkupElement = element("Sts", "BOOK"),
  side: String = "DBIT",
  day: MarkupElement = path(["BookgDt", "Dt"], "2025-03-04"),
  details: [MarkupElement] = []
) -> MarkupElement {
  let reference = id.map { [element("AcctSvcrRef", $0)] } ?? []
  return element(
    "Ntry",
    "",
    [amount(text), element("CdtDbtInd", side), status, day] + reference
      + [element("NtryDtls", "", details), element("AddtlNtryInf", "VIR SEPA")]
  )
}

private func details(
  name: [String] = ["Cdtr", "Nm"],
  texts: [String] = ["F-2025-118"],
  more: [MarkupElement] = []
) -> MarkupElement {
  element(
    "TxDtls",
    "",
    [
      element("Refs", "", [element("EndToEndId", "NOTPROVIDED")]),
      element(
        "RltdPties",
        "",
        [path(name, "Zoé Outillage"), path(["CdtrAcct", "Id", "IBAN"], "FR76 3000")]
      ),
      element("RmtInf", "", texts.map { element("Ustrd", $0) }),
    ] + more
  )
}

private func file(_ children: [MarkupElement], message: String = "BkToCstmrStmt") -> LedgerFile {
  let account = path(["Acct", "Id", "IBAN"], "FR7612345")
  let statement = element("Stmt", "", [account] + children)
  let root = element("Document", "", [element(message, "", [statement])])
  return LedgerFile(bytes: [60], name: "a.xml", markup: MarkupTree(namespace: "", root: root))
}

private func read(_ children: [MarkupElement]) throws(Problem) -> LedgerImport {
  try LedgerFormats.read(file(children), settings: LedgerSettings())
}

private func code(_ children: [MarkupElement]) -> String? {
  do throws(Problem) { _ = try read(children) } catch { return error.code }
  return nil
}

@Suite struct CAMTTests {
  @Test func `reads a booked line with its other side`() throws {
    let books = try read([
      balance("OPBD", "500.00"), balance("CLBD", "380.00"), entry(details: [details()]),
    ])
    #expect(books.source == "camt")
    #expect(!books.listsAllOpen)
    #expect(books.control == ControlSums(rowCount: 1, totalDebit: 0, totalCredit: 12_000))
    let line = try #require(books.entries.first)
    #expect(line.id == LedgerEntryID(source: "camt", id: "B1"))
    #expect(line.kind == .bankLine)
    #expect(line.amount == Money(minorUnits: -12_000, currency: .euro))
    #expect(line.bookingDate == CalendarDate(iso: "2025-03-04"))
    #expect(line.account == "FR7612345")
    #expect(line.partyIBAN == "FR763000")
    #expect(line.label == "F-2025-118")
  }

  @Test(arguments: [["Cdtr", "Nm"], ["Cdtr", "Pty", "Nm"], ["UltmtCdtr", "Nm"]])
  func `finds the name in old and new versions`(path: [String]) throws {
    let books = try read([entry(details: [details(name: path)])])
    #expect(books.entries.first?.partyName == "Zoé Outillage")
  }

  @Test func `takes only what is booked, in either way to say so`() throws {
    let books = try read([
      entry(id: "1", status: path(["Sts", "Cd"], "BOOK")),
      entry(id: "2", status: element("Sts", "PDNG")),
      entry(id: "3", status: path(["Sts", "Cd"], "INFO")),
    ])
    #expect(books.entries.map(\.id.id) == ["1"])
  }

  @Test func `lists the payments of a batch where they add up`() throws {
    let parts = ["50.00", "70.00"].map { details(more: [amount($0)]) }
    let books = try read([entry(details: parts)])
    #expect(books.entries.map(\.id.id) == ["B1/1", "B1/2"])
    #expect(books.entries.map(\.amount.minorUnits) == [-5_000, -7_000])
    let wrong = ["50.00", "60.00"].map { details(more: [amount($0)]) }
    let whole = try read([entry(details: wrong)])
    #expect(whole.entries.map(\.amount.minorUnits) == [-12_000])
    #expect(whole.entries.first?.partyName == nil)
  }

  @Test func `joins texts that the bank cut, and adds structured references`() throws {
    let long = String(repeating: "x", count: 140)
    let structured = path(["RmtInf", "Strd", "CdtrRefInf", "Ref"], "RF18539007547034")
    let line = details(texts: [long, "118", "119"], more: [structured])
    let found = try #require(try read([entry(details: [line])]).entries.first)
    #expect(found.label == long + "118 119 RF18539007547034")
    #expect(found.reference == "RF18539007547034")
  }

  @Test func `names lines that the bank does not name, the same each time`() throws {
    let lines = [entry(id: nil), entry(id: "NOTPROVIDED"), entry(id: "B9"), entry(id: "B9")]
    let ids = try read(lines).entries.map(\.id.id)
    #expect(Set(ids).count == 4)
    #expect(ids.suffix(2) == ["B9", "B9/2"])
    #expect(try read(lines).entries.map(\.id.id) == ids)
  }

  @Test func `refuses what does not balance and what it cannot read`() {
    #expect(
      code([balance("OPBD", "500.00"), balance("CLBD", "381.00"), entry()]) == "bank-unbalanced"
    )
    #expect(code([entry("12,00")]) == "bank-amount-unreadable")
    #expect(code([entry("12.001")]) == "bank-amount-unreadable")
    #expect(code([entry("99999999999999999")]) == "bank-amount-unreadable")
    #expect(code([entry(side: "")]) == "bank-amount-unreadable")
    #expect(code([entry(day: path(["BookgDt", "Dt"], "2025-02-30"))]) == "bank-date-unreadable")
  }

  @Test func `is not asked about other XML`() {
    let other = file([], message: "CstmrCdtTrfInitn")
    #expect(throws: Problem(.refusal, "ledger-file-unrecognised", ["file": "a.xml"])) {
      try LedgerFormats.read(other, settings: LedgerSettings())
    }
    #expect(LedgerFile(bytes: Array("\u{FEFF} <Document>".utf8), name: "a").isMarkup)
    #expect(!LedgerFile(bytes: Array("<?xml?><?OFX OFXHEADER=\"200\"?>".utf8), name: "a").isMarkup)
  }

  @Test func `refuses amounts that add up to more than 64 bits hold`() throws {
    let absurd = "9999999999999.99"
    let lines = Array(repeating: entry(absurd), count: 9_300)
    #expect(throws: Problem(.refusal, "ledger-sum-too-large", ["line": "9224"])) {
      try read([balance("OPBD", "0.00"), balance("CLBD", "0.00")] + lines)
    }
    // Payments of one entry that cannot be its parts leave it whole.
    let parts = Array(repeating: details(more: [amount(absurd)]), count: 9_300)
    #expect(try read([entry(details: parts)]).entries.map(\.amount.minorUnits) == [-12_000])
  }
}
