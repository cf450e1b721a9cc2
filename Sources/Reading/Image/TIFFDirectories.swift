// TIFFDirectories.swift — how many pictures a TIFF file says it has.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The chain of image file directories of a TIFF file (TIFF 6.0 section 2, and BigTIFF).
struct TIFFDirectories {
  /// How many directories the chain names, those that lie beyond the file's end among them.
  ///
  /// As many as the limit at most: a chain may lead back into itself.
  let count: Int

  init(of bytes: UnsafeRawBufferPointer, atMost limit: Int) {
    let fields = Fields(bytes)
    var place = fields.firstDirectory
    var count = 0
    while place > 0, count < limit {
      count += 1
      place = fields.directory(after: place)
    }
    self.count = count
  }

  /// Numbers in the file's own order of bytes.
  private struct Fields {
    let bytes: UnsafeRawBufferPointer
    let isLittle: Bool
    let isBig: Bool

    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
      isLittle = bytes.first == 0x49
      isBig = bytes.dropFirst(2).prefix(2).contains(0x2B)
    }

    var firstDirectory: Int { isBig ? number(at: 8, bytes: 8) : number(at: 4, bytes: 4) }

    /// The place of the next directory; 0 after the last and where the file ends before.
    func directory(after place: Int) -> Int {
      let sizes = isBig ? (count: 8, entry: 20, place: 8) : (count: 2, entry: 12, place: 4)
      let entries = number(at: place, bytes: sizes.count)
      guard place < bytes.count, entries <= bytes.count / sizes.entry else { return 0 }
      return number(at: place + sizes.count + entries * sizes.entry, bytes: sizes.place)
    }

    /// 0 beyond the file's end.
    private func number(at place: Int, bytes length: Int) -> Int {
      guard place >= 0, place <= bytes.count - length else { return 0 }
      let part = bytes[place..<(place + length)]
      let value = (isLittle ? Array(part.reversed()) : Array(part)).reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      return Int(clamping: value)
    }
  }
}
