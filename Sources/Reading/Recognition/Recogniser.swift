// Recogniser.swift — tesseract, loaded once.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CTesseract
internal import Invoicing

/// Owns one TessBaseAPI with the data of some languages.
final class Recogniser {
  private let handle: OpaquePointer

  /// - Throws: fault `language-data-missing` {language, package}, for no language too.
  init(languages: [String]) throws(Problem) {
    guard let handle = TessBaseAPICreate() else {
      throw .missingLanguage(languages.first ?? "")
    }
    self.handle = handle
    // A name with a path in it would load a file of somebody's choice.
    let isName = { (name: String) in
      !name.isEmpty && name.utf8.allSatisfy { $0 == 95 || 65...90 ~= $0 || 97...122 ~= $0 }
    }
    if let odd = languages.first(where: { !isName($0) }) { throw .missingLanguage(odd) }
    // Data come from TESSDATA_PREFIX, else from where Debian keeps them.
    let joined = languages.joined(separator: "+")
    let failed = TessBaseAPIInit2(handle, nil, joined, OEM_LSTM_ONLY) != 0
    let loaded = failed ? [] : Self.loadedLanguages(handle)
    // Tesseract is content when the first of several languages is there.
    if let missing = languages.first(where: { !loaded.contains($0) }) {
      let found = failed && languages.count > 1 ? Self.firstMissing(languages) : missing
      throw .missingLanguage(found)
    }
    guard !failed else { throw .missingLanguage("") }
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    // Dark areas are inverted before; this would try each doubtful line twice.
    TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
  }

  deinit { TessBaseAPIDelete(handle) }

  /// How a picture is cut into lines.
  enum Layout {
    /// One column of text of any sizes: what stands on one height becomes one line.
    case column
    /// One line.
    case line
  }

  /// The words of a picture by lines, in tesseract's order; half a second for a page at 200 dpi.
  func lines(in picture: Picture, layout: Layout = .column) -> [[RecognisedWord]] {
    TessBaseAPISetPageSegMode(handle, layout == .column ? PSM_SINGLE_COLUMN : PSM_SINGLE_LINE)
    TessBaseAPISetImage2(handle, picture.image.pix)
    TessBaseAPISetSourceResolution(handle, Int32(picture.dotsPerInch.rounded()))
    // What was learnt on one page must not change the next: same bytes, same words.
    TessBaseAPIClearAdaptiveClassifier(handle)
    defer { TessBaseAPIClear(handle) }
    guard TessBaseAPIRecognize(handle, nil) == 0,
      let iterator = TessBaseAPIGetIterator(handle)
    else { return [] }
    defer { TessResultIteratorDelete(iterator) }
    let place = TessResultIteratorGetPageIteratorConst(iterator)
    var lines: [[RecognisedWord]] = []
    repeat {
      if lines.isEmpty || TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0 {
        lines.append([])
      }
      if let word = Self.word(at: iterator) { lines[lines.count - 1].append(word) }
    } while TessResultIteratorNext(iterator, RIL_WORD) != 0
    return lines
  }

  private static func word(at iterator: OpaquePointer) -> RecognisedWord? {
    guard let text = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
    defer { TessDeleteText(text) }
    var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let place = TessResultIteratorGetPageIteratorConst(iterator)
    guard
      TessPageIteratorBoundingBox(place, RIL_WORD, &left, &top, &right, &bottom) != 0
    else { return nil }
    let confidence = TessResultIteratorConfidence(iterator, RIL_WORD)
    return RecognisedWord(
      text: String(cString: text),
      box: Invoicing.Box(left: left, top: top, right: right, bottom: bottom),
      confidence: Confidence(permille: Int((confidence * 10).rounded()))
    )
  }

  private static func loadedLanguages(_ handle: OpaquePointer) -> Set<String> {
    guard let list = TessBaseAPIGetLoadedLanguagesAsVector(handle) else { return [] }
    defer { TessDeleteTextArray(list) }
    var names: Set<String> = []
    var next = list
    while let name = next.pointee {
      names.insert(String(cString: name))
      next += 1
    }
    return names
  }

  private static func firstMissing(_ languages: [String]) -> String {
    let missing = languages.first { language in
      guard let probe = TessBaseAPICreate() else { return true }
      defer { TessBaseAPIDelete(probe) }
      return TessBaseAPIInit2(probe, nil, language, OEM_LSTM_ONLY) != 0
    }
    return missing ?? languages[0]
  }
}
