// ReadingLimits.swift — how much a document may cost.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How much a document may cost before it is refused, or the process ended.
package struct ReadingLimits: Hashable, Sendable, Codable {
  /// Bytes of the file.
  package var fileBytes = 64 << 20
  /// Bytes of a plain text file: each of its words costs twenty times as much as on paper.
  package var textBytes = 8 << 20
  /// Bytes of an XML file, alone or inside a PDF.
  package var markupBytes = 20 << 20
  /// Elements of an XML file.
  package var markupElements = 1_000_000
  /// Files inside a mail or an archive, and parts of a mail.
  package var containedFiles = 1000
  /// Bytes of all files inside a mail or an archive.
  package var containedBytes = 256 << 20
  /// Mails inside mails.
  package var mailDepth = 10
  package var pages = 500
  /// In all.
  package var words = 400_000
  /// Pixels of one image before it is decoded.
  package var imagePixels = 100_000_000
  /// Pixels along one side of an image.
  package var imageSide = 40_000
  /// Inches along one side of a page (ISO 32000-1 annex C: 14,400 units).
  package var pageInches = 200
  /// Pixels of a page that is drawn to be recognised; four bytes each.
  package var drawnPixels = 40_000_000
  /// Seconds of processor time, granted anew after each page.
  package var processorSeconds = 120
  /// Seconds of processor time that nothing exceeds.
  package var processorSecondsInAll = 3600
  /// Bytes of address space.
  package var addressSpace = 2 << 30

  package init() {}

  /// Coded with any of its names; what is absent keeps its default.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func take(_ key: CodingKeys, _ path: WritableKeyPath<ReadingLimits, Int>) throws {
      if let value = try values.decodeIfPresent(Int.self, forKey: key), value > 0 {
        self[keyPath: path] = value
      }
    }
    try take(.fileBytes, \.fileBytes)
    try take(.textBytes, \.textBytes)
    try take(.markupBytes, \.markupBytes)
    try take(.markupElements, \.markupElements)
    try take(.containedFiles, \.containedFiles)
    try take(.containedBytes, \.containedBytes)
    try take(.mailDepth, \.mailDepth)
    try take(.pages, \.pages)
    try take(.words, \.words)
    try take(.imagePixels, \.imagePixels)
    try take(.imageSide, \.imageSide)
    try take(.pageInches, \.pageInches)
    try take(.drawnPixels, \.drawnPixels)
    try take(.processorSeconds, \.processorSeconds)
    try take(.processorSecondsInAll, \.processorSecondsInAll)
    try take(.addressSpace, \.addressSpace)
  }
}
