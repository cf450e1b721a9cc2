// ContainersTests.swift — what mails and zip files hold, and what they are refused for.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Reading

@Suite struct ContainersTests {
  private let pdf = Array("%PDF-1.4 one\n%%EOF\n".utf8)
  private let otherPDF = Array("%PDF-1.4 two\n%%EOF\n".utf8)

  private func read(
    _ bytes: [UInt8],
    limits: ReadingLimits = ReadingLimits()
  ) throws -> Document {
    try Readers.read(SourceBytes(bytes), plan: ReadingPlan(languages: ["fra"]), limits: limits)
      .decoded
  }

  private func code(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> String? {
    do {
      _ = try read(bytes, limits: limits)
      return nil
    } catch {
      return (error as? Problem)?.code
    }
  }

  private func text(_ document: Document) -> String {
    document.pages.flatMap(\.words).map(\.text).joined(separator: " ")
  }

  private func bytes(_ document: Document, of container: [UInt8]) throws -> [UInt8] {
    try Rendering.bytes(
      for: .contents(numbers: document.contents.map(\.number)),
      from: SourceBytes(container),
      limits: ReadingLimits()
    )
  }

  @Test func `finds the attachments of a mail, and who sent it`() throws {
    let logo = picture(width: 120, height: 40)
    let bytes = Array(
      mail([
        textPart("Bonjour, ci-joint."), attachment(pdf, named: "facture (1).pdf"),
        attachment(otherPDF, named: "facture (2).pdf"),
        attachment(logo, named: "image001.png", as: "image/png"),
      ]).utf8
    )
    let document = try read(bytes)
    #expect(document.format == .mail)
    #expect(document.contents.map(\.name) == ["facture (1).pdf", "facture (2).pdf"])
    #expect(document.contents.map(\.format) == [.pdf, .pdf])
    #expect(document.findings.map(\.code) == ["attachment-set-aside"])
    let sender = try #require(document.mail)
    #expect(sender.address == "billing@kessler.example" && sender.name == "Kessler Präzision")
    #expect(sender.messageID == "20250521.2@kessler.example" && sender.subject == "Rechnung")
    #expect(sender.date == CalendarDate(iso: "2025-05-21"))
    #expect(document.contents.allSatisfy { $0.mail == sender })
    #expect(text(document) == "Bonjour, ci-joint.")
    #expect(try self.bytes(document, of: bytes) == pdf + otherPDF)
    #expect(document.contents.map(\.id) == [pdf, otherPDF].map { SourceBytes($0).id })
  }

  @Test func `looks into forwarded mails, and says who sent those`() throws {
    let inner = mail([attachment(pdf, named: "a.pdf")], subject: "Votre facture")
    let document = try read(Array(mail([textPart("TR"), forwarded(inner)], subject: "TR:").utf8))
    #expect(document.contents.map(\.mail?.subject) == ["Votre facture"])
    #expect(document.mail?.subject == "TR:")
  }

  @Test func `reads the text of a forwarded mail below the words of who forwards it`() throws {
    let inner = mail([textPart("Facture F-17 du 4 mars, total 119,00 EUR")], subject: "Facture")
    let document = try read(
      Array(mail([textPart("pour paiement"), forwarded(inner)], subject: "TR:").utf8)
    )
    #expect(
      document.pages.map { $0.words.map(\.text).joined(separator: " ") } == [
        "pour paiement", "Facture F-17 du 4 mars, total 119,00 EUR",
      ]
    )
  }

  @Test func `takes the same attachment once`() throws {
    let twice = mail([attachment(pdf, named: "a.pdf"), attachment(pdf, named: "b.pdf")])
    #expect(try read(Array(twice.utf8)).contents.map(\.name) == ["a.pdf"])
  }

  @Test func `reads the text of a mail as its pages, of two versions the fuller`() throws {
    let web = """
      <html><head><style>p {color: red}</style></head><body><p>Rechnung&nbsp;Nr. 17</p>
      <table><tr><td>Summe</td><td>119,00&euro;</td></tr></table></body></html>
      """
    let parts = [textPart("Siehe HTML."), textPart(web, as: "text/html; charset=utf-8")]
    let document = try read(Array(mail(parts, kind: "alternative").utf8))
    #expect(document.contents == [] && document.pages.count == 1)
    #expect(text(document) == "Rechnung Nr. 17 Summe 119,00€")
    let rows = Set(document.pages[0].words.map(\.box.top))
    #expect(rows.count == 2)
  }

  @Test(arguments: [
    ("../../../../etc/cron.d/facture.pdf", "facture.pdf"), ("C:\\\\x\\\\f.pdf", "f.pdf"),
    ("..", ""), ("a\u{202E}fdp.exe", "afdp.exe"),
    (String(repeating: "é", count: 300), String(repeating: "é", count: 127)),
  ])
  func `keeps no way out of a name`(name: String, kept: String) throws {
    #expect(Containers.shortName(name.replacing("\\\\", with: "\\")) == kept)
    let packed = try read(zip([("x/" + name, pdf), ("b.pdf", otherPDF)]))
    #expect(packed.contents.map(\.name) == [kept, "b.pdf"])
  }

