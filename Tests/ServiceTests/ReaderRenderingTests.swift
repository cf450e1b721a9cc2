// ReaderRenderingTests.swift — what a drawing reader may answer, with shell scripts in its place.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Service

@Suite struct ReaderRenderingTests {
  private let page = Page(number: 1, width: 5950, height: 8420, origin: .textLayer, words: [])

  /// What comes of a preview by this script, whose input is a file with this content.
  private func preview(_ script: String, of content: String = "") async throws -> String {
    let box = try TemporaryHome()
    let path = box.home.path + "/original"
    try Data(content.utf8).write(to: URL(filePath: path))
    let reader = try ReaderProcess(executable: box.reader(script))
    let bytes = try await reader.preview(of: page, width: 100, ofFile: path)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `hands over exactly what was announced`() async throws {
    #expect(try await preview(#"echo '{"made":{"bytes":6}}'; cat"#, of: "a\nb\n\n!") == "a\nb\n\n!")
  }

  @Test(
    arguments: [
      #"echo '{"made":{"bytes":6}}'; printf abc"#, #"echo '{"made":{"bytes":2}}'; printf abc"#,
      #"echo '{"made":{"bytes":3}}'; printf abc; exit 3"#, "kill -SEGV $$", "exit 0", "echo {}",
    ]
  )
  func `takes half an answer for a crash`(script: String) async throws {
    do {
      let made = try await preview(script)
      Issue.record("made: \(made)")
    } catch let problem as Problem {
      #expect(problem.code == "reader-crashed")
    }
  }

  @Test func `throws what the reader refuses with`() async throws {
    let refusal = #"{"refused":{"_0":{"arguments":{},"code":"pdf-damaged","kind":"refusal"}}}"#
    await #expect(throws: Problem(.refusal, "pdf-damaged")) {
      _ = try await preview("echo '\(refusal)'")
    }
  }

  @Test func `lets the document stand before its file, and leaves nothing behind`() async throws {
    let box = try TemporaryHome()
    let path = box.home.path + "/original"
    try Data("bytes of the file".utf8).write(to: URL(filePath: path))
    let script = #"cat >"$0.seen"; echo '{"made":{"bytes":2}}'; printf ok"#
    let executable = try box.reader(script)
    let made = try await ReaderProcess(executable: executable).searchablePDF(
      of: emptyDocument,
      ofFile: path,
      workingIn: box.home.exports
    )
    #expect(made == Array("ok".utf8))
    let seen = try Data(contentsOf: URL(filePath: executable + ".seen"))
    let suffix = Data("bytes of the file".utf8)
    #expect(seen.suffix(suffix.count) == suffix)
    let document = try JSONDecoder().decode(Document.self, from: seen.dropLast(suffix.count))
    #expect(document == emptyDocument)
    #expect(try box.names(in: box.home.exports) == [])
  }
}
