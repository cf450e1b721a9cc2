// ReadingRefusals.swift — why a file cannot be read.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension Problem {
  static let emptyFile = Problem(.refusal, "empty-file")
  static let unknownFormat = Problem(.refusal, "format-unknown")
  static let damagedPDF = Problem(.refusal, "pdf-damaged")
  static let encryptedPDF = Problem(.refusal, "pdf-encrypted")
  /// A page has used up the processor time that one may have.
  static let pageTooCostly = Problem(.refusal, "page-too-costly")

  /// The format is known and nothing reads it.
  static func unsupported(_ format: DocumentFormat) -> Problem {
    Problem(.refusal, "format-not-supported", ["format": format.rawValue])
  }

  /// Bytes, and how many there may be.
  static func tooLarge(bytes: Int, limit: Int) -> Problem {
    Problem(.refusal, "file-too-large", ["bytes": String(bytes), "limit": String(limit)])
  }

  static func tooManyPages(_ count: Int, limit: Int) -> Problem {
    Problem(.refusal, "too-many-pages", ["count": String(count), "limit": String(limit)])
  }

  static func tooManyWords(limit: Int) -> Problem {
    Problem(.refusal, "too-many-words", ["limit": String(limit)])
  }

  /// Sides in whole inches.
  static func pageTooLarge(_ page: Int, width: Double, height: Double) -> Problem {
    let sides = ["width": inches(width), "height": inches(height)]
    return Problem(.refusal, "page-too-large", sides.merging(["page": String(page)]) { a, _ in a })
  }

  /// Sides in pixels.
  static func imageTooLarge(width: Int, height: Int) -> Problem {
    Problem(.refusal, "image-too-large", ["width": String(width), "height": String(height)])
  }

  /// Not well-formed XML at about this line; 0 when nobody knows where.
  static func damagedMarkup(line: Int) -> Problem {
    Problem(.refusal, "xml-damaged", ["line": String(line)])
  }

  static let markupWithDoctype = Problem(.refusal, "xml-doctype")

  /// Bytes or elements, and how many there may be.
  static func markupTooLarge(limit: Int) -> Problem {
    Problem(.refusal, "xml-too-large", ["limit": String(limit)])
  }

  static func damagedImage(_ format: DocumentFormat) -> Problem {
    Problem(.refusal, "image-damaged", ["format": format.rawValue])
  }

  /// Tesseract has no data of this language; the name of the Debian package that brings it.
  static func missingLanguage(_ language: String) -> Problem {
    let name = language.lowercased().map { $0 == "_" ? "-" : $0 }
    let package = "tesseract-ocr-" + String(name)
    return Problem(.fault, "language-data-missing", ["language": language, "package": package])
  }

  private static func inches(_ points: Double) -> String { String(Int(min(points / 72, 1e9))) }
}
