// ImageReader.swift — pictures of pages: TIFF with its pages, JPEG and PNG.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

/// Reads pictures of pages, each by recognition.
///
/// A picture's size is looked at before it is decoded, and no format but these three is ever given
/// to a decoder.
struct ImageReader: PageReader {
  let formats: Set<DocumentFormat> = [.tiff, .jpeg, .png]

  func read(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> ReadPages {
    let headers = try ImageHeader.all(of: source, as: format, limits: session.limits)
    try session.admit(pages: headers.count)
    for header in headers { try header.check(session.limits) }
    var result = ReadPages()
    for (index, header) in headers.enumerated() {
      let picture = try Self.decode(source, header, format)
      let page = try PageRecognition(picture, number: index + 1).page(using: session)
      try session.finish(page, of: headers.count)
      result.pages.append(page)
    }
    return result
  }

  /// The pixels of one picture as they are stored; a new reference.
  static func pix(
    _ source: SourceBytes,
    _ header: ImageHeader,
    _ format: DocumentFormat
  ) -> UnsafeMutablePointer<Pix>? {
    let data = source.buffer.assumingMemoryBound(to: l_uint8.self)
    return format == .tiff
      ? pixReadMemTiff(data.baseAddress, data.count, Int32(header.index))
      : pixReadMem(data.baseAddress, data.count)
  }

  /// One picture upright in grey.
  static func decode(
    _ source: SourceBytes,
    _ header: ImageHeader,
    _ format: DocumentFormat
  ) throws(Problem) -> Picture {
    guard let pix = pix(source, header, format) else { throw .damagedImage(format) }
    let resolution = (x: Double(pixGetXRes(pix)), y: Double(pixGetYRes(pix)))
    guard let image = GreyImage(taking: pix) else { throw .damagedImage(format) }
    let upright = CameraOrientation(of: source.buffer, as: format).applied(to: image)
    return Picture(upright, dotsPerInch: resolution)
  }
}