  @Test func `refuses mails nested deeper than people do`() throws {
    var nested = mail([attachment(pdf, named: "a.pdf")])
    for _ in 1...50 { nested = "From: a@b.example\nSubject: x\n" + forwarded(nested) }
    #expect(code(Array(nested.utf8)) == "container-too-deep")
    var parts = "Content-Type: text/plain\n\nx"
    for depth in 1...500 {
      parts = "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n" + parts
    }
    #expect(code(Array(("From: a@b.example\nSubject: x\n" + parts).utf8)) == "container-too-deep")
  }

  @Test func `refuses a mail of ten thousand parts`() {
    let many = mail([String](repeating: textPart("x"), count: 10_000))
    #expect(code(Array(many.utf8)) == "container-too-many-files")
  }

  @Test func `reads a mail of any charset, and one that is cut off`() throws {
    let latin = Array("From: a@b.example\nSubject: x\n\nFactur".utf8) + [0xE9, 0x65]
    #expect(text(try read(latin)) == "Facturée")
    let whole = Array(mail([attachment(pdf + pdf, named: "a.pdf")]).utf8)
    #expect(try read(Array(whole.dropLast(20))).contents.count == 1)
  }

  @Test func `unpacks a zip file without what file managers add`() throws {
    let packed = zip([
      ("2025/a.pdf", pdf), ("__MACOSX/._a.pdf", [1, 2]), ("2025/Thumbs.db", [1]),
      ("2025/.DS_Store", [1]), ("2025/.b.pdf", otherPDF),
    ])
    let document = try read(packed)
    // A name that begins with a point is hidden, and a file all the same.
    #expect(document.contents.map(\.name) == ["a.pdf", ".b.pdf"])
    #expect(document.contents.allSatisfy { $0.mail == nil })
    #expect(try bytes(document, of: packed) == pdf + otherPDF)
  }

  @Test func `stops a zip bomb while it unfolds`() {
    var limits = ReadingLimits()
    limits.containedBytes = 1 << 20
    let bomb = zip([("bomb.pdf", [UInt8](repeating: 0, count: 8 << 20))])
    #expect(bomb.count < 100_000)
    #expect(code(bomb, limits: limits) == "container-too-large")
    limits.containedFiles = 10
    let many = zip((0...10).map { ("\($0).pdf", pdf + [UInt8($0)]) })
    #expect(code(many, limits: limits) == "container-too-many-files")
  }

  @Test func `refuses what is no archive of documents, each with its code`() throws {
    #expect(code(zip([("note.txt", Array("test".utf8))])) == "archive-empty")
    #expect(code(zip([("[Content_Types].xml", pdf), ("word/document.xml", pdf)])) == "office-file")
    // Office programs put their mark first.
    let invoices = zip([("a.pdf", pdf), ("mimetype", Array("x".utf8))])
    #expect(try read(invoices).contents.map(\.name) == ["a.pdf"])
    let packed = zip([("a.pdf", [UInt8](repeating: 7, count: 100_000))])
    #expect(code(Array(packed.prefix(packed.count / 2))) == "archive-unreadable")
  }

  @Test func `keeps what is attached to a mail whose text is endless, and says so`() throws {
    var limits = ReadingLimits()
    limits.words = 100
    let text = String(repeating: "mot ", count: 200)
    let bytes = Array(mail([textPart(text), attachment(pdf, named: "a.pdf")]).utf8)
    let document = try read(bytes, limits: limits)
    #expect(document.contents.map(\.name) == ["a.pdf"] && document.pages.isEmpty)
    #expect(document.findings == [Finding(.warning, "mail-text-left-out")])
    limits.words = 400_000
    limits.textBytes = 500
    #expect(try read(bytes, limits: limits).contents.map(\.name) == ["a.pdf"])
    let alone = Array(mail([textPart(text)]).utf8)
    #expect(code(alone, limits: limits) == "file-too-large")
  }

  @Test func `warns of what it does not know, and not of a logo`() throws {
    let logo = picture(width: 120, height: 40)
    let document = try read(
      Array(
        mail([
          attachment(pdf, named: "a.pdf"), attachment([0, 1, 2, 3], named: "facture.xyz"),
          attachment(logo, named: "image001.png", as: "image/png"),
        ]).utf8
      )
    )
    #expect(document.findings.map(\.severity) == [.warning, .info])
    #expect(document.findings.first?.arguments == ["name": "facture.xyz", "why": "unknown-format"])
  }

  @Test func `gives no file of a container that holds none`() {
    let empty = Array(mail([textPart("x")]).utf8)
    #expect(throws: Problem(.fault, "rendering-failed", ["reason": "order"])) {
      _ = try Rendering.bytes(
        for: .contents(numbers: [1]),
        from: SourceBytes(empty),
        limits: ReadingLimits()
      )
    }
  }

  @Test func `believes no name and no type`() throws {
    let lying = mail([attachment(pdf, named: "logo.png", as: "image/png")])
    #expect(try read(Array(lying.utf8)).contents.map(\.format) == [.pdf])
  }

  /// The head of a PNG of this size: nobody decodes a logo.
  private func picture(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0]
      + [UInt8](repeating: 0, count: 64)
  }
}
