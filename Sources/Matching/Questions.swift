// Questions.swift — what an invoice asks of the ledger.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The keys by which a counterpart of an invoice could be found, or nil when it has none.
///
/// Amounts are what an entry would carry (debit − credit): −total with VAT, −amount due, −total
/// without VAT for orders; + for a credit note.
package func questions(_ assessment: Assessment, supplier: Supplier?) -> LedgerQuery? {
  let draft = assessment.draft
  let amounts = ExpectedAmounts(draft)
  let references = [draft[.invoiceNumber], draft[.purchaseOrder]].compactMap { $0 }
  let skeletons = references.map(ReferenceKey.skeleton).filter { !$0.isEmpty }
  guard !amounts.all.isEmpty || !skeletons.isEmpty || supplier != nil else { return nil }
  return LedgerQuery(
    amounts: amounts.all,
    currency: amounts.currency,
    skeletons: skeletons,
    digits: references.compactMap(ReferenceKey.digits).filter { $0.count >= 4 },
    partyCode: supplier?.code,
    dates: draft[.issueDate].map(window)
  )
}

/// The days in which an entry of an invoice of this day is looked for.
private func window(_ issued: CalendarDate) -> ClosedRange<CalendarDate> {
  issued.adding(days: -200)...issued.adding(days: 60)
}

/// What an entry would carry, in minor units with the sign of debit − credit.
struct ExpectedAmounts {
  let currency: Currency
  let total: Int64?
  let due: Int64?
  let withoutVAT: Int64?

  init(_ draft: Draft) {
    let printed = [draft[.totalWithVAT], draft[.amountDue], draft[.totalWithoutVAT]]
    let units = printed.map { money in
      money.map { draft.isCreditNote ? abs($0.minorUnits) : -$0.minorUnits }
    }
    currency = draft.currency ?? printed.compactMap { $0?.currency }.first ?? .euro
    (total, due, withoutVAT) = (units[0], units[1], units[2])
  }

  /// Each once, the likeliest first; nothing is booked as zero.
  var all: [Int64] {
    [total, due, withoutVAT].compactMap { $0 }.filter { $0 != 0 }.reduce(into: []) { list, amount in
      if !list.contains(amount) { list.append(amount) }
    }
  }
}
