// RuleBook.swift — all rule files in force.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// All rule files in force: the languages and the suppliers' profiles.
package struct RuleBook: Sendable {
  package let languages: [Profile]
  package let suppliers: [Profile]
  /// Which of the suppliers' profiles apply to a page.
  let sellers: SellerMatch
  /// How sure a value is; nil leaves it at what the finders say.
  package let confidence: ConfidenceModel?
  /// Changes when any file's text changes: what an assessment was made with.
  package let version: String

  /// The book of these files, later ones first in rank; a bad file is left out and named.
  ///
  /// A file of the same profile name as a later one is replaced by it: that is how a user's file
  /// overrides a shipped one.
  package static func load(_ files: [RuleFile]) -> (book: RuleBook, problems: [Problem]) {
    var profiles: [String: Profile] = [:]
    var order: [String] = []
    var problems: [Problem] = []
    var confidence: ConfidenceModel?
    for file in files {
      do {
        if ConfidenceFileReader.isConfidence(file) {
          confidence = try ConfidenceFileReader.model(of: file)
          continue
        }
        let profile = try RuleFileReader.profile(of: file)
        if profiles.updateValue(profile, forKey: profile.name) == nil { order.append(profile.name) }
      } catch {
        problems.append(error)
      }
    }
    let all = order.compactMap { profiles[$0] }
    let suppliers = all.filter { $0.seller != nil }
    let book = RuleBook(
      languages: all.filter { $0.language != nil },
      suppliers: suppliers,
      sellers: SellerMatch(suppliers),
      confidence: confidence,
      version: fingerprint(files.flatMap { [$0.path, $0.text] })
    )
    return (book, problems)
  }
}
