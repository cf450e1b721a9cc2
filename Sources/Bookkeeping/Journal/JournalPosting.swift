// JournalPosting.swift — one posting of a plain-text ledger.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A posting, with what its transaction says.
struct JournalPosting {
  let transaction: String
  let date: CalendarDate
  let code: String
  let description: String
  let comment: String
  /// The parts of the account, from the top.
  let account: [String]
  /// Positive is debit; nil where hledger's commodity is no currency.
  let amount: Money?
  /// In the currency of the document, where the posting's comment says so: "USD 1939.00".
  let foreign: Money?
  let line: Int

  /// The other side: what stands before "|", by hledger's convention.
  var payee: String {
    let text = description.prefix { $0 != "|" }.split(whereSeparator: \.isWhitespace)
    return text.joined(separator: " ")
  }

  var label: String {
    guard let bar = description.firstIndex(of: "|") else { return description }
    return description[description.index(after: bar)...].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The value of a tag of the transaction, "ref:2025-0498", or nil.
  func tag(_ names: [String]) -> String? {
    for part in comment.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      let pair = part.split(separator: ":", maxSplits: 1)
      guard pair.count == 2, let key = pair[0].split(whereSeparator: \.isWhitespace).last else {
        continue
      }
      let value = pair[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if names.contains(key.lowercased()), !value.isEmpty { return value }
    }
    return nil
  }

  static let referenceTags = ["ref", "reference", "piece", "pièce", "invoice", "facture"]
  static let dueTags = ["due", "echeance", "échéance"]
}

extension JournalPosting {
  /// The place in the account where suppliers begin, or nil.
  func supplierPlace(_ prefixes: [String]) -> Int? {
    account.firstIndex { part in
      let key = asciiLettersAndDigits(part).lowercased()
      // beancount wants a letter before digits: "F401".
      let number = key.drop { $0.isLetter }
      return Self.supplierAccounts.contains(key)
        || (key.count - number.count <= 1 && prefixes.contains { number.hasPrefix($0) })
    }
  }

  /// Bank and cash.
  var isMoney: Bool {
    account.contains { part in
      let key = asciiLettersAndDigits(part).lowercased()
      return Self.moneyAccounts.contains(key)
        || ["51", "53"].contains { Self.number(key)?.hasPrefix($0) ?? false }
    }
  }

  /// Expenses, stock, assets and VAT: what an invoice is booked against.
  var isPurchase: Bool {
    account.contains { part in
      let key = asciiLettersAndDigits(part).lowercased()
      guard let number = Self.number(key), number.count >= 3 else {
        return Self.purchaseAccounts.contains(key)
      }
      return ["2", "3", "6", "445"].contains { number.hasPrefix($0) }
    }
  }

  /// Value added tax.
  var isTax: Bool {
    account.contains { part in
      let key = asciiLettersAndDigits(part).lowercased()
      return key == "vat" || key == "tva" || Self.number(key)?.hasPrefix("445") ?? false
    }
  }

  /// The number that ends the account, "615500" of "expenses:615500", else the whole of it.
  var accountName: String {
    let number = account.last.map { $0.drop(while: \.isLetter) } ?? ""
    return number.count >= 3 && number.allSatisfy(\.isNumber)
      ? String(number) : account.joined(separator: ":")
  }

  /// The account number of a part, nil where it is none; beancount wants a letter before digits: "F401".
  private static func number(_ key: String) -> Substring? {
    let number = key.drop { $0.isLetter }
    guard key.count - number.count <= 1, !number.isEmpty, number.allSatisfy(\.isNumber) else {
      return nil
    }
    return number
  }

  private static let supplierAccounts: Set<String> = [
    "payable", "payables", "accountspayable", "suppliers", "vendors", "creditors", "fournisseur",
    "fournisseurs", "verbindlichkeiten", "kreditoren",
  ]
  private static let moneyAccounts: Set<String> = [
    "bank", "banks", "cash", "checking", "banque", "banques", "caisse", "kasse",
  ]
  private static let purchaseAccounts: Set<String> = [
    "expense", "expenses", "purchases", "charges", "achats", "depenses", "aufwand", "vat", "tva",
  ]
}
