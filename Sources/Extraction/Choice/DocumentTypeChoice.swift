// DocumentTypeChoice.swift — whether a document is an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Decides what a document is from its titles and from whether it holds what an invoice holds.
struct DocumentTypeChoice {
  let scene: Scene
  let hasTotals: Bool
  let hasNumber: Bool

  /// The type.
  ///
  /// In doubt it is an invoice: a person is then asked, and no invoice is lost.
  func type() -> DocumentType {
    guard scene.places.count >= 3 else { return .blank }
    let titles = TitleClassifier(scene: scene)
    let invoice = [TitleType.invoice, .creditNote, .prepayment].map(titles.weight).max() ?? 0
    let others: [(TitleType, DocumentType)] = [
      (.quote, .quote), (.deliveryNote, .deliveryNote), (.reminder, .reminder),
      (.statement, .statement), (.order, .order),
    ]
    let rival = others.map { (titles.weight(of: $0.0), $0.1) }.max {
      ($0.0, $1.1.rawValue) < ($1.0, $0.1.rawValue)
    }
    if let rival, rival.0 >= 350, rival.0 > invoice + 80 { return rival.1 }
    if invoice >= 250 || hasTotals { return .invoice }
    if invoice == 0, !hasTotals {
      return titles.weight(of: .letter) > 0 ? .letter : hasNumber ? .invoice : .other
    }
    if titles.weight(of: .letter) > 0, !hasNumber { return .letter }
    return .invoice
  }
}
