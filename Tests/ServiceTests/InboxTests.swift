// InboxTests.swift — which files of the inbox are ready.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import Service

@Suite struct InboxTests {
  @Test(
    arguments: [
      ".hidden", "scan.pdf.part", "a.TMP", "b.crdownload", "~$book.xlsx", ".~lock.a#", "._a.pdf",
      ".syncthing.a.pdf.tmp",
    ]
  )
  func `leaves partial and hidden names alone`(name: String) {
    #expect(isIgnoredName(Array(name.utf8)))
  }

  @Test(arguments: ["scan.pdf", "tmp", "-rf", "part.pdf", "é.jpg"])
  func `takes ordinary names`(name: String) { #expect(!isIgnoredName(Array(name.utf8))) }

  @Test(
    arguments: [
      ("%PDF-1.4 x %%EOF\n", true), ("%PDF-1.4 cut", false),
      ("<?xml version=\"1.0\"?>\n<!-- a --><a:b x=\"1\"><c/></a:b>\n", true),
      ("<?xml version=\"1.0\"?>\n<a><c/>", false), ("<a/>", true), ("plain text", true),
    ]
  )
  func `tells whether the end of a text is there`(content: String, isWhole: Bool) {
    let bytes = Array(content.utf8)
    #expect(TailTest(head: bytes, tail: bytes, size: Int64(bytes.count)).passes == isWhole)
  }

  @Test(
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0, 1, 0xFF, 0xD9], true), ([0xFF, 0xD8, 0xFF, 0xE0, 1], false),
      ([0x89, 0x50, 0x4E, 0x47, 0x49, 0x45, 0x4E, 0x44], true), ([0x89, 0x50, 0x4E, 0x47], false),
      ([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] + [UInt8](repeating: 0, count: 18), true),
      ([0x49, 0x49, 0x2A, 0, 8, 1, 0, 0] + [UInt8](repeating: 0, count: 18), false),
      ([0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8] + [UInt8](repeating: 0, count: 18), true),
    ] as [([UInt8], Bool)]
  )
  func `tells whether the end of an image is there`(bytes: [UInt8], isWhole: Bool) {
    #expect(TailTest(head: bytes, tail: bytes, size: Int64(bytes.count)).passes == isWhole)
  }

  @Test func `waits until a file has stayed the same`() throws {
    let box = try TemporaryHome()
    try box.drop(pdf("a"), as: "a.pdf")
    var scanner = InboxScanner(
      folder: box.home.inbox,
      settle: .seconds(2),
      settleMax: .seconds(600)
    )
    let start = ContinuousClock.now
    let first = try scanner.scan(now: start)
    #expect(first.ready.isEmpty && first.waiting == 1 && first.nextLook == start + .seconds(2))
    #expect(try scanner.scan(now: start + .milliseconds(1999)).ready.isEmpty)
    #expect(try scanner.scan(now: start + .seconds(2)).ready.map(\.name) == [Array("a.pdf".utf8)])
  }

  @Test func `starts over when a file has changed`() throws {
    let box = try TemporaryHome()
    try box.drop(pdf("a"), as: "a.pdf")
    var scanner = InboxScanner(
      folder: box.home.inbox,
      settle: .seconds(2),
      settleMax: .seconds(600)
    )
    let start = ContinuousClock.now
    _ = try scanner.scan(now: start)
    #expect(truncate(box.home.inbox + "/a.pdf", 12) == 0)
    #expect(try scanner.scan(now: start + .seconds(3)).ready.isEmpty)
    // Settled, but cut off: waited for until the limit.
    #expect(try scanner.scan(now: start + .seconds(6)).ready.isEmpty)
    #expect(try scanner.scan(now: start + .seconds(604)).ready.count == 1)
  }

  @Test func `leaves a file that somebody is writing`() throws {
    let box = try TemporaryHome()
    try box.drop(pdf("a"), as: "a.pdf")
    let writer = open(box.home.inbox + "/a.pdf", O_WRONLY | O_APPEND | O_CLOEXEC)
    var scanner = InboxScanner(folder: box.home.inbox, settle: .seconds(1), settleMax: .seconds(1))
    let start = ContinuousClock.now
    _ = try scanner.scan(now: start)
    let scan = try scanner.scan(now: start + .seconds(9))
    #expect(scan.ready.isEmpty && scan.beingWritten == 1)
    close(writer)
    _ = try scanner.scan(now: start + .seconds(10))
    #expect(try scanner.scan(now: start + .seconds(11)).ready.count == 1)
  }

  @Test func `tells why files wait`() throws {
    let box = try TemporaryHome()
    try box.drop(pdf("a"), as: "a.pdf")
    try box.drop("", as: "b.pdf")
    try box.drop("%PDF-1.4 cut", as: "c.pdf")
    try box.drop(pdf("d"), as: "d.pdf")
    try box.drop("x", as: ".hidden")
    let writer = open(box.home.inbox + "/d.pdf", O_WRONLY | O_APPEND | O_CLOEXEC)
    defer { close(writer) }
    let content = try InboxContent(of: box.home)
    #expect(content.waiting == 4)
    #expect(
      Dictionary(uniqueKeysWithValues: content.held.map { ($0.name, $0.code) }) == [
        "a.pdf": "not-taken", "b.pdf": "empty", "c.pdf": "cut-off", "d.pdf": "being-written",
      ]
    )
    for number in 0..<30 { try box.drop(pdf("x"), as: "x\(number).pdf") }
    let many = try InboxContent(of: box.home)
    #expect(many.waiting == 34 && many.held.count == 20)
  }

  @Test func `neither follows links nor opens pipes`() throws {
    let box = try TemporaryHome()
    let inbox = box.home.inbox
    #expect(symlink("/etc/passwd", inbox + "/link.pdf") == 0)
    #expect(mkfifo(inbox + "/pipe.pdf", 0o600) == 0)
    #expect(mkdir(inbox + "/folder", 0o700) == 0)
    var scanner = InboxScanner(folder: inbox, settle: .zero, settleMax: .zero)
    _ = try scanner.scan()
    let scan = try scanner.scan()
    #expect(scan.ready.isEmpty && scan.waiting == 0)
    let codes = Dictionary(uniqueKeysWithValues: scan.notices.map { ($0.name, $0.code) })
    #expect(
      codes == [
        "link.pdf": "not-a-regular-file", "pipe.pdf": "not-a-regular-file", "folder": "is-a-folder",
      ]
    )
  }

  @Test func `takes the files of a folder, and knows that they came together`() throws {
    let box = try TemporaryHome()
    let inbox = box.home.inbox
    for folder in ["/export", "/export/09", "/deep", "/deep/a", "/deep/a/b", "/deep/a/b/c"] {
      #expect(mkdir(inbox + folder, 0o700) == 0)
    }
    for file in ["export/a.pdf", "export/.hidden", "export/09/b.pdf", "deep/a/b/c/d.pdf"] {
      try box.drop(pdf(file), as: file)
    }
    #expect(symlink("/etc", inbox + "/export/etc") == 0)
    try box.drop(pdf("c"), as: "c.pdf")
    var scanner = InboxScanner(folder: inbox, settle: .zero, settleMax: .zero)
    _ = try scanner.scan()
    let scan = try scanner.scan()
    let paths = scan.ready.map { String(decoding: $0.path, as: UTF8.self) }.sorted()
    #expect(paths == ["c.pdf", "export/09/b.pdf", "export/a.pdf"])
    #expect(
      Set(scan.ready.map { String(decoding: $0.name, as: UTF8.self) }) == [
        "a.pdf", "b.pdf", "c.pdf",
      ]
    )
    let parcels = Set(scan.ready.filter { $0.path.count > 5 }.map(\.parcel))
    #expect(parcels.count == 1 && !parcels.contains(nil))
    #expect(scan.ready.filter { $0.parcel == nil }.count == 1)
    #expect(Set(scan.notices.map(\.code)) == ["is-a-folder", "not-a-regular-file"])
  }

  @Test func `shows hostile names without their control characters`() {
    #expect(displayName(Array("a\u{1B}[2J\n\u{202E}b".utf8)) == "a\\u{1b}[2J\\u{a}\\u{202e}b")
    #expect(displayName([0x61, 0xFF]) == "a\u{FFFD}")
  }

  @Test func `hears of a file that is renamed into the folder`() async throws {
    let box = try TemporaryHome()
    let bell = Bell()
    let watch = try InboxWatch(folder: box.home.inbox) { Task { await bell.ring() } }
    try box.drop("x", as: ".a")
    await bell.wait(after: 0, atMost: .seconds(2))
    let heard = await bell.strokes
    #expect(rename(box.home.inbox + "/.a", box.home.inbox + "/a") == 0)
    await bell.wait(after: heard, atMost: .seconds(2))
    #expect(await bell.strokes > heard)
    #expect(!watch.isLost)
    #expect(rename(box.home.inbox, box.home.path + "/elsewhere") == 0)
    await bell.wait(after: await bell.strokes, atMost: .seconds(2))
    #expect(watch.isLost)
  }
}
