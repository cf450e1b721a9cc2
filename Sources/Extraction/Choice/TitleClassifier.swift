// TitleClassifier.swift — what a document is, by its title.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// What the titles of a document say it is.
struct TitleClassifier {
  let scene: Scene

  /// How much any title of this type weighs, 0 when it is not printed as one.
  func weight(of type: TitleType) -> Int {
    scene.titleHits.filter { $0.owners.contains(.title(type)) }.map(weight).max() ?? 0
  }

  /// The subject of a letter; else high on the page, large, at the start of its run of words, with few
  /// words beside it.
  private func weight(of hit: LabelHit) -> Int {
    if isSubject(hit) { return 700 }
    guard !isLabel(hit), !isReference(hit) else { return 50 }
    let page = scene.pages[hit.place.page]
    let segment = scene.segment(hit.place)
    var weight = 100
    let height = segment.box(of: hit.words).height
    weight += Int(min(400, max(0, height * 200 / max(1, page.textHeight) - 200)))
    weight += hit.words.lowerBound == 0 ? 150 : -60
    weight += segment.words.count <= hit.words.count + 3 ? 120 : 0
    weight += isCapitals(segment.text(of: hit.words)) ? 60 : 0
    weight += segment.box.top < page.page.height * 45 / 100 ? 120 : -60
    return isHeadOfNumber(hit) ? min(weight, 300) : weight + hit.words.count * 5
  }

  /// Whether it heads a row with the number of a credit note that is titled so elsewhere.
  ///
  /// "Beleg-Nr.   17" above "Gutschrift".
  private func isHeadOfNumber(_ hit: LabelHit) -> Bool {
    let row = scene.pages[hit.place.page].rows[hit.place.row]
    let isRivalled = scene.titleHits.contains {
      $0.place != hit.place && $0.owners.contains(.title(.creditNote)) && $0.words.lowerBound == 0
    }
    guard isRivalled, hit.owners.contains(.title(.invoice)), hit.place.position + 1 < row.count,
      !row[hit.place.position].text(of: row[hit.place.position].words.indices)
        .contains(where: \.isASCIIDigit)
    else { return false }
    return scene.hits(at: hit.place).contains { label in
      label.words.overlaps(hit.words)
        && label.owners.contains { owner in
          guard case .rule(let index) = owner else { return false }
          return scene.rules[index].field.name == Field.invoiceNumber.name
        }
    }
  }

  /// "Objet : Devis n° 12".
  private func isSubject(_ hit: LabelHit) -> Bool {
    scene.hits(at: hit.place).contains { subject in
      subject.owners.contains(.phrase(.subject)) && subject.words.lowerBound == 0
        && (0...2).contains(hit.words.lowerBound - subject.words.upperBound)
    }
  }

  /// A label of another document's number: with a colon ("Lieferschein: 118"), or in a row of
  /// headings.
  ///
  /// An invoice's own number may be labelled like that.
  private func isLabel(_ hit: LabelHit) -> Bool {
    let own: [LabelOwner] = [.title(.invoice), .title(.creditNote), .title(.prepayment)]
    guard !hit.owners.contains(where: own.contains) else { return false }
    let segment = scene.segment(hit.place)
    let row = scene.pages[hit.place.page].rows[hit.place.row]
    return segment.words[hit.words.upperBound - 1].text.hasSuffix(":") || row.count > 3
  }

  /// "Gutschrift zu unserer Rechnung 17": the invoice that a credit note corrects.
  private func isReference(_ hit: LabelHit) -> Bool {
    guard hit.owners.contains(.title(.invoice)) else { return false }
    return scene.titleHits.contains { other in
      other.place == hit.place && other.owners.contains(.title(.creditNote))
        && other.words.upperBound <= hit.words.lowerBound
    }
  }

  private func isCapitals(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
  }
}
