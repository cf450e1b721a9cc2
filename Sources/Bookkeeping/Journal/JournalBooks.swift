// JournalBooks.swift — a plain-text ledger: its control sums and what suppliers are owed.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Collects the postings of suppliers and checks that transactions balance.
struct JournalBooks {
  private struct Transaction {
    var postings: [JournalPosting] = []
    var isPayment: Bool { postings.contains(where: \.isMoney) }
    var isPurchase: Bool { postings.contains(where: \.isPurchase) }

    /// How the one supplier's invoice was booked, the payment left out.
    func booking(_ prefixes: [String]) -> Booking {
      let suppliers = Set(postings.filter { $0.supplierPlace(prefixes) != nil }.map(\.account))
      let charges = postings.filter { $0.isPurchase && !$0.isTax }
      guard suppliers.count == 1 else { return Booking() }
      func units(_ posting: JournalPosting) -> Int64 { posting.amount?.minorUnits ?? 0 }
      let tax = postings.filter(\.isTax).reduce(0) { $0 + units($1) }
      return Booking(
        chargeAccount: charges.max { abs(units($0)) < abs(units($1)) }?.accountName,
        vatRate: VATRate(booked: tax, on: charges.reduce(0) { $0 + units($1) })
      )
    }
  }

  private struct Paid: Hashable {
    let account: [String]
    let key: String
  }

  private struct Payment {
    var amount: Int64 = 0
    var day: CalendarDate
  }

  private let settings: LedgerSettings
  private let dialect: JournalDialect
  private var transactions: [Transaction] = []
  private(set) var control = ControlSums(rowCount: 0, totalDebit: 0, totalCredit: 0)

  init(settings: LedgerSettings, dialect: JournalDialect) {
    self.settings = settings
    self.dialect = dialect
  }

  /// - Throws: `csv-column-missing`, the problems of `JournalRows` and `Turnover`,
  ///   `journal-entry-unbalanced`.
  mutating func read(_ rows: [SeparatedRow]) throws(Problem) {
    let reader = try JournalRows(dialect.fixed ?? rows.first?.fields ?? [], dialect)
    var (count, debit, credit) = (0, Int64(0), Int64(0))
    var turnover = Turnover()
    for row in rows.dropFirst(dialect.fixed == nil ? 1 : 0) where !row.isBlank {
      let posting = try reader.posting(row)
      try turnover.add(posting.amount?.minorUnits ?? 0, line: posting.line)
      count += 1
      if let amount = posting.amount, amount.currency == settings.currency {
        if amount.minorUnits < 0 { credit -= amount.minorUnits } else { debit += amount.minorUnits }
      }
      if transactions.last?.postings.last?.transaction != posting.transaction {
        transactions.append(Transaction())
      }
      transactions[transactions.count - 1].postings.append(posting)
    }
    control = ControlSums(rowCount: count, totalDebit: debit, totalCredit: credit)
    for transaction in transactions { try checkBalance(of: transaction) }
  }

  /// What an invoice can match: suppliers' postings of purchases, and what is owed at the opening.
  func entries() -> [LedgerEntry] {
    let paid = paid()
    // Where transactions name the piece in a tag, their codes are numbers of the books.
    let hasTags = transactions.contains {
      $0.postings.contains { $0.tag(JournalPosting.referenceTags) != nil }
    }
    var seen: [String: Int] = [:]
    var entries: [LedgerEntry] = []
    for transaction in transactions where !transaction.isPayment {
      let booking = transaction.booking(settings.supplierAccounts)
      for posting in transaction.postings {
        guard let place = posting.supplierPlace(settings.supplierAccounts),
          let amount = posting.amount, amount.minorUnits != 0,
          amount.minorUnits < 0 || transaction.isPurchase
        else { continue }
        let name = posting.code.isEmpty ? ownName(of: posting, amount) : posting.code
        let count = seen[name, default: 0] + 1
        seen[name] = count
        let id = count == 1 ? name : name + "/" + String(count)
        let tag = posting.tag(JournalPosting.referenceTags)
        let code = posting.code.isEmpty || hasTags ? nil : posting.code
        entries.append(
          entry(posting, id, place: place, reference: tag ?? code, amount, paid, booking)
        )
      }
    }
    return entries
  }

