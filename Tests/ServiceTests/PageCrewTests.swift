// PageCrewTests.swift — pages of a long document, read by several processes of the real reader.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Synchronization
import Testing

@testable import Service

@Suite(.timeLimit(.minutes(2))) struct PageCrewTests {
  private let box: TemporaryHome

  init() throws { box = try TemporaryHome() }

  /// Pages that each name themselves, with so many lines that a crew is called or not.
  private func document(pages: Int, lines: Int) throws -> String {
    let path = box.home.path + "/\(pages)x\(lines).txt"
    let line = "Facture 2026-001 de Exemple SAS, net a payer 120,00 EUR\n"
    let text = (1...pages).map { "page\($0)\n" + String(repeating: line, count: lines) }
    try Data(text.joined(separator: "\u{C}").utf8).write(to: URL(filePath: path))
    return path
  }

  private func read(
    _ path: String,
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [Page] {
    let reader = try ReaderProcess()
    let plan = ReadingPlan(languages: ["fra"])
    let outcome = try await reader.read(path: path, plan: plan, onProgress: onProgress)
    guard case .read(let document) = outcome else {
      Issue.record("\(outcome)")
      return []
    }
    return document.pages
  }

  @Test func `keeps the order of the pages, whoever read them`() async throws {
    let heard = Mutex<[Int]>([])
    let pages = try await read(try document(pages: 24, lines: 300)) { done, _ in
      heard.withLock { $0.append(done) }
    }
    #expect(pages.map(\.number) == Array(1...24))
    #expect(pages.map { $0.words.first?.text } == (1...24).map { "page\($0)" })
    #expect(heard.withLock { $0 } == Array(1...24))
  }

  @Test(arguments: [4, 8])
  func `reads a page as it would alone`(pages: Int) async throws {
    let long = try await read(try document(pages: pages, lines: 950))
    let short = try await read(try document(pages: 2, lines: 950))
    #expect(long.map(\.number) == Array(1...pages))
    #expect(short.count == 2)
    #expect(Array(long.prefix(2)) == short)
  }
}
