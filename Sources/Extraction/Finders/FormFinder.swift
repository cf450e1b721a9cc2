// FormFinder.swift — the one number of the first page that is written like the supplier's others.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Finds the only word of the first page that has one of some forms, whatever stands beside it.
///
/// Two words of the form say nothing: a credit note also names the invoice that it corrects.
struct FormFinder: Sendable {
  let forms: [ValueForm]

  static let kind = FinderKind(key: "form", options: []) { node throws(RuleMistake) in
    .form(FormFinder(forms: try forms(of: node)))
  }

  /// The forms that the key `form` lists.
  static func forms(of node: RuleNode) throws(RuleMistake) -> [ValueForm] {
    let texts = try node.texts("form")
    let forms = texts.compactMap { ValueForm($0) }
    guard forms.count == texts.count, !forms.isEmpty else {
      throw node.mistake("form", "a text like FA-####, with # for a digit and @ for a letter")
    }
    return forms
  }

  /// The word, as the form wants it; nothing where several differ.
  func candidates(for rule: Rule, in scene: Scene) -> [Candidate] {
    guard let page = scene.pages.first, [.identifier, .text].contains(rule.field.kind) else {
      return []
    }
    let found = page.segments.flatMap { segment in
      segment.words.indices.compactMap { index in
        Self.candidate(segment, index..<(index + 1), rule, forms)
      }
    }
    let whole = found.filter { $0.rule == rule.id }
    let best = whole.isEmpty ? found : whole
    return Set(best.map(\.value)).count == 1 ? best : []
  }

  /// What the first form that fits makes of some words, or nil.
  static func candidate(
    _ segment: Segment,
    _ words: Range<Int>,
    _ rule: Rule,
    _ forms: [ValueForm]
  ) -> Candidate? {
    let text = IdentifierReader.trimmed(segment.text(of: words))
    guard let fit = ValueForm.fit(text, to: forms) else { return nil }
    return Candidate(
      value: .text(fit.value),
      weight: max(0, rule.weight - fit.loss),
      page: segment.page,
      box: segment.box(of: words),
      text: segment.text(of: words),
      rule: fit.repairs > 0 ? rule.id.repaired : rule.id,
      reading: segment.confidence(of: words)
    )
  }
}
