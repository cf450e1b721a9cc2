// FuzzHome.swift — a temporary home that files are dropped into, broken ones mostly.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// A temporary home: its files as the contract names them.
struct FuzzHome: Sendable {
  let path: String
  /// What the configuration allows one document, in seconds.
  static let readingSeconds = 20

  private var inbox: String { path + "/inbox" }
  private var waiting: String { path + "/waiting" }
  var log: String { path + "/daemon.log" }

  /// Makes it, with short times, so that cut-off files are not waited for.
  ///
  /// - Throws: when it cannot be made.
  init(_ path: String, languages: [String] = ["eng"]) throws {
    self.path = path
    let manager = FileManager.default
    for folder in [inbox, waiting] {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let configuration = """
      language: en
      intake: {settle: 10ms, settle_max: 200ms}
      reading: {languages: [\(languages.joined(separator: ", "))], timeout: \(Self.readingSeconds)s}
      """
    try Data(configuration.utf8).write(to: URL(filePath: path + "/facturier.yml"))
  }

  /// Drops a file as a careful program does: written elsewhere, then renamed into the inbox.
  func drop(_ input: FuzzInput) throws {
    let draft = "\(waiting)/\(input.name)"
    try Data(input.bytes).write(to: URL(filePath: draft))
    try FileManager.default.moveItem(atPath: draft, toPath: "\(inbox)/\(input.name)")
  }

  /// Files in the inbox that have not been taken.
  var untaken: [String] { get throws { try fileNames(in: inbox) } }

  /// Files that were taken and are not admitted.
  var claims: [String] { get throws { try fileNames(in: inbox + "/.facturier/claim") } }

  /// Whether the archive holds the original, byte for byte.
  func holds(_ digest: String, _ input: FuzzInput) -> Bool {
    let (first, second) = (digest.prefix(2), digest.dropFirst(2).prefix(2))
    let original = URL(filePath: "\(path)/archive/\(first)/\(second)/\(digest)")
    return (try? Data(contentsOf: original)) == Data(input.bytes)
  }

  /// The last lines of what the daemon has said.
  var lastWords: String {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").suffix(15).joined(separator: "\n")
  }
}
