// CameraOrientation.swift — how a camera was held.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// How a picture must be turned to stand upright: tag 0x0112 of Exif 2.3, section 4.6.4.
struct CameraOrientation: Hashable {
  /// 1...8; 1 when the file says nothing.
  let value: Int

  /// What a JPEG or PNG file says near its start; leptonica turns TIFF itself.
  init(of bytes: some RandomAccessCollection<UInt8>, as format: DocumentFormat) {
    let head = Array(bytes.prefix(256 << 10))
    let exif =
      switch format {
      case .jpeg: Self.segment(in: head)
      case .png: Self.chunk(in: head)
      default: nil as ArraySlice<UInt8>?
      }
    let found = exif.flatMap(Self.orientation)
    value = found.flatMap { (1...8).contains($0) ? $0 : nil } ?? 1
  }

  /// The picture upright.
  func applied(to image: GreyImage) -> GreyImage {
    // Transposed pictures (5 and 7) are turned and then mirrored.
    let quarters = [0, 0, 0, 2, 2, 1, 1, 3, 3][value]
    let turned = quarters == 0 ? image : image.turned(quarters: quarters)
    return [2, 4, 5, 7].contains(value) ? turned.mirrored() : turned
  }

  /// The TIFF block of the segment APP1 of a JPEG.
  private static func segment(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA {
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      let end = place + 2 + length
      guard length >= 2, end <= bytes.count else { return nil }
      let segment = bytes[(place + 4)..<end]
      if bytes[place + 1] == 0xE1, segment.starts(with: Array("Exif\0\0".utf8)) {
        return segment.dropFirst(6)
      }
      place = end
    }
    return nil
  }

  /// The TIFF block of the chunk eXIf, which stands before the picture (PNG 3rd edition, 11.3.4.5).
  private static func chunk(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var place = 8
    while place + 8 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      let (name, start) = (bytes[(place + 4)..<(place + 8)], place + 8)
      guard start + length <= bytes.count else { return nil }
      if name.elementsEqual("eXIf".utf8) { return bytes[start..<(start + length)] }
      if name.elementsEqual("IDAT".utf8) { return nil }
      place = start + length + 4
    }
    return nil
  }

  private static func orientation(in tiff: ArraySlice<UInt8>) -> Int? {
    let isLittle = tiff.starts(with: [0x49, 0x49])
    func number(at offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= tiff.count else { return nil }
      let part = tiff.dropFirst(offset).prefix(bytes)
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2)
    else { return nil }
    for entry in 0..<min(count, 200) {
      let place = directory + 2 + entry * 12
      if number(at: place, bytes: 2) == 0x0112 { return number(at: place + 8, bytes: 2) }
    }
    return nil
  }
}
