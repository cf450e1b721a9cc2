// BatchHint.swift — whether it is worth asking each page of a file for an invoice of its own.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells cheaply whether pages may be several invoices: the buyer is named on more than one, two of
/// them name different companies, or they come from different sheets of paper.
struct BatchHint {
  let company: Company?

  func isGiven(by pages: [Page]) -> Bool {
    let widths = pages.map(\.width)
    if let least = widths.min(), let most = widths.max(), most - least > most / 10 { return true }
    if Set(pages.map(\.origin)).count > 1 { return true }
    let names = ([company?.name] + (company?.otherNames ?? [])).compactMap { $0 }
      .map { Set(Self.words($0).filter { $0.count > 3 }) }.filter { !$0.isEmpty }
    var named = 0
    var known: Set<String> = []
    for page in pages {
      let words = Set(page.words.lazy.flatMap { Self.words($0.text) })
      if names.contains(where: words.isSuperset) { named += 1 }
      let ids = companies(on: page)
      if named > 1 || !ids.isEmpty && !known.isEmpty && ids.isDisjoint(with: known) { return true }
      known.formUnion(ids)
    }
    return false
  }

  /// The companies other than ours whose numbers stand on a page.
  private func companies(on page: Page) -> Set<String> {
    let own = Set(
      (company?.vatIDs ?? []).map(Self.company(of:)) + [company?.siren].compactMap { $0 }
    )
    let ids = page.words.compactMap { word -> String? in
      guard (9...16).contains(word.text.utf8.count), word.text.utf8.contains(where: Self.isDigit)
      else { return nil }
      return VATIdentifier(word.text).map { Self.company(of: $0.compact) }
        ?? SIRET(word.text)?.siren.compact
    }
    return Set(ids).subtracting(own)
  }

  /// A French VAT id ends in the SIREN.
  private static func company(of vatID: String) -> String {
    vatID.hasPrefix("FR") ? String(vatID.suffix(9)) : vatID
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func words(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
