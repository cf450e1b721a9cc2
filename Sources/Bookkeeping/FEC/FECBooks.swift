// FECBooks.swift — a FEC read once: its control sums and what stands on suppliers' accounts.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Collects the lines of suppliers and checks that the books balance.
struct FECBooks {
  /// An entry (écriture): what its lines say together.
  private struct Voucher {
    let firstLine: Int
    var balance: Int64 = 0
    /// It has a line of expense, asset, stock or VAT.
    var isPurchase = false
    /// It has a line of bank or cash.
    var isPayment = false
    var isOpening = false
    /// What it is booked against: the account with the largest amount, the sums of all and of VAT.
    var charge: (account: String, amount: Int64)?
    var base: Int64 = 0
    var tax: Int64 = 0
    /// The supplier of its first line of one.
    var party: String?
    var isShared = false

    /// How its one supplier's invoice was booked, the payment left out.
    var booking: Booking {
      if isShared { return Booking() }
      return Booking(chargeAccount: charge?.account, vatRate: VATRate(booked: tax, on: base))
    }
  }

  private struct VoucherKey: Hashable {
    let journal: String
    let number: String
  }

  private let settings: LedgerSettings
  private var vouchers: [VoucherKey: Voucher] = [:]
  private var lines: [FECLine] = []
  private var turnover = Turnover()
  private(set) var control = ControlSums(rowCount: 0, totalDebit: 0, totalCredit: 0)

  init(settings: LedgerSettings) { self.settings = settings }

  /// - Throws: the problems of `FECTable`, `FECLine` and `Turnover`; `fec-entry-unbalanced`,
  ///   `fec-unbalanced`.
  mutating func read(_ table: FECTable) throws(Problem) {
    let exponent = settings.currency.exponent
    var (count, debit, credit) = (0, Int64(0), Int64(0))
    try table.forEachRow { row throws(Problem) in
      let amounts = try row.amounts(exponent: exponent)
      try turnover.add(amounts.debit, line: row.line)
      try turnover.add(amounts.credit, line: row.line)
      count += 1
      debit += amounts.debit
      credit += amounts.credit
      try add(row, balance: amounts.debit - amounts.credit)
    }
    control = ControlSums(rowCount: count, totalDebit: debit, totalCredit: credit)
    try checkBalance()
  }

  /// What an invoice can match: suppliers' lines of purchases, and credits of the opening balance.
  func entries() -> [LedgerEntry] {
    let invoices = lines.filter { line in
      guard let voucher = voucher(of: line) else { return false }
      if voucher.isOpening { return line.balance < 0 }
      return voucher.isPurchase && !voucher.isPayment && line.balance != 0
    }
    let others = lines.filter { line in
      voucher(of: line).map { $0.isPayment || !($0.isPurchase || $0.isOpening) } ?? false
    }
    let settlement = FECSettlement(lines: lines, payments: others)
    return FECEntries.make(of: invoices, settlement: settlement, books: settings.currency) { line in
      // An opening balance tells neither what was bought nor when.
      guard let voucher = voucher(of: line), !voucher.isOpening else { return nil }
      return Booking(
        chargeAccount: voucher.booking.chargeAccount,
        vatRate: voucher.booking.vatRate,
        paidOn: settlement.paidOn(line)
      ).ifKnown
    }
  }

  private func voucher(of line: FECLine) -> Voucher? {
    vouchers[VoucherKey(journal: line.journal, number: line.number)]
  }

  private mutating func add(_ row: FECRow, balance: Int64) throws(Problem) {
    let key = VoucherKey(journal: row.text(.journalCode), number: row.text(.number))
    let account = row.text(.account)
    var voucher = vouchers[key] ?? Voucher(firstLine: row.line)
    voucher.balance += balance
    voucher.isPurchase = voucher.isPurchase || isPurchaseAccount(account)
    voucher.isPayment = voucher.isPayment || account.hasPrefix("51") || account.hasPrefix("53")
    if vouchers[key] == nil { voucher.isOpening = isOpening(row) }
    if settings.supplierAccounts.contains(where: account.hasPrefix) {
      let line = try FECLine(row, balance: balance, books: settings.currency)
      try turnover.add(line.foreign?.minorUnits ?? 0, line: line.line)
      lines.append(line)
      voucher.isShared = voucher.isShared || voucher.party.map { $0 != line.party } ?? false
      voucher.party = line.party
    } else if account.hasPrefix("445") {
      voucher.tax += balance
    } else if isPurchaseAccount(account) {
      voucher.base += balance
      if abs(balance) > abs(voucher.charge?.amount ?? 0) { voucher.charge = (account, balance) }
    }
    vouchers[key] = voucher
  }

  /// Classes 2, 3 and 6, and VAT (445).
  private func isPurchaseAccount(_ account: String) -> Bool {
    guard let first = account.first else { return false }
    return first == "2" || first == "3" || first == "6" || account.hasPrefix("445")
  }

  private func isOpening(_ row: FECRow) -> Bool {
    if ["AN", "RAN", "ANO", "OUV", "ANOUV"].contains(row.text(.journalCode).uppercased()) {
      return true
    }
    let name = asciiLettersAndDigits(row.text(.journalName))
    return name.contains("NOUVEAU") || name.contains("OUVERTURE")
  }

  private func checkBalance() throws(Problem) {
    let wrong = vouchers.filter { $0.value.balance != 0 }
    if let first = wrong.min(by: { $0.value.firstLine < $1.value.firstLine }) {
      throw Problem(
        .refusal,
        "fec-entry-unbalanced",
        [
          "journal": first.key.journal, "entry": first.key.number,
          "line": String(first.value.firstLine), "difference": text(first.value.balance),
        ]
      )
    }
    let difference = control.totalDebit - control.totalCredit
    guard difference == 0 else {
      throw Problem(.refusal, "fec-unbalanced", ["difference": text(difference)])
    }
  }

  private func text(_ balance: Int64) -> String {
    Money(minorUnits: balance, currency: settings.currency).plainText
  }
}
