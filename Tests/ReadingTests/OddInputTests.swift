// OddInputTests.swift — rare, broken and hostile files are read, or refused with a code.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct OddInputTests {
  private func document(
    _ bytes: [UInt8],
    limits: ReadingLimits = ReadingLimits()
  ) throws -> Document {
    try Readers.read(SourceBytes(bytes), plan: ReadingPlan(languages: ["fra"]), limits: limits)
      .decoded
  }

  private func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Samples/" + name)))
  }

  private func problem(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> Problem? {
    do {
      _ = try document(bytes, limits: limits)
      return nil
    } catch {
      return error as? Problem
    }
  }

  private func text(_ page: Page) -> String { page.words.map(\.text).joined(separator: " ") }

  @Test(
    arguments: [
      "1-bit.png", "16-bit.png", "16-bit.tif", "cmyk.jpg", "cmyk.tif", "palette.png",
      "transparent.png", "transparent-palette.png", "turned.jpg", "turned.png", "turned.tif",
      "fax.tif", "jbig2.pdf", "jpeg2000.pdf",
    ]
  )
  func `reads a picture of any kind`(name: String) throws {
    let page = try #require(try document(sample(name)).pages.first)
    #expect(page.origin == .recognised && page.turned == 0)
    #expect(text(page).contains("20240173"))
    #expect(page.words.allSatisfy { $0.box.width > $0.box.height })
  }

  @Test func `reads the pages of a TIFF file each at its own size`() throws {
    let pages = try document(sample("mixed-sizes.tif")).pages
    #expect(pages.map(\.width).map { $0 / 100 } == [59, 21, 84])
    #expect(pages.map(text).map { $0.split(separator: " ").last } == ["20240173", "99,50", "3"])
  }

  @Test func `refuses a TIFF file that was cut off between its pages`() throws {
    let bytes = try sample("mixed-sizes.tif")
    #expect(problem(Array(bytes.dropLast(bytes.count / 3)))?.code == "image-damaged")
  }

  @Test func `opens a PDF with an empty password only`() throws {
    let page = try #require(try document(sample("owner-password.pdf")).pages.first)
    #expect(text(page).contains("20240173"))
    #expect(problem(try sample("user-password.pdf")) == Problem(.refusal, "pdf-encrypted"))
  }

  @Test func `refuses a PDF without pages, or with pages that have no size`() {
    #expect(problem(MadePDF(pages: 0).bytes)?.code == "pdf-damaged")
    #expect(problem(MadePDF(mediaBox: "0 0 0 842").bytes)?.code == "pdf-damaged")
  }

  @Test func `takes a page for a letter where its size makes no sense`() throws {
    for box in ["0 0 0 0", "0 0 1e12 1e12"] {
      let page = try #require(try document(MadePDF(mediaBox: box).bytes).pages.first)
      #expect(page.width == 6120 && page.height == 7920)
      #expect(text(page).contains("20240173"))
    }
  }

  @Test(
    arguments: [
      // The table's place, the place of an object that the pages need, the end of the file.
      ("startxref\n", "startxref\n1"), ("0000000009 00000 n", "0000000011 00000 n"),
      ("%%EOF", ""),
    ]
  )
  func `says that a PDF was repaired`(broken: String, by: String) throws {
    let whole = MadePDF().bytes
    #expect(try document(whole).findings.isEmpty)
    let repaired = try document(whole.replacing(broken, with: by))
    #expect(repaired.findings == [Finding(.warning, "pdf-repaired")])
    #expect(text(try #require(repaired.pages.first)).contains("20240173"))
  }

  @Test func `counts places from the header or from the first byte`() throws {
    let shifted = Array("rubbish before it\n".utf8) + MadePDF().bytes
    #expect(try document(shifted).findings.isEmpty)
  }

  @Test func `refuses an image that says it is huge before it is decoded`() {
    let entries = "/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    let image = MadePDF.stream(entries + " /Height 200000 /Width 200000", [0])
    let file = MadePDF(
      content: Array("500 0 0 700 50 50 cm /I Do".utf8),
      objects: [image],
      resources: "/XObject << /I 4 0 R >>"
    )
    let size = ["width": "200000", "height": "200000"]
    #expect(problem(file.bytes) == Problem(.refusal, "image-too-large", size))
  }

  @Test func `survives forms that draw themselves, and arrays without an end`() throws {
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 600 900]"
    let file = MadePDF(
      content: MadePDF.writing("Facture 20240173") + Array("/X Do".utf8),
      objects: [
        MadePDF.stream(
          form + " /Resources << /XObject << /X 4 0 R >> >>",
          Array("/X Do /X Do".utf8)
        ),
        Array(String(repeating: "[", count: 100_000).utf8),
      ],
      resources: "/XObject << /X 4 0 R >> /Other 5 0 R"
    )
    #expect(text(try #require(try document(file.bytes).pages.first)).contains("20240173"))
  }

  @Test func `refuses more pages than the limit before it reads one`() {
    let counts = ["count": "600", "limit": "500"]
    #expect(problem(MadePDF(pages: 600).bytes) == Problem(.refusal, "too-many-pages", counts))
    let limits = { () -> ReadingLimits in
      var limits = ReadingLimits()
      limits.pages = 2
      return limits
    }()
    #expect(
      problem((try? sample("mixed-sizes.tif")) ?? [], limits: limits)?.code == "too-many-pages"
    )
  }

  @Test func `tells the progress of a long document, page by page`() throws {
    var told: [Int] = []
    let file = SourceBytes(MadePDF(pages: 400).bytes)
    let read = try Readers.read(file, plan: ReadingPlan(languages: ["fra"])) { done, total in
      told.append(done)
      #expect(total == 400)
    }
    #expect(told == Array(1...400))
    #expect(try read.decoded.pages.map(\.number) == told)
  }

  @Test func `answers with a refusal when a page has spent its processor time`() throws {
    let answer = Data(ProcessorTime.answer.description.utf8)
    guard case .refused(let problem) = try JSONDecoder().decode(ReadingAnswer.self, from: answer)
    else {
      Issue.record("no refusal")
      return
    }
    #expect(problem == .pageTooCostly)
  }

  private func eInvoice(_ number: String) -> String {
    """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>\(number)</ID>
    </Invoice>
    """
  }

  @Test func `finds the e-invoice among files of any name, and passes over a broken one`() throws {
    var made = MadePDF()
    made.attach([
      ("a.xml", "<cut"), ("terms.txt", "x"), ("invoice.pdf", eInvoice("F-1")),
      ("again.xml", eInvoice("F-1")),
    ])
    let document = try self.document(made.bytes)
    #expect(document.markup?.root.children.first?.text == "F-1")
    #expect(document.findings == [Finding(.warning, "attachment-unreadable", ["name": "a.xml"])])
  }

  @Test func `stops where a PDF carries two e-invoices that disagree`() throws {
    var made = MadePDF()
    made.attach([("factur-x.xml", eInvoice("F-1")), ("zugferd.xml", eInvoice("F-2"))])
    let document = try self.document(made.bytes)
    #expect(document.findings == [Finding(.blocking, "several-e-invoices", ["count": "2"])])
  }

  @Test func `a PDF with one order is that order, and one with two that differ is refused`() throws
  {
    func order(_ number: String) -> String {
      "<SCRDMCCBDACIOMessageStructure><ID>\(number)</ID></SCRDMCCBDACIOMessageStructure>"
    }
    func read(_ files: [(name: String, content: String)]) throws -> Document {
      var made = MadePDF()
      made.attach(files)
      let plan = ReadingPlan(languages: ["fra"], readsWorkbooks: true)
      return try Readers.read(SourceBytes(made.bytes), plan: plan, limits: ReadingLimits()).decoded
    }
    let one = try read([("a.xml", order("C-1")), ("b.xml", order("C-1")), ("c.xml", "<cut")])
    #expect(one.markup?.isOrder == true && one.pages.isEmpty)
    #expect(throws: Problem(.refusal, "several-orders", ["count": "2"])) {
      try read([("a.xml", order("C-1")), ("b.xml", order("C-2"))])
    }
  }

  @Test func `looks into no more attachments than an invoice can have`() throws {
    var made = MadePDF()
    let files = (1...200).map { (String(format: "%03d.xml", $0), eInvoice("F-\($0)")) }
    made.attach(files)
    let document = try self.document(made.bytes)
    #expect(document.pages.count == 1 && document.markup != nil)
    #expect(document.findings.first?.arguments == ["count": "50"])
  }
}
