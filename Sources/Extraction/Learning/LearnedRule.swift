// LearnedRule.swift — one rule that was learned, as a rule and as a line of YAML.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// One rule that was learned from reviewed invoices.
struct LearnedRule: Hashable, Sendable {
  enum Way: Hashable, Sendable {
    case label(String, LabelFinder.Side)
    /// The only number of its form on the first page.
    case form
    /// Left, top, right, bottom in thousandths of the first page.
    case region([Int])
    /// The same on every invoice of the seller.
    case known(String)
  }

  let field: FieldDefinition
  let way: Way
  var forms: [ValueForm] = []

  /// How much it is trusted: over any general rule, except for what only a place tells.
  var weight: Int {
    switch way {
    case .label: field.kind == .amount ? 960 : 1000
    case .known: 980
    case .form: 920
    case .region: 640
    }
  }

  /// Whether it looks below a label.
  var isBelow: Bool {
    guard case .label(_, .below) = way else { return false }
    return true
  }

  /// The rule itself; nil where it could never find anything.
  func rule(of profile: String) -> Rule? {
    let finder: Finder
    switch way {
    case .label(let text, let side):
      guard let label = LabelText(text) else { return nil }
      finder = .label(
        LabelFinder(labels: [label], sides: [side], keepsLabel: false, forms: forms)
      )
    case .form: finder = .form(FormFinder(forms: forms))
    case .region(let region): finder = .region(RegionFinder(region: region, page: 1))
    case .known(let text): finder = .known(KnownFinder(texts: [text]))
    }
    return Rule(
      id: RuleID(profile + "/" + field.name.name),
      field: field,
      finder: finder,
      weight: weight,
      country: nil
    )
  }

  /// The entry of a rule file.
  var yaml: String {
    var keys: [String] = []
    switch way {
    case .label(let text, let side):
      keys.append("label: \(quoted(text)), place: [\(side.rawValue)]")
    case .region(let region): keys.append("region: \(region)")
    case .known(let text): keys.append("known: \(quoted(text))")
    case .form: break
    }
    if !forms.isEmpty {
      keys.append("form: [\(forms.map { quoted($0.text) }.joined(separator: ", "))]")
    }
    return "{\(keys.joined(separator: ", ")), weight: \(weight)}"
  }
}

/// A text as a double-quoted scalar of YAML.
func quoted(_ text: String) -> String {
  let escaped = text.flatMap { character -> String in
    switch character {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    default:
      return character.isNewline || character.asciiValue.map { $0 < 32 } == true
        ? " " : String(character)
    }
  }
  return "\"" + String(escaped) + "\""
}
