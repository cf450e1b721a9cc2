// Recogniser.swift — tesseract, loaded once.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CTesseract
internal import Invoicing

/// Owns one TessBaseAPI with the data of one language.
final class Recogniser {
  private let handle: OpaquePointer
  private var hasRead = false

  /// - Throws: fault `language-data-missing` {language, package}, for an empty name too.
  init(language: String) throws(Problem) {
    // A name with a path in it would load a file of somebody's choice.
    let isName =
      !language.isEmpty
      && language.utf8.allSatisfy {
        $0 == 95 || 65...90 ~= $0 || 97...122 ~= $0
      }
    // Data come from TESSDATA_PREFIX, else from where Debian keeps them.
    guard isName, let handle = TessBaseAPICreate() else { throw .missingLanguage(language) }
    self.handle = handle
    guard TessBaseAPIInit2(handle, nil, language, OEM_LSTM_ONLY) == 0 else {
      throw .missingLanguage(language)
    }
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    // Dark areas are inverted before; this would try each doubtful line twice.
    TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
    // Whether letters stand at a fixed pitch is of use to the old engine only, and costs a fiftieth of
    // the time to tell. Pages stand upright: no line runs down.
    TessBaseAPISetVariable(handle, "textord_all_prop", "1")
    TessBaseAPISetVariable(handle, "textord_tabfind_vertical_text", "0")
  }

  deinit { TessBaseAPIDelete(handle) }

  /// Forgets what was learnt on a page, lest it change the next: same bytes, same words.
  ///
  /// Costs half a millisecond where something was read, and nothing on pages that need no reading.
  func forget() {
    guard hasRead else { return }
    TessBaseAPIClearAdaptiveClassifier(handle)
    hasRead = false
  }

  /// How a picture is cut into lines.
  enum Layout {
    /// One column of text of any sizes: what stands on one height becomes one line.
    case column
    /// One line.
    case line
  }

  /// The words of a picture by lines, in tesseract's order; half a second for a page at 200 dpi.
  func lines(in picture: Picture, layout: Layout = .column) -> [[RecognisedWord]] {
    hasRead = true
    TessBaseAPISetPageSegMode(handle, layout == .column ? PSM_SINGLE_COLUMN : PSM_SINGLE_LINE)
    TessBaseAPISetImage2(handle, picture.image.pix)
    TessBaseAPISetSourceResolution(handle, Int32(picture.dotsPerInch.rounded()))
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
      // Certain is only what the file itself says.
      confidence: Confidence(permille: min(999, Int((confidence * 10).rounded())))
    )
  }
}
