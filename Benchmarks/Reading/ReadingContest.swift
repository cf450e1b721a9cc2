// ReadingContest.swift — two ways of reading the same pages, in turns.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// Measures kind by kind.
struct ReadingContest {
  let own: OwnReading
  let tesseract: TesseractReading
  let rounds: Int
  /// At most so many pages of a kind; nil: all.
  let pageLimit: Int?
  let folder: String

  /// Scans, faxes and photos, against tesseract.
  func recognised(_ kind: String, _ all: [ReadingDocument]) throws -> ReadingResult? {
    let candidates = Array(try all.filter(isDrawable).prefix(pageLimit ?? all.count))
    let drawings = folder + "/pages"
    try FileManager.default.createDirectory(atPath: drawings, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: drawings) }
    let drawn = limited(try PageImages(of: candidates, in: drawings).pages)
    let documents = drawn.map { candidates[$0.index] }
    let pages = drawn.flatMap(\.pages)
    guard !pages.isEmpty else { return nil }
    var result = ReadingResult(
      kind: kind,
      peer: "tesseract",
      pages: pages.count,
      rounds: rounds
    )
    result.ownValues = .of(documents, try valueTexts(documents) { try own.texts(of: $0) })
    var texts: [String] = []
    try result.compete {
      try own.read(documents.map(\.path))
    } _: {
      let (effort, read) = try tesseract.read(pages)
      texts = read
      return effort
    }
    var rest = texts[...]
    let joined = drawn.map { document in
      defer { rest = rest.dropFirst(document.pages.count) }
      return rest.prefix(document.pages.count).joined(separator: "\n")
    }
    result.otherValues = .of(documents, joined)
    return result
  }

  /// Says so when it is not: nobody should take what is left for the whole.
  private func isDrawable(_ document: ReadingDocument) throws -> Bool {
    guard document.isPDF, try PopplerTools.pageCount(of: document.path) == nil else { return true }
    tell("left out, poppler does not open it: \(document.path)")
    return false
  }

  /// The documents that could be drawn, up to the limit of pages.
  private func limited(_ pages: [[String]]) -> [(index: Int, pages: [String])] {
    var count = 0
    return pages.enumerated().filter { _, pages in
      guard !pages.isEmpty, count < pageLimit ?? .max else { return false }
      count += pages.count
      return true
    }.map { ($0.offset, $0.element) }
  }

  /// PDF files that hold text, against pdftotext: many small files, then one long one.
  func digital(_ all: [ReadingDocument]) throws -> [ReadingResult] {
    let documents = Array(all.prefix(pageLimit ?? all.count))
    let peerTexts = try inSlots(documents) { try PopplerTools.text(of: $0.path) }
    let onePage = try zip(documents, peerTexts).filter { document, text in
      try isBornDigital(document, text) && PopplerTools.pageCount(of: document.path) == 1
    }.map(\.0.path)
    guard !onePage.isEmpty else { return [] }
    let files = (0..<100).map { onePage[$0 % onePage.count] }
    var small = ReadingResult(
      kind: ReadingCorpus.digital,
      peer: "pdftotext",
      pages: files.count,
      rounds: rounds
    )
    small.ownValues = .of(documents, try valueTexts(documents) { try own.texts(of: $0) })
    small.otherValues = .of(documents, peerTexts)
    try small.compete {
      try own.read(files)
    } _: {
      try boundingBoxes(files)
    }
    // pdfunite refuses encrypted files.
    let plain = try onePage.filter { try !PopplerTools.isEncrypted($0) }
    guard !plain.isEmpty else { return [small] }
    let long = try PopplerTools.united(plain, pages: 500)
    var large = ReadingResult(
      kind: "\(ReadingCorpus.digital), 500 pages",
      peer: "pdftotext",
      pages: 500,
      rounds: rounds
    )
    try large.compete {
      try own.read([long])
    } _: {
      try boundingBoxes([long])
    }
    return [small, large]
  }

  /// Texts are read only where something is to be found in them.
  private func valueTexts(
    _ documents: [ReadingDocument],
    _ read: ([String]) throws -> [String]
  ) rethrows -> [String] {
    guard documents.contains(where: { !$0.values.isEmpty }) else { return [] }
    return try read(documents.map(\.path))
  }

  /// Whether the file's own text is worth something: else the page must be recognised, which
  /// pdftotext does not do.
  private func isBornDigital(_ document: ReadingDocument, _ text: String) -> Bool {
    let tally = ValueTally.of([document], [text])
    return tally.share.map { $0 >= 0.5 } ?? true
  }

  private func boundingBoxes(_ paths: [String]) throws -> Effort {
    let (effort, endings) = try together {
      try inSlots(paths) { path in
        try Program(executable: "pdftotext", arguments: ["-bbox", path, "-"]).run()
      }
    }
    guard endings.allSatisfy({ $0.status == 0 }) else { throw BenchFailure("pdftotext failed") }
    return effort
  }
}
