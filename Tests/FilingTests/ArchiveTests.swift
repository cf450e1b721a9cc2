// ArchiveTests.swift — the originals.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Invoicing
import Testing

@testable import Filing

struct ArchiveTests {
  private let home: TemporaryHome
  private let archive: Archive

  init() throws {
    home = try TemporaryHome()
    archive = Archive(home: home.path)
  }

  @Test func `keeps the bytes once, read-only, under their hash`() throws {
    let first = try home.withFile("invoice") { try archive.store(from: $0) }
    let second = try home.withFile("invoice") { try archive.store(from: $0) }
    #expect(first == documentID("invoice") && second == first)
    let hex = first.hex
    let path = "\(home.path)/archive/\(hex.prefix(2))/\(hex.dropFirst(2).prefix(2))/\(hex)"
    #expect(FileManager.default.contents(atPath: path) == Data("invoice".utf8))
    #expect(home.mode(path) == 0o440)
    #expect(try archive.allIDs() == [first])
    #expect(try archive.isIntact(first))
  }

  @Test func `keeps an empty file and one of several chunks`() throws {
    let long = String(repeating: "0123456789", count: 250_000)
    for content in ["", long] {
      let id = try home.withFile(content) { try archive.store(from: $0) }
      #expect(id == documentID(content))
      #expect(try archive.isIntact(id))
    }
  }

  @Test func `opens an original and names one that is missing`() async throws {
    let id = try home.withFile("a") { try archive.store(from: $0) }
    let descriptor = try archive.openReadOnly(id)
    defer { close(descriptor) }
    var byte: UInt8 = 0
    #expect(pread(descriptor, &byte, 1, 0) == 1 && byte == UInt8(ascii: "a"))
    let failure = await code { _ = try archive.openReadOnly(documentID("b")) }
    #expect(failure == "archive-missing")
  }

  @Test func `tells when the archive holds other bytes under the hash`() async throws {
    let id = try home.withFile("abc") { try archive.store(from: $0) }
    #expect(unlink(archive.path(of: id)) == 0)
    try Data("abcd".utf8).write(to: URL(fileURLWithPath: archive.path(of: id)))
    #expect(try !archive.isIntact(id))
    let failure = await code { _ = try home.withFile("abc") { try archive.store(from: $0) } }
    #expect(failure == "archive-damaged")
  }
}
