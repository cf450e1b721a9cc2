// Companions.swift — an e-invoice and its readable copy, sent side by side.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Invoicing

/// Joins an e-invoice with the pages that came beside it, as if the PDF carried it.
enum Companions {
  /// The parts, those that are two forms of one invoice made one: its file is the original, and the
  /// pages fill what it leaves out or say otherwise.
  static func joined(_ parts: [ExtractedPart], _ premises: Premises) -> [ExtractedPart] {
    let documents = parts.compactMap { part -> Document? in
      if case .assessed(let document, _) = part.result { document } else { nil }
    }
    let pairs = companions(among: documents, under: premises)
    return parts.compactMap { part in
      guard case .assessed(let document, _) = part.result else { return part }
      if pairs.values.contains(document.id) { return nil }
      guard let original = pairs[document.id],
        let markup = documents.first(where: { $0.id == original })?.markup
      else { return part }
      let whole = document.carrying(markup)
      let assessment = assess(whole, under: premises, mail: part.mail)
      return ExtractedPart(name: part.name, mail: part.mail, result: .assessed(whole, assessment))
    }
  }
}
