// LifecycleMessage.swift — what a plateforme agréée says has become of invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Reads messages about the life of invoices (UN/CEFACT Cross Domain Acknowledgement and Response
/// D22B, guideline `urn.cpro.gouv.fr:1p0:CDV:invoice`).
package enum LifecycleMessage {
  /// The statuses that a message tells, each of the invoice that it names; empty for anything else.
  package static func events(in tree: MarkupTree) -> [LifecycleEvent] {
    guard tree.isLifecycleMessage else { return [] }
    return document.elements(from: tree.root).flatMap { message in
      invoice.elements(from: message).compactMap { event(of: $0, in: message, of: tree.root) }
    }
  }

  private static func event(
    of invoice: MarkupElement,
    in message: MarkupElement,
    of root: MarkupElement
  ) -> LifecycleEvent? {
    func text(_ path: MarkupPath, _ element: MarkupElement) -> String {
      path.firstText(from: element) ?? ""
    }
    let (number, status) = (text("IssuerAssignedID", invoice), text(status, invoice))
    guard !number.isEmpty, status.utf8.count == 3, Int(status) != nil else { return nil }
    let sellers = text(seller, invoice)
    let times = [text(time, invoice), text(time, message), text(written, root)]
    return LifecycleEvent(
      invoiceNumber: number,
      sellerSIREN: SIREN(String(sellers.prefix(9)))?.compact,
      issueDate: DateForm.date(text("FormattedIssueDateTime/DateTimeString", invoice)),
      status: status,
      at: times.lazy.compactMap(moment).first ?? "",
      reason: text("SpecifiedDocumentStatus/ReasonCode", invoice)
    )
  }

  private static let document: MarkupPath = "AcknowledgementDocument"
  private static let invoice: MarkupPath = "ReferenceReferencedDocument"
  private static let status: MarkupPath =
    "ProcessConditionCode|SpecifiedDocumentStatus/ProcessConditionCode"
  /// A SIREN, or an electronic address that begins with it.
  private static let seller: MarkupPath = "IssuerTradeParty/GlobalID|IssuerTradeParty/ID"
  private static let time: MarkupPath = "IssueDateTime/DateTimeString"
  private static let written: MarkupPath = "ExchangedDocument/IssueDateTime/DateTimeString"

  /// "20260920" or "20260920101500" (UNTDID 2379, formats 102 and 204) or ISO 8601, as ISO 8601.
  private static func moment(_ text: String) -> String? {
    guard let day = DateForm.date(text) else { return nil }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 14 else { return "\(day)" }
    let time = Array(digits.dropFirst(8).prefix(6))
    return "\(day)T" + String(time[0...1]) + ":" + String(time[2...3]) + ":" + String(time[4...5])
  }
}
