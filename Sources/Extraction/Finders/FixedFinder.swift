// FixedFinder.swift — a value that the rule file itself states.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// States a value: for a supplier whose invoices never print it.
struct FixedFinder: Sendable {
  let text: String

  static let kind = FinderKind(key: "fixed", options: []) { node throws(RuleMistake) in
    guard let text = node.text("fixed"), !text.isEmpty else {
      throw node.mistake("fixed", "a text")
    }
    return .fixed(FixedFinder(text: text))
  }

  /// The stated value, without a place on the page.
  func candidates(for rule: Rule, in scene: Scene) -> [Candidate] {
    guard [.text, .code, .identifier].contains(rule.field.kind), let page = scene.pages.first else {
      return []
    }
    let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)
    return [
      Candidate(
        value: .text(text),
        weight: rule.weight,
        page: page.page.number,
        box: nowhere,
        text: text,
        rule: rule.id,
        reading: .certain
      )
    ]
  }
}
