// Questions.swift — what an invoice asks of the ledger.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The keys by which a counterpart of an invoice could be found, or nil when it has none.
///
/// Amounts are what an entry would carry (debit − credit): −total with VAT, −amount due, −total
/// without VAT for orders, −prepaid for the deposit; + for a credit note.
package func questions(_ assessment: Assessment, supplier: Supplier?) -> LedgerQuery? {
  let draft = assessment.draft
  let amounts = ExpectedAmounts(draft)
  let references = [draft[.invoiceNumber], draft[.purchaseOrder], draft[.paymentReference]]
    .compactMap { $0 }
  let skeletons = references.map(ReferenceKey.skeleton).filter { !$0.isEmpty }
  guard !amounts.all.isEmpty || !skeletons.isEmpty || supplier != nil else { return nil }
  return LedgerQuery(
    amounts: amounts.all,
    currency: amounts.currency,
    skeletons: skeletons,
    digits: references.compactMap(ReferenceKey.digits).filter { $0.count >= 4 },
    partyCode: supplier?.code,
    payees: payees(draft, supplier),
    dates: draft[.issueDate].map(window)
  )
}

/// By whom a bank line of this seller may be, each key once.
private func payees(_ draft: Draft, _ supplier: Supplier?) -> [String] {
  let accounts = [draft[.iban]].compactMap { $0 } + (supplier?.ibans ?? [])
  let names = [draft[.sellerName], supplier?.name].compactMap { $0 }
  let keys = accounts.map(PayeeKey.account) + names.compactMap(PayeeKey.name)
  return keys.reduce(into: []) { list, key in
    if !list.contains(key) { list.append(key) }
  }
}

/// The days in which an entry of an invoice of this day is looked for: an order comes long before,
/// a late payment long after.
private func window(_ issued: CalendarDate) -> ClosedRange<CalendarDate> {
  issued.adding(days: -200)...issued.adding(days: 150)
}

/// What an entry would carry, in minor units with the sign of debit − credit.
struct ExpectedAmounts {
  let currency: Currency
  let total: Int64?
  let due: Int64?
  let withoutVAT: Int64?
  /// What was paid before the invoice.
  let prepaid: Int64?

  init(_ draft: Draft) {
    let printed = [
      draft[.totalWithVAT], draft[.amountDue], draft[.totalWithoutVAT], draft[.prepaid],
    ]
    let isCreditNote = draft.isCreditNote
    let units = printed.map { printed in
      printed.map { printed -> Int64 in
        let units = Int128(printed.minorUnits)
        return Int64(clamping: isCreditNote ? abs(units) : -units)
      }
    }
    currency = draft.currency ?? printed.compactMap { $0?.currency }.first ?? .euro
    (total, due, withoutVAT) = (units[0], units[1], units[2])
    prepaid = units[3] == 0 ? nil : units[3]
  }

  /// Each once, the likeliest first; nothing is booked as zero.
  var all: [Int64] {
    [total, due, withoutVAT, prepaid].compactMap { $0 }.filter { $0 != 0 }.reduce(into: []) {
      list,
      amount in
      if !list.contains(amount) { list.append(amount) }
    }
  }
}
