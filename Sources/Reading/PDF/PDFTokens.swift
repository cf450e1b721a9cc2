// PDFTokens.swift — numbers and words of a PDF, read from its raw bytes.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Numbers and words of a PDF, one after the other, blanks between them passed over.
struct PDFTokens {
  private let bytes: UnsafeRawBufferPointer
  private var place: Int

  /// A place outside the bytes has no tokens.
  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    self.bytes = bytes
    self.place = (0...bytes.count).contains(place) ? place : bytes.count
  }

  /// The number that stands next, of at most twelve digits, or nil.
  mutating func number() -> Int? {
    skipBlanks()
    let digits = bytes[place...].prefix(13).prefix { (48...57).contains($0) }
    guard (1...12).contains(digits.count) else { return nil }
    place += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Passes over a word and returns true when it stands next.
  mutating func skip(_ word: StaticString) -> Bool {
    skipBlanks()
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0, 9, 10, 12, 13, 32].contains(bytes[place]) { place += 1 }
  }
}
