// TextReader.swift — plain text, laid out as on a typewriter.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Lays plain text out on pages: every character 6 points wide, every line 12 points high.
///
/// A form feed begins a page, as do 1,000 lines. Tabulators stand every 8 columns.
struct TextReader: PageReader {
  let formats: Set<DocumentFormat> = [.text]

  func open(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> any PageSource {
    let (size, limit) = (source.buffer.count, session.limits.textBytes)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    guard let text = String(validating: source.buffer, as: UTF8.self) else {
      throw .unknownFormat
    }
    return FinishedPages(pages: try Self.pages(of: text, limits: session.limits))
  }

  /// The pages of a text.
  ///
  /// - Throws: refusals `file-too-large` {bytes, limit}, `too-many-pages`.
  static func pages(of text: String, limits: ReadingLimits) throws(Problem) -> [Page] {
    let size = text.utf8.count
    guard size <= limits.textBytes else {
      throw .tooLarge(bytes: size, limit: limits.textBytes)
    }
    let sheets = sheets(of: text)
    guard sheets.count <= limits.pages else {
      throw .tooManyPages(sheets.count, limit: limits.pages)
    }
    return sheets.enumerated().map { page(number: $0.offset + 1, lines: $0.element) }
  }

  private static let columnWidth: Int32 = 60
  private static let lineHeight: Int32 = 120
  /// Room around the text: a column, and a line.
  private static let margin: Int32 = 2

  private typealias Line = ArraySlice<Unicode.Scalar>

  private static func sheets(of text: String) -> [[Line]] {
    let sheets = Array(text.unicodeScalars).split(
      separator: "\u{C}",
      omittingEmptySubsequences: false
    )
    // A form feed after the last page opens no other.
    let ends = sheets.last.map { $0.allSatisfy(WordCharacters.isBlank) } ?? false
    let filled = ends && sheets.count > 1 ? sheets.dropLast() : sheets[...]
    return filled.flatMap { sheet in
      let lines = sheet.filter { $0 != "\r" }.split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      return stride(from: 0, to: max(1, lines.count), by: 1000).map { start in
        Array(lines.dropFirst(start).prefix(1000))
      }
    }
  }

  private static func page(number: Int, lines: [Line]) -> Page {
    var words: [Word] = []
    for (index, line) in lines.enumerated() {
      add(line, top: (Int32(index) + margin) * lineHeight, to: &words)
    }
    // At least an A4 sheet.
    let right = words.map(\.box.right).max() ?? 0
    let height = (Int32(lines.count) + 2 * margin) * lineHeight
    return Page(
      number: number,
      width: max(5950, right + margin * columnWidth),
      height: max(8420, height),
      origin: .textLayer,
      words: words
    )
  }

  private static func add(_ line: Line, top: Int32, to words: inout [Word]) {
    var column: Int32 = 0
    var start: Int32 = 0
    var characters: [Unicode.Scalar] = []
    func close(_ words: inout [Word]) {
      guard !characters.isEmpty else { return }
      let box = Box(
        left: (start + margin) * columnWidth,
        top: top,
        right: (column + margin) * columnWidth,
        bottom: top + lineHeight - 20
      )
      words.append(Word(text: WordCharacters.normalised(characters), box: box))
      characters = []
    }
    // Boxes end at a limit: nobody reads beyond thirty thousand columns.
    for scalar in line.prefix(Int(Box.limit / columnWidth - 2 * margin)) {
      if WordCharacters.isBlank(scalar) {
        close(&words)
        column = scalar == "\t" ? (column / 8 + 1) * 8 : column + 1
      } else if !WordCharacters.isInvisible(scalar) {
        if characters.isEmpty { start = column }
        characters.append(scalar)
        column += 1
      }
    }
    close(&words)
  }
}
