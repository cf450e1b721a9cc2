// SupplierHistory.swift — what came from a seller before, to compare a new invoice with.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// An invoice that came before another one.
package struct EarlierInvoice: Hashable, Sendable {
  package let id: Int64
  /// As it is printed.
  package let number: String?
  package let issueDate: CalendarDate?
  /// BT-112; of a credit note positive too.
  package let total: Money?
  package let isCreditNote: Bool
  package let dueDate: CalendarDate?
  /// Approved, posted or paid: a person stands behind its values.
  package let isApproved: Bool
  package let isPaid: Bool

  package init(
    id: Int64,
    number: String?,
    issueDate: CalendarDate?,
    total: Money?,
    dueDate: CalendarDate? = nil,
    isCreditNote: Bool = false,
    isApproved: Bool = false,
    isPaid: Bool = false
  ) {
    self.id = id
    self.number = number
    self.issueDate = issueDate
    self.total = total
    self.dueDate = dueDate
    self.isCreditNote = isCreditNote
    self.isApproved = isApproved
    self.isPaid = isPaid
  }
}

/// What the master, the register and the books know about the seller of an invoice.
package struct SupplierHistory: Hashable, Sendable {
  /// The seller in the master; nil when it is not there.
  package let supplier: Supplier?
  /// Whether there is a master at all.
  package let hasMaster: Bool
  /// The accounts of invoices that a person approved, letters and digits only.
  package let approvedIBANs: Set<String>
  /// The domains of mails that brought invoices which a person approved.
  package let mailDomains: Set<String>
  /// The seller's invoices of earlier documents, the latest issue first.
  package let invoices: [EarlierInvoice]
  /// What the books hold of the seller: totals with VAT of its invoices, without sign.
  package let bookedTotals: [Money]
  /// How the books say that its invoices are booked, due and paid.
  package let habits: SupplierHabits
  /// How often people accepted warnings about its invoices.
  package let acceptedWarnings: [WarningKey: Int]
  /// Invoices of other sellers with the same total, at most ten days apart.
  package let lookalikes: [EarlierInvoice]

  package init(
    supplier: Supplier? = nil,
    hasMaster: Bool = false,
    approvedIBANs: Set<String> = [],
    mailDomains: Set<String> = [],
    invoices: [EarlierInvoice] = [],
    bookedTotals: [Money] = [],
    habits: SupplierHabits = .none,
    acceptedWarnings: [WarningKey: Int] = [:],
    lookalikes: [EarlierInvoice] = []
  ) {
    self.supplier = supplier
    self.hasMaster = hasMaster
    self.approvedIBANs = approvedIBANs
    self.mailDomains = mailDomains
    self.invoices = invoices
    self.bookedTotals = bookedTotals
    self.habits = habits
    self.acceptedWarnings = acceptedWarnings
    self.lookalikes = lookalikes
  }
}

extension SupplierHistory {
  /// The totals of its invoices that a person stands behind, credit notes left out.
  package var approvedTotals: [Money] {
    invoices.filter { $0.isApproved && !$0.isCreditNote }.compactMap(\.total)
  }

  /// Days from issue to due date, as its approved invoices print them.
  package var printedTerms: DaySpread? {
    let printed = invoices.filter { $0.isApproved && !$0.isCreditNote }.compactMap { invoice in
      invoice.issueDate.flatMap { issue in invoice.dueDate?.days(since: issue) }
    }.filter { $0 >= 0 }
    return DaySpread(printed)
  }

  /// The same, or as the books have them where these know more.
  package var terms: DaySpread? {
    guard let booked = habits.terms, booked.count > printedTerms?.count ?? 0 else {
      return printedTerms
    }
    return booked
  }
}
