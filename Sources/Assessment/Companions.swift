// Companions.swift — which pages are the readable copy of which e-invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import EInvoicing
package import Invoicing

/// The e-invoices among documents that came together, by the pages that show the same invoice.
///
/// An e-invoice belongs to pages that print its number and its total, both on one of them; only where
/// just one document does, which holds no second invoice, and no other e-invoice claims it. A number
/// of three characters stands on any page.
///
/// - Returns: the id of the e-invoice's file by that of the pages.
package func companions(
  among documents: [Document],
  under premises: Premises
) -> [DocumentID: DocumentID] {
  let printed = documents.filter { $0.markup == nil && !$0.pages.isEmpty }
  var pairs: [DocumentID: DocumentID] = [:]
  var disputed: Set<DocumentID> = []
  for document in documents where document.pages.isEmpty {
    guard let draft = document.markup.flatMap(EInvoice.init)?.draft,
      let number = draft[.invoiceNumber],
      let total = draft[.totalWithVAT] ?? draft[.amountDue],
      asciiLettersAndDigits(number).count >= 4
    else { continue }
    let copies = printed.filter { document in
      document.pages.contains { [$0].show(number) && [$0].show(total) }
    }
    guard copies.count == 1, let copy = copies.first,
      assess(copy, under: premises).invoices.count <= 1
    else { continue }
    if pairs.updateValue(document.id, forKey: copy.id) != nil { disputed.insert(copy.id) }
  }
  return pairs.filter { !disputed.contains($0.key) }
}

extension Document {
  /// The same with an e-invoice that came beside it.
  package func carrying(_ markup: MarkupTree) -> Document {
    Document(
      id: id,
      format: format,
      pages: pages,
      markup: markup,
      findings: findings,
      codes: codes
    )
  }
}

extension [Page] {
  /// Whether an amount stands on them, whatever parts its digits.
  func show(_ amount: Money) -> Bool { show(digits: amount.plainText.filter(\.isNumber)) }

  /// Whether a reference stands on them, whatever parts its characters.
  func show(_ reference: String) -> Bool { show(digits: asciiLettersAndDigits(reference)) }

  /// Whether these letters and digits stand on them, in up to eight words beside each other.
  private func show(digits wanted: String) -> Bool {
    guard !wanted.isEmpty else { return false }
    return contains { page in
      let words = page.words.map { asciiLettersAndDigits($0.text) }
      return words.indices.contains { start in
        var joined = ""
        for word in words[start...].prefix(8) {
          joined += word
          if joined == wanted { return true }
          if joined.count > wanted.count { return false }
        }
        return false
      }
    }
  }
}
