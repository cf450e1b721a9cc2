// Samples.swift — temporary homes, stub readers and small values for the tests.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Filing
import Foundation
import Glibc
import Invoicing
import Logging
import Testing

@testable import Service

/// A home that is removed when the test ends.
final class TemporaryHome: Sendable {
  let home: Home

  init() throws {
    home = Home(NSTemporaryDirectory() + "service-" + UUID().uuidString)
    try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
    try home.prepare()
  }

  deinit { try? FileManager.default.removeItem(atPath: home.path) }

  /// Writes a file of this name (any bytes) into the inbox.
  func drop(_ content: String, as name: [UInt8]) throws {
    let folder = try openFolder(home.inbox, place: "inbox")
    let file = openat(
      folder.descriptor,
      cString(name),
      O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
      0o640
    )
    try #require(file >= 0, "errno \(errno)")
    defer { close(file) }
    try #require(write(file, content, content.utf8.count) == content.utf8.count)
  }

  func drop(_ content: String, as name: String) throws {
    try drop(content, as: Array(name.utf8))
  }

  /// Writes a shell script that stands for the reader; `--version` is answered by all of them,
  /// and none of them is a zygote.
  func reader(_ script: String) throws -> String {
    let path = home.path + "/reader-" + UUID().uuidString
    let text =
      "#!/bin/sh\nif [ \"$1\" = --version ]; then echo stub 1; exit; fi\n"
      + "[ \"$1\" != --serve ] || exit 64\n" + script + "\n"
    // Foundation's descriptor would be inherited by the stubs of other tests: a busy executable.
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o755)
    try #require(file >= 0, "errno \(errno)")
    defer { close(file) }
    try #require(write(file, text, text.utf8.count) == text.utf8.count)
    return path
  }

  /// The open home, with this script as reader, these rules and this company.
  func workshop(
    reader script: String = answering,
    rules: RuleBook = .empty,
    maildir: String? = nil,
    company: Company? = nil,
    trial: Int = 50
  ) async throws -> Workshop {
    var settings = ServiceSettings(readers: 2, plan: ReadingPlan(languages: ["fra"]))
    settings.settle = .milliseconds(20)
    settings.settleMax = .milliseconds(20)
    settings.rescan = .milliseconds(200)
    settings.reader.seconds = 1
    settings.maildir = maildir
    settings.trial = trial
    settings.readerExecutable = try reader(script)
    return try await Workshop(
      home: home,
      settings: settings,
      knowledge: { _ throws(Problem) in
        Knowledge(rules: rules, company: company)
      },
      renderReason: { "Refused: " + $0.code },
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    )
  }

  func names(in folder: String) throws -> [[UInt8]] {
    try Service.names(inFolder: folder, place: "test")
  }
}

/// The answer of a reader that saw one page without words, as a line of shell.
let answering = "cat >/dev/null; " + says(.read(emptyDocument))

/// A line of shell that prints an answer.
func says(_ answer: ReadingAnswer) -> String {
  let line = (try? JSONEncoder().encode(answer)) ?? Data()
  return "printf '%s\\n' '" + String(decoding: line, as: UTF8.self) + "'"
}

let emptyDocument = Document(
  id: DocumentID(digest: [UInt8](repeating: 7, count: 32)),
  format: .pdf,
  pages: [Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: [])]
)

/// A text that passes the tail test.
func pdf(_ mark: String) -> String { "%PDF-1.4\n\(mark)\n%%EOF\n" }
