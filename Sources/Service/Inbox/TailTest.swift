// TailTest.swift — whether the end of a file is there, told by its first and last bytes.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The first and last bytes of a file, and what they say of its completeness.
struct TailTest {
  /// At most 4 KiB.
  let head: [UInt8]
  /// At most 4 KiB, the very end.
  let tail: [UInt8]
  let size: Int64

  init(head: [UInt8], tail: [UInt8], size: Int64) {
    self.head = head
    self.tail = tail
    self.size = size
  }

  /// Reads both ends of an open file of `size` bytes; what cannot be read is empty.
  init(descriptor: CInt, size: Int64) {
    head = Self.bytes(of: descriptor, at: 0, count: 4096)
    tail = Self.bytes(of: descriptor, at: max(0, size - 4096), count: 4096)
    self.size = size
  }

  private static func bytes(of descriptor: CInt, at offset: Int64, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// Whether the end of the file is there; a format without a known end always passes.
  var passes: Bool {
    let end = tail.suffix(1024)
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return contains([0xFF, 0xD9], in: end) }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return contains(Array("IEND".utf8), in: end) }
    if head.starts(with: [0x49, 0x49, 0x2A, 0]) { return hasDirectory(littleEndian: true) }
    if head.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return hasDirectory(littleEndian: false) }
    if contains(Array("%PDF-".utf8), in: head.prefix(1024)) {
      return contains(Array("%%EOF".utf8), in: end)
    }
    return isMarkup ? closesRoot : true
  }

  /// Whether the first image directory of a TIFF file lies inside it (TIFF 6.0 §2).
  private func hasDirectory(littleEndian: Bool) -> Bool {
    guard head.count >= 8 else { return false }
    let bytes = littleEndian ? head[4..<8].reversed() : Array(head[4..<8])
    let offset = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    // A directory has a count, at least one entry of 12 bytes and the next offset.
    return offset >= 8 && offset + 2 + 12 + 4 <= size
  }

  private var isMarkup: Bool {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    return text.drop { $0 <= 32 }.first == UInt8(ascii: "<")
  }

  /// Whether the root element is closed: its name stands in the last closing tag.
  private var closesRoot: Bool {
    guard let name = rootName else { return true }
    guard tail.last(where: { $0 > 32 }) == UInt8(ascii: ">") else { return false }
    if contains(Array("</".utf8) + name, in: tail[...]) { return true }
    // An empty root closes itself: then its tag is the last one of the file.
    guard size <= 4096, let last = tail.lastIndex(of: UInt8(ascii: "<")) else { return false }
    let tag = tail[(last + 1)...]
    return tag.starts(with: name) && contains(Array("/>".utf8), in: tag)
  }

  /// The name of the first tag that is no declaration, comment or instruction.
  private var rootName: [UInt8]? {
    var rest = head[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")), open + 1 < rest.endIndex {
      rest = rest[(open + 1)...]
      guard let first = rest.first, first != UInt8(ascii: "?"), first != UInt8(ascii: "!") else {
        continue
      }
      let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      return name.isEmpty ? nil : Array(name)
    }
    return nil
  }

  private func contains(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= needle.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - needle.count)).contains { start in
      bytes[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
