// TIFFPages.swift — a TIFF file of several pages as several files of one.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// Splits TIFF files: of a file in a list, tesseract reads the first page only.
enum TIFFPages {
  /// The file itself when it has one page or is none that we know, else a copy for each page.
  ///
  /// Each copy holds all bytes, but its header names the directory of its own page (TIFF 6.0 §2).
  static func split(_ path: String, as name: String, in folder: String) throws -> [String] {
    let file = try Data(contentsOf: URL(filePath: path))
    let bytes = [UInt8](file)
    guard bytes.starts(with: [0x49, 0x49, 42, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 42]) else {
      return [path]
    }
    let order = ByteOrder(isLittle: bytes[0] == 0x49)
    var directories: [(start: Int, next: Int)] = []
    var start = order.number(in: bytes, at: 4, length: 4)
    while let position = start, position > 0, directories.count < 1000,
      let count = order.number(in: bytes, at: position, length: 2)
    {
      let next = position + 2 + count * 12
      directories.append((position, next))
      start = order.number(in: bytes, at: next, length: 4)
    }
    guard directories.count > 1 else { return [path] }
    return try directories.enumerated().map { index, directory in
      var copy = bytes
      copy.replaceSubrange(4..<8, with: order.bytes(directory.start))
      copy.replaceSubrange(directory.next..<(directory.next + 4), with: [0, 0, 0, 0])
      let target = "\(folder)/\(name)-\(index + 1).tif"
      try Data(copy).write(to: URL(filePath: target))
      return target
    }
  }
}

/// The order of the bytes of numbers.
private struct ByteOrder {
  let isLittle: Bool

  /// The number of so many bytes, or nil where the file ends before.
  func number(in bytes: [UInt8], at start: Int, length: Int) -> Int? {
    guard start >= 0, start + length <= bytes.count else { return nil }
    let slice = bytes[start..<(start + length)]
    return (isLittle ? slice.reversed() : Array(slice)).reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four bytes.
  func bytes(_ number: Int) -> [UInt8] {
    let big = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    return isLittle ? big.reversed() : big
  }
}
