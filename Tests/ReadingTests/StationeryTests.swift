// StationeryTests.swift — text on letter paper, and text hidden under a scan.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLeptonica
import Foundation
import Invoicing
import Testing

@testable import Reading

@Suite struct StationeryTests {
  private static let text = """
    FACTURE NUMERO DU CLIENT ATELIERS EXEMPLE DESIGNATION QUANTITE PRIX UNITAIRE MONTANT TOTAL TAXES
    COMPRISES ECHEANCE A TRENTE JOURS MERCI DE VOTRE CONFIANCE
    """

  /// A page of 620 × 877 pixels with a sample's text in its corner.
  private func paper() throws -> [UInt8] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Samples/1-bit.png")
    let bytes = [UInt8](try Data(contentsOf: path))
    let grey = try #require(GreyImage(taking: pixReadMem(bytes, bytes.count)))
    var pixels = [UInt8](repeating: 255, count: 620 * 877)
    for y in 0..<grey.height {
      for x in 0..<grey.width {
        var value: UInt32 = 0
        pixGetPixel(grey.pix, Int32(x), Int32(y), &value)
        pixels[(y + 700) * 620 + x + 60] = UInt8(value)
      }
    }
    return pixels
  }

  /// That page as the background of a text in a font of blocks, which no machine needs to have.
  private func document(showing shown: String) throws -> Document {
    let image = """
      /Type /XObject /Subtype /Image /Width 620 /Height 877 /BitsPerComponent 8
      /ColorSpace /DeviceGray
      """
    let names = (65...90).map { String(UnicodeScalar(UInt8($0))) }
    let font = """
      << /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0]
      /FirstChar 65 /LastChar 90 /Widths [\(names.map { _ in "600" }.joined(separator: " "))]
      /Encoding << /Type /Encoding /Differences [65 \(names.map { "/" + $0 }.joined(separator: " "))] >>
      /CharProcs << \(names.map { "/\($0) 5 0 R" }.joined(separator: " ")) >> >>
      """
    let file = MadePDF(
      content: Array(("q 595 0 0 842 0 0 cm /I Do Q " + shown).utf8),
      objects: [
        MadePDF.stream(image, try paper()),
        MadePDF.stream("", Array("600 0 0 0 500 700 d1 0 0 500 700 re f".utf8)),
      ],
      fonts: "/F2 \(font)",
      resources: "/XObject << /I 4 0 R >>"
    )
    return try Readers.read(SourceBytes(file.bytes), plan: ReadingPlan(languages: ["fra"])).decoded
  }

  private var lines: String {
    Self.text.split(whereSeparator: \.isWhitespace).map { "(\($0)) Tj 0 -16 Td" }
      .joined(separator: " ")
  }

  @Test func `keeps text that is printed on letter paper, and reads what the paper says`() throws {
    let page = try #require(try document(showing: "BT /F2 10 Tf 60 800 Td \(lines) ET").pages.first)
    #expect(page.origin == .textLayer)
    let written = page.words.filter { !$0.isRecognised }.map(\.text)
    #expect(written == Self.text.split(whereSeparator: \.isWhitespace).map(String.init))
    #expect(page.words.filter(\.isRecognised).map(\.text).contains("20240173"))
  }

  @Test func `recognises a scan whatever text is hidden under it`() throws {
    let hidden = "BT /F1 10 Tf 3 Tr 60 800 Td \(lines) ET"
    let page = try #require(try document(showing: hidden).pages.first)
    #expect(page.origin == .recognised)
    #expect(page.words.map(\.text).contains("20240173"))
    #expect(!page.words.map(\.text).contains("DESIGNATION"))
  }
}
