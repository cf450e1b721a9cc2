// PaymentTerms.swift — payment terms in words, in six languages (EN 16931-1 BT-20).
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// Payment terms in words: "30 jours fin de mois", "zahlbar innerhalb von 14 Tagen", "2/10 net 30".
package struct PaymentTerms: Hashable, Sendable {
  package let rule: DueRule
  /// What may be deducted for paying early, or nil.
  package let discount: CashDiscount?
  /// The means of payment that the text names, or nil.
  package let mode: PaymentMode?
  /// Where the text states the rule.
  package let range: Range<String.Index>

  /// The terms that a text states, or nil.
  ///
  /// Clauses about penalties, complaints, warranties and delivery times state none, and neither do
  /// instalments ("30/60 jours") and working days: no due date is better than a wrong one. The days
  /// of a discount are not the due date. Both readings of "45 jours fin de mois" are legal in
  /// France; the days are added first, then the month ends.
  package static func parse(_ text: String) -> PaymentTerms? {
    let tokens = TermsToken.tokens(of: text)
    var discount: CashDiscount?
    var best: (hit: DueRuleScanner.Hit, clause: [TermsToken])?
    for clause in TermsContext.clauses(of: tokens) {
      var rest = clause
      while let hit = DiscountScanner(tokens: rest).first() {
        discount = discount ?? hit.discount
        rest.replaceSubrange(hit.tokens, with: [rest[hit.tokens.lowerBound].with(text: ",")])
      }
      guard let hit = DueRuleScanner(tokens: rest).best() else { continue }
      if let best, best.hit.rank <= hit.rank { continue }
      best = (hit, rest)
    }
    guard let best else { return nil }
    let (first, last) = (best.hit.tokens.lowerBound, best.hit.tokens.upperBound - 1)
    return PaymentTerms(
      rule: best.hit.rule,
      discount: discount,
      mode: PaymentMode.named(in: tokens),
      range: best.clause[first].range.lowerBound..<best.clause[last].range.upperBound
    )
  }

  /// The due date of an invoice issued on this day.
  package func dueDate(from issue: CalendarDate) -> CalendarDate { rule.dueDate(from: issue) }
}