  private func entry(
    _ posting: JournalPosting,
    _ id: String,
    place: Int,
    reference: String?,
    _ amount: Money,
    _ paid: [Paid: Payment],
    _ booking: Booking
  ) -> LedgerEntry {
    let party = posting.account.dropFirst(place + 1).joined(separator: ":")
    let key = reference.flatMap(Self.key)
    let payment = key.flatMap { paid[Paid(account: posting.account, key: $0)] }
    let settled = payment?.amount ?? 0
    let isSettling = settled != 0 && (settled < 0) != (amount.minorUnits < 0)
    let isClosed = isSettling && abs(settled) >= abs(amount.minorUnits)
    return LedgerEntry(
      id: LedgerEntryID(source: dialect.name, id: id),
      kind: .openItem,
      partyCode: party.isEmpty ? nil : party,
      partyName: posting.payee.isEmpty ? nil : posting.payee,
      account: posting.account.joined(separator: ":"),
      reference: reference,
      documentDate: posting.date,
      bookingDate: posting.date,
      dueDate: posting.tag(JournalPosting.dueTags).flatMap { CalendarDate(iso: $0) },
      amount: posting.foreign ?? amount,
      label: posting.label,
      isOpen: !isClosed,
      isPartlyPaid: isSettling && !isClosed,
      sourceLine: posting.line,
      booking: Booking(
        chargeAccount: booking.chargeAccount,
        vatRate: booking.vatRate,
        paidOn: isClosed ? payment?.day : nil
      ).ifKnown
    )
  }

  /// What payments that name a piece have settled, by account and piece.
  private func paid() -> [Paid: Payment] {
    var paid: [Paid: Payment] = [:]
    for transaction in transactions where transaction.isPayment {
      for posting in transaction.postings {
        guard posting.supplierPlace(settings.supplierAccounts) != nil, let amount = posting.amount
        else { continue }
        let texts = [posting.code, posting.tag(JournalPosting.referenceTags) ?? ""]
        let words = ReferenceKey.words(in: posting.label) + texts
        for key in Set(words.compactMap(Self.key)) {
          let name = Paid(account: posting.account, key: key)
          var payment = paid[name] ?? Payment(day: posting.date)
          payment.amount += amount.minorUnits
          payment.day = max(payment.day, posting.date)
          paid[name] = payment
        }
      }
    }
    return paid
  }

  /// The last eight characters of a number's normal form: structured references end on them.
  private static func key(of word: String) -> String? {
    let skeleton = ReferenceKey.skeleton(of: word)
    return skeleton.count >= 5 ? String(skeleton.suffix(8)) : nil
  }

  private func ownName(of posting: JournalPosting, _ amount: Money) -> String {
    let text = ReferenceKey.skeleton(of: posting.description).prefix(40)
    return [
      posting.date.description, posting.account.joined(separator: ":"), amount.plainText,
      String(text),
    ].joined(separator: "|")
  }

  /// Those commands balance them by themselves; a file that somebody has changed may not.
  ///
  /// Those in several currencies balance at a price that the CSV does not tell.
  private func checkBalance(of transaction: Transaction) throws(Problem) {
    let amounts = transaction.postings.compactMap(\.amount)
    guard let first = transaction.postings.first, let currency = amounts.first?.currency,
      amounts.count == transaction.postings.count,
      amounts.allSatisfy({ $0.currency == currency })
    else { return }
    let sum = amounts.reduce(Money(minorUnits: 0, currency: currency)) { $0 + $1 }
    guard sum.minorUnits == 0 else {
      throw Problem(
        .refusal,
        "journal-entry-unbalanced",
        [
          "entry": first.code.isEmpty ? first.description : first.code,
          "line": String(first.line), "difference": sum.plainText,
        ]
      )
    }
  }
}
