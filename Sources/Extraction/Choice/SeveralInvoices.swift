// SeveralInvoices.swift — whether one file holds more than one invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells whether the pages of a file are more than one invoice.
struct SeveralInvoices {
  let scene: Scene
  /// What rules propose for the invoice number.
  let numbers: [Candidate]
  /// VAT ids that are a seller's, by their pages.
  let sellers: [Candidate]

  /// The pages that begin an invoice, with its number; none where all pages may be one invoice.
  ///
  /// Two pages begin an invoice each when both carry the title of one, and clearly labelled numbers
  /// that differ, or VAT ids of different sellers.
  func beginnings() -> [(page: Int, number: String?)] {
    guard scene.pages.count > 1 else { return [] }
    let pages = scene.pages.indices.filter(begins)
    var first: [(page: Int, number: String?, sellers: Set<FieldValue>)] = []
    for page in pages {
      let number = number(on: page)
      let sellers = Set(
        self.sellers.filter { $0.page == scene.pages[page].page.number }.map(\.value)
      )
      // A page that repeats number or seller goes on with that invoice.
      let goesOn = first.contains { other in
        if let number, let known = other.number { return editDistance(number, known) <= 1 }
        return sellers.isEmpty || other.sellers.isEmpty || !sellers.isDisjoint(with: other.sellers)
      }
      if !goesOn { first.append((scene.pages[page].page.number, number, sellers)) }
    }
    return first.count > 1 ? first.map { ($0.page, $0.number) } : []
  }

  /// The blocking finding about such pages, or nil when there are none.
  static func finding(about first: [(page: Int, number: String?)]) -> Finding? {
    guard !first.isEmpty else { return nil }
    let list = first.map { entry in
      [entry.number, "p. \(entry.page)"].compactMap { $0 }.joined(separator: " ")
    }
    return Finding(
      .blocking,
      "several-invoices",
      field: Field.invoiceNumber.name,
      ["found": list.joined(separator: ", ")]
    )
  }

  /// The clearly labelled number in the upper half of a page.
  private func number(on index: Int) -> String? {
    let page = scene.pages[index].page
    let best = numbers.first { candidate in
      candidate.weight >= 800 && candidate.page == page.number
        && candidate.box.bottom < page.height / 2
    }
    if case .text(let text)? = best?.value { return text }
    return nil
  }

  /// Whether the title of an invoice stands in the upper half of a page.
  private func begins(_ index: Int) -> Bool {
    let types: [LabelOwner] = [.title(.invoice), .title(.creditNote), .title(.prepayment)]
    return scene.titleHits.contains { hit in
      hit.place.page == index && hit.owners.contains(where: types.contains)
        && scene.segment(hit.place).box.bottom < scene.pages[index].page.height / 2
    }
  }
}
