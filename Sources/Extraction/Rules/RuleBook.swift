// RuleBook.swift — all rule files in force.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// All rule files in force: the languages and the suppliers' profiles.
package struct RuleBook: Sendable {
  package let languages: [Profile]
  package let suppliers: [Profile]
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
    for file in files {
      do {
        let profile = try RuleFileReader.profile(of: file)
        if profiles.updateValue(profile, forKey: profile.name) == nil { order.append(profile.name) }
      } catch {
        problems.append(error)
      }
    }
    let all = order.compactMap { profiles[$0] }
    let book = RuleBook(
      languages: all.filter { $0.language != nil },
      suppliers: all.filter { $0.seller != nil },
      version: version(of: files)
    )
    return (book, problems)
  }

  /// FNV-1a over names and texts: short, and the same on every machine.
  private static func version(of files: [RuleFile]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in files.flatMap({ [$0.path, $0.text] }) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
