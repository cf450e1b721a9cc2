// SourceCodes.swift — the codes that occur in the sources, for the tests of the catalogue.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// The codes of problems, findings, reasons and phrases that the sources write as literals.
enum SourceCodes {
  /// A problem or finding as the sources make it, with its arguments where they stand beside it.
  struct Use: Hashable {
    let code: String
    /// Nil when the arguments are not written beside the code.
    let arguments: Set<String>?
  }

  static let problems = codes(
    /Problem\(\s*\.\w+,\s*(?:\w+ \? "[a-z-]+" : )?"([a-z]+(?:-[a-z0-9]+)*)"/,
    /Problem\(\s*\.\w+,\s*\w+ \? "([a-z]+(?:-[a-z0-9]+)*)" :/,
    /(?:unreadable|problem|refuseUnusable)\([^()]*"([a-z]+(?:-[a-z0-9]+)+)"/
  )

  static let findings = codes(
    /Finding\(\s*[^"()]*?"([a-z]+(?:-[a-z0-9]+)+)"/,
    /note\("([a-z]+(?:-[a-z0-9]+)+)"/
  )

  /// The rules of EN 16931 and of the French reform, those of categories apart.
  static let rules = codes(/"(BR-(?:[A-Z]+-)*[0-9]+)"/)

  static let reasons = codes(
    /(?:Evidence|evidence|comparison)\(\s*(?:\.\w+,\s*)?"([a-z]+(?:-[a-z0-9]+)+)"/
  )

  static let phrases = codes(/(?:say|tell)\(\s*"([a-z-]*[a-z])"/)

  /// The names of the checks of `doctor`; their phrases are "doctor-NAME".
  static let examinations = codes(/Examination\(name: "([a-z-]+)"/)

  /// The problems and findings whose arguments stand beside the code in brackets.
  static let uses: Set<Use> = {
    let made = /(?:Problem|Finding)\(\s*(?:\.\w+,\s*)?"([a-z-]+)"((?:[^()]|\([^()]*\))*)\)/
    return Set(
      files.flatMap { text in
        text.matches(of: made).map { Use(code: String($0.1), arguments: arguments($0.2)) }
      }
    )
  }()

  /// The keys of a dictionary written out, nil for a name that stands for one.
  private static func arguments(_ text: Substring) -> Set<String>? {
    if text.allSatisfy({ $0.isWhitespace || $0 == "," }) { return [] }
    guard text.contains("["), !text.contains("merging") else { return nil }
    return Set(text.matches(of: /"(\w+)":/).map { String($0.1) })
  }

  private static func codes(_ patterns: Regex<(Substring, Substring)>...) -> Set<String> {
    Set(
      files.flatMap { text in
        patterns.flatMap { text.matches(of: $0).map { String($0.1) } }
      }
    )
  }

  /// The text of every source file but those of Wording, comments left out.
  private static let files: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Wording/") }
      .compactMap { try? String(contentsOf: root.appending(path: $0), encoding: .utf8) }
      .map { text in
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
          .joined(separator: "\n")
      }
  }()
}
