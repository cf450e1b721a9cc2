// ImageHeader.swift — the size of a picture before it is decoded.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

/// The size in pixels of one picture of a file, read without decoding it.
struct ImageHeader: Hashable {
  /// From 0.
  let index: Int
  let width: Int
  let height: Int
  /// Values of a pixel: 1 for greys, 3 for colours, 4 with transparency or for print.
  let samples: Int

  /// The pictures of a file; one more than the limit of pages at most.
  ///
  /// - Throws: refusal `image-damaged` {format}, also when the file names pictures that it lacks.
  static func all(
    of source: SourceBytes,
    as format: DocumentFormat,
    limits: ReadingLimits
  ) throws(Problem) -> [ImageHeader] {
    let count =
      format == .tiff
      ? TIFFDirectories(of: source.buffer, atMost: limits.pages + 1).count : 1
    var headers: [ImageHeader] = []
    while headers.count < count, let header = read(source, at: headers.count, format) {
      headers.append(header)
    }
    guard !headers.isEmpty, headers.count == count else { throw .damagedImage(format) }
    return headers
  }

  /// - Throws: refusals `image-too-large` {width, height}.
  func check(_ limits: ReadingLimits) throws(Problem) {
    let fits = width <= limits.imageSide && height <= limits.imageSide
    guard fits, width * height <= limits.imagePixels else {
      throw .imageTooLarge(width: width, height: height)
    }
  }

  private static func read(
    _ source: SourceBytes,
    at index: Int,
    _ format: DocumentFormat
  ) -> ImageHeader? {
    let data = source.buffer.assumingMemoryBound(to: l_uint8.self)
    var (width, height): (Int32, Int32) = (0, 0)
    var (bits, samples, hasMap, found): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let failed: l_ok
    if format == .tiff {
      failed = readHeaderMemTiff(
        data.baseAddress,
        data.count,
        Int32(index),
        &width,
        &height,
        &bits,
        &samples,
        nil,
        &hasMap,
        &found
      )
    } else {
      failed = pixReadHeaderMem(
        data.baseAddress,
        data.count,
        &found,
        &width,
        &height,
        &bits,
        &samples,
        &hasMap
      )
    }
    guard failed == 0, width > 0, height > 0 else { return nil }
    return ImageHeader(
      index: index,
      width: Int(width),
      height: Int(height),
      samples: Int(samples)
    )
  }
}
