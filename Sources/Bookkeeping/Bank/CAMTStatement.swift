// CAMTStatement.swift — one statement of a camt file.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads a statement of ISO 20022 (`Stmt`, `Rpt` or `Ntfctn`), versions 02 to 13.
struct CAMTStatement {
  let books: Currency
  /// Entries seen so far in the file.
  var count: Int

  /// The statements of a file; none when it is something else.
  static func elements(of markup: MarkupTree) -> [MarkupElement] {
    let kinds = [
      "BkToCstmrStmt": "Stmt", "BkToCstmrAcctRpt": "Rpt", "BkToCstmrDbtCdtNtfctn": "Ntfctn",
    ]
    guard markup.root.name == "Document" else { return [] }
    return markup.root.children.flatMap { message in
      kinds[message.name].map(message.all) ?? []
    }
  }

  /// - Throws: `bank-amount-unreadable`, `bank-date-unreadable`, `bank-currency-unknown`, each with
  ///   the count of the entry as its line.
  mutating func statement(_ element: MarkupElement) throws(Problem) -> BankStatement {
    let number = element.at("Acct", "Id", "IBAN") ?? element.at("Acct", "Id", "Othr", "Id")
    var statement = BankStatement(account: number?.content)
    for balance in element.all("Bal") {
      switch balance.at("Tp", "CdOrPrtry", "Cd")?.text {
      case "OPBD", "PRCD": statement.opening = try signedAmount(of: balance)
      case "CLBD": statement.closing = try signedAmount(of: balance)
      default: break
      }
    }
    for entry in element.all("Ntry") {
      count += 1
      let status = entry.at("Sts", "Cd")?.content ?? entry.at("Sts")?.content
      if let status, status != "BOOK" { continue }
      statement.lines += try lines(of: entry)
    }
    return statement
  }

  /// The entry, or where the bank lists several payments with their amounts, each of them.
  private func lines(of entry: MarkupElement) throws(Problem) -> [BankLine] {
    let amount = try signedAmount(of: entry)
    let id = reference(entry.at("AcctSvcrRef")) ?? reference(entry.at("NtryRef"))
    let booked = try date(of: entry)
    let details = entry.all("NtryDtls").flatMap { $0.all("TxDtls") }
    func line(_ detail: MarkupElement?, _ id: String?, _ amount: Money) -> BankLine {
      let side = amount.minorUnits < 0 ? ["Cdtr", "Dbtr"] : ["Dbtr", "Cdtr"]
      let strings = detail.map(remittance) ?? ""
      let told = entry.at("AddtlNtryInf")?.content ?? ""
      return BankLine(
        id: id,
        booked: booked,
        amount: amount,
        party: detail.flatMap { party(of: $0, side) },
        partyIBAN: detail.flatMap { account(of: $0, side) },
        reference: detail.flatMap(creditorReference),
        text: strings.isEmpty ? told : strings,
        place: count
      )
    }
    guard details.count > 1 else { return [line(details.first, id, amount)] }
    let amounts = try parts(details, of: amount)
    // Amounts that are not told, or do not add up, leave the entry whole: nothing is invented.
    guard let amounts,
      amounts.reduce(Int128(0), { $0 + Int128($1.minorUnits) }) == Int128(amount.minorUnits)
    else {
      var whole = line(details.first, id, amount)
      whole.party = nil
      whole.partyIBAN = nil
      whole.text = details.map(remittance).filter { !$0.isEmpty }.joined(separator: " ")
      return [whole]
    }
    return zip(details, amounts).enumerated().map { place, part in
      let own = reference(part.0.at("Refs", "AcctSvcrRef")).flatMap { $0 == id ? nil : $0 }
      return line(part.0, own ?? id.map { $0 + "/" + String(place + 1) }, part.1)
    }
  }

