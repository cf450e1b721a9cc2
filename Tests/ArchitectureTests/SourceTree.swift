// SourceTree.swift — the sources of the package, for rules about them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A Swift file of the package.
struct SourceFile: CustomTestStringConvertible {
  /// The target's name: the folder below Sources.
  let target: String
  /// From Sources on: "Invoicing/Money.swift".
  let path: String
  let lines: [Substring]

  var testDescription: String { path }

  /// Every Swift file below Sources.
  static let all: [SourceFile] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    let paths =
      FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
      return text.map {
        SourceFile(
          target: String(path.prefix { $0 != "/" }),
          path: path,
          lines: $0.split(separator: "\n", omittingEmptySubsequences: false)
        )
      }
    }
  }()

  /// The modules it imports.
  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count else {
          return nil
        }
        return String(words[index + 1])
      }
    )
  }
}
