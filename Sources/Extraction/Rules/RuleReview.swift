// RuleReview.swift — rule files that read well and still can never do what they say.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing
import Patterns

/// Looks for rules that can never propose anything, patterns that run away, and profiles that apply too
/// often or share a seller.
package enum RuleReview {
  /// What is wrong, by profile: configuration `rule-never-finds` {profile, field}, `rule-slow` {profile,
  /// field, pattern}, `profile-too-broad` {profile, text}, `profile-never-applies` {profile},
  /// `profile-shadowed` {profile, other, id}.
  package static func problems(in book: RuleBook) -> [Problem] {
    let rules = (book.languages + book.suppliers).flatMap { profile in
      profile.rules.compactMap { problem(of: $0, profile: profile.name) }
    }
    let broad = book.suppliers.flatMap(breadth)
    return rules + broad + shared(book.suppliers)
  }

  private static func problem(of rule: Rule, profile: String) -> Problem? {
    let place = ["profile": profile, "field": rule.field.name.name]
    guard rule.canFind else { return Problem(.configuration, "rule-never-finds", place) }
    guard case .pattern(let finder) = rule.finder,
      hostile.contains(where: { text in (try? finder.pattern.matches(in: text, limit: 20)) == nil })
    else { return nil }
    let arguments = place.merging(["pattern": finder.pattern.source]) { $1 }
    return Problem(.configuration, "rule-slow", arguments)
  }

  /// Lines on which patterns that can be read in many ways run away.
  private static let hostile: [String] = [
    String(repeating: "a", count: 60) + "!", String(repeating: "1", count: 60) + "!",
    String(repeating: "a ", count: 30) + "!", String(repeating: "1 234,56 ", count: 8) + "!",
    String(repeating: "- ", count: 30), String(repeating: " ", count: 60) + "x",
  ]

  /// Names and phrases that stand on nearly every page, and sellers that none can name.
  private static func breadth(of profile: Profile) -> [Problem] {
    guard let seller = profile.seller else { return [] }
    let phrases = seller.names + seller.phrases
    let broad = phrases.filter { lettersAndDigits($0).count < 4 }.map { text in
      Problem(
        .configuration,
        "profile-too-broad",
        ["profile": profile.name, "text": text]
      )
    }
    let ids = [seller.vatID, seller.siren, seller.legalID].compactMap { $0 } + seller.ibans
    let applies =
      !phrases.isEmpty || ids.contains { $0.utf8.count >= SellerMatch.shortest }
    guard applies else {
      return broad + [
        Problem(.configuration, "profile-never-applies", ["profile": profile.name])
      ]
    }
    return broad
  }

  /// Profiles that name a seller which an earlier one names too.
  private static func shared(_ profiles: [Profile]) -> [Problem] {
    var owners: [String: String] = [:]
    var problems: [Problem] = []
    for profile in profiles {
      guard let seller = profile.seller else { continue }
      let ids = Set([seller.vatID, seller.siren, seller.legalID].compactMap { $0 } + seller.ibans)
      if let id = ids.sorted().first(where: { owners[$0] != nil }), let other = owners[id] {
        problems.append(
          Problem(
            .configuration,
            "profile-shadowed",
            ["profile": profile.name, "other": other, "id": id]
          )
        )
      }
      for id in ids where owners[id] == nil { owners[id] = profile.name }
    }
    return problems
  }
}

extension Rule {
  /// Whether its finder can read values of its field.
  fileprivate var canFind: Bool {
    switch finder {
    case .fixed: [.text, .code, .identifier].contains(field.kind)
    case .known, .form: [.text, .identifier].contains(field.kind)
    case .label, .pattern, .region, .table:
      [.text, .identifier, .date, .amount].contains(field.kind)
    }
  }
}