  /// The signed amounts of an entry's payments, or nil when one has none in the entry's currency.
  private func parts(_ details: [MarkupElement], of whole: Money) throws(Problem) -> [Money]? {
    var amounts: [Money] = []
    for detail in details {
      guard let element = detail.at("Amt") ?? detail.at("AmtDtls", "TxAmt", "Amt") else {
        return nil
      }
      let amount = try money(element)
      guard amount.currency == whole.currency else { return nil }
      let isDebit = detail.at("CdtDbtInd").map { $0.text == "DBIT" } ?? (whole.minorUnits < 0)
      let units = isDebit ? -amount.minorUnits : amount.minorUnits
      amounts.append(Money(minorUnits: units, currency: amount.currency))
    }
    return amounts
  }

  // MARK: The other side

  private func party(of detail: MarkupElement, _ sides: [String]) -> String? {
    for side in sides + sides.map({ "Ultmt" + $0 }) {
      let name =
        detail.at("RltdPties", side, "Nm") ?? detail.at("RltdPties", side, "Pty", "Nm")
      if let text = name?.content { return text }
    }
    return nil
  }

  private func account(of detail: MarkupElement, _ sides: [String]) -> String? {
    sides.lazy.compactMap { detail.at("RltdPties", $0 + "Acct", "Id", "IBAN")?.content }.first
  }

  /// What the payer wrote, the structured part last; banks cut the free text every 140 characters.
  private func remittance(of detail: MarkupElement) -> String {
    let information = detail.all("RmtInf")
    var text = ""
    for piece in information.flatMap({ $0.all("Ustrd") }).map(\.text) {
      let isCut = !text.isEmpty && text.count % 140 == 0
      text += (text.isEmpty || isCut ? "" : " ") + piece
    }
    let structured = information.flatMap { $0.all("Strd") }
    let documents = structured.flatMap { $0.all("RfrdDocInf") }.compactMap { $0.at("Nb")?.content }
    let references = structured.compactMap { $0.at("CdtrRefInf", "Ref")?.content }
    let more = (documents + references).filter { !text.contains($0) }
    return ([text] + more).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func creditorReference(of detail: MarkupElement) -> String? {
    detail.all("RmtInf").flatMap { $0.all("Strd") }
      .compactMap { $0.at("CdtrRefInf", "Ref")?.content }.first
  }

  // MARK: Values

  private func reference(_ element: MarkupElement?) -> String? {
    guard let text = element?.content, text != "NOTPROVIDED" else { return nil }
    return text
  }

  private func signedAmount(of element: MarkupElement) throws(Problem) -> Money {
    guard let amount = element.at("Amt") else { throw unreadable("bank-amount-unreadable") }
    let money = try money(amount)
    switch element.at("CdtDbtInd")?.text {
    case "CRDT": return money
    case "DBIT": return Money(minorUnits: -money.minorUnits, currency: money.currency)
    default: throw unreadable("bank-amount-unreadable")
    }
  }

  private func money(_ element: MarkupElement) throws(Problem) -> Money {
    guard let currency = Currency(code: element.attributes["Ccy"] ?? books.code) else {
      throw unreadable("bank-currency-unknown")
    }
    // More decimals than the currency has are no amount.
    guard let number = DecimalNumber(element.text), number.scale <= currency.exponent,
      let money = BankBooks.money(number.rounded(toPlaces: currency.exponent), currency)
    else { throw unreadable("bank-amount-unreadable") }
    return money
  }

  private func date(of entry: MarkupElement) throws(Problem) -> CalendarDate {
    let element = entry.at("BookgDt") ?? entry.at("ValDt")
    let text = element?.at("Dt")?.text ?? element?.at("DtTm").map { String($0.text.prefix(10)) }
    guard let date = text.flatMap({ CalendarDate(iso: String($0.prefix(10))) }) else {
      throw unreadable("bank-date-unreadable")
    }
    return date
  }

  private func unreadable(_ code: String) -> Problem {
    Problem(.refusal, code, ["line": String(count)])
  }
}
