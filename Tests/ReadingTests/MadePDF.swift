// MadePDF.swift — small PDF files, made as a test needs them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// A PDF of pages that share one content and its resources, with a table that is right.
struct MadePDF {
  /// The content of every page.
  var content = MadePDF.writing("Facture 20240173 du 12/03/2024", "Total TTC 1 234,50 EUR")
  var mediaBox = "0 0 595 842"
  var pages = 1
  /// Objects from number 4 on; the resources of the pages may name them.
  var objects: [[UInt8]] = []
  /// Fonts beside /F1.
  var fonts = ""
  /// Entries of the catalog.
  var catalog = ""
  /// Entries of the pages' resources beside the fonts.
  var resources = ""

  /// Lines of text at the top left, 12 points high.
  static func writing(_ lines: String...) -> [UInt8] {
    let shown = lines.map { "(\($0)) Tj 0 -20 Td" }.joined(separator: " ")
    return Array("BT /F1 12 Tf 50 780 Td \(shown) ET ".utf8)
  }

  static func stream(_ entries: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("<< \(entries) /Length \(bytes.count) >>\nstream\n".utf8) + bytes
      + Array("\nendstream".utf8)
  }

  /// Carries these files.
  mutating func attach(_ files: [(name: String, content: String)]) {
    var names = ""
    for (name, content) in files {
      let number = 4 + objects.count
      objects.append(Self.stream("/Type /EmbeddedFile", Array(content.utf8)))
      let file = "<< /Type /Filespec /F (\(name)) /UF (\(name)) /EF << /F \(number) 0 R >> >>"
      objects.append(Array(file.utf8))
      names += "(\(name)) \(number + 1) 0 R "
    }
    catalog = "/Names << /EmbeddedFiles << /Names [\(names)] >> >>"
  }

  var bytes: [UInt8] {
    let first = 4 + objects.count
    let kids = (0..<pages).map { "\(first + $0) 0 R" }.joined(separator: " ")
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    let page = """
      << /Type /Page /Parent 2 0 R /MediaBox [\(mediaBox)] /Contents 3 0 R
      /Resources << /Font << /F1 \(font) \(fonts) >> \(resources) >> >>
      """
    let all =
      [
        Array("<< /Type /Catalog /Pages 2 0 R \(catalog) >>".utf8),
        Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>".utf8),
        Self.stream("", content),
      ] + objects + Array(repeating: Array(page.utf8), count: pages)
    var file = Array("%PDF-1.4\n".utf8)
    var table = "xref\n0 \(all.count + 1)\n0000000000 65535 f \n"
    for (index, object) in all.enumerated() {
      table += padded(file.count) + " 00000 n \n"
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let trailer =
      "trailer\n<< /Size \(all.count + 1) /Root 1 0 R >>\nstartxref\n\(file.count)\n%%EOF\n"
    return file + Array((table + trailer).utf8)
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}

extension [UInt8] {
  /// The first occurrence of a text replaced by another.
  func replacing(_ text: String, with other: String) -> [UInt8] {
    guard let range = Data(self).range(of: Data(text.utf8)) else { return self }
    return Array(self[..<range.lowerBound]) + Array(other.utf8) + Array(self[range.upperBound...])
  }
}
