// ReaderVersion.swift — the version that a cached reading is kept under.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CPoppler
internal import CTesseract

/// Our own part of the version.
///
/// Bump it whenever the same bytes and plan could give other words, boxes, confidences, findings or
/// refusals than before: documents are then read anew, and what people approved stays as it was.
private let version = 16

/// The reader's version with those of the libraries found at run time, one line of ASCII.
///
/// With the file's hash and the plan it is the key of the cache, so that an upgrade of tesseract
/// never silently changes a reading.
package func readerVersion() -> String {
  let tesseract = String(cString: TessVersion())
  let poppler = String(cString: poppler_get_version())
  return "\(version) tesseract-\(tesseract) \(leptonicaVersion()) poppler-\(poppler)"
}

private func leptonicaVersion() -> String {
  guard let text = getLeptonicaVersion() else { return "leptonica" }
  defer { lept_free(text) }
  return String(cString: text)
}
