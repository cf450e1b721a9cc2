// PDFCrossReferences.swift — whether the table at the end of a PDF leads to its objects.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The newest cross-reference section of a PDF (ISO 32000-1 sections 7.5.4, 7.5.5 and 7.5.8).
///
/// Poppler looks for the objects itself where the table is wrong, and does not tell.
struct PDFCrossReferences {
  private let source: SourceBytes
  /// Readers count places from the header, writers from the first byte.
  private let start: Int

  init(of source: SourceBytes) {
    self.source = source
    start = source.firstIndex(of: "%PDF-") ?? 0
  }

  /// Whether the file ends as it must, and the section there leads to the objects it lists.
  var areSound: Bool {
    let tail = max(0, source.buffer.count - 2048)
    guard source.contains("%%EOF", from: tail),
      let mark = source.lastIndex(of: "startxref", from: tail),
      let place = numberAfter(mark + 9)
    else { return false }
    return [place, place + start].contains(where: isSection)
  }

  private func numberAfter(_ place: Int) -> Int? {
    var tokens = PDFTokens(source.buffer, at: place)
    return tokens.number()
  }

  private func isSection(at place: Int) -> Bool {
    var tokens = PDFTokens(source.buffer, at: place)
    if tokens.skip("xref") { return listsObjects(&tokens) }
    return isObject(at: place, number: nil)
  }

  /// Whether every object in use of a table stands where the table says.
  private func listsObjects(_ tokens: inout PDFTokens) -> Bool {
    while !tokens.skip("trailer") {
      guard let first = tokens.number(), let count = tokens.number() else { return false }
      for index in 0..<count {
        guard let place = tokens.number(), tokens.number() != nil else { return false }
        if tokens.skip("f") { continue }
        guard tokens.skip("n") else { return false }
        // Some writers mark what they left out by place 0.
        let isThere = [place, place + start].contains { isObject(at: $0, number: first + index) }
        guard place == 0 || isThere else { return false }
      }
    }
    return true
  }

  /// Whether an object begins here, of this number if one is given.
  private func isObject(at place: Int, number: Int?) -> Bool {
    var tokens = PDFTokens(source.buffer, at: place)
    guard let found = tokens.number(), tokens.number() != nil else { return false }
    return tokens.skip("obj") && (number == nil || found == number)
  }
}
