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

  func open(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> any PageSource {
    let headers = try ImageHeader.all(of: source, as: format, limits: session.limits)
    guard headers.count <= session.limits.pages else {
      throw .tooManyPages(headers.count, limit: session.limits.pages)
    }
    for header in headers { try header.check(session.limits) }
    return OpenedImages(source: source, headers: headers, format: format, session: session)
  }

  /// The pictures of one file.
  private struct OpenedImages: PageSource {
    let source: SourceBytes
    let headers: [ImageHeader]
    let format: DocumentFormat
    let session: ReadingSession

    var pageCount: Int { headers.count }
    var findings: [Finding] { [] }
    var markup: MarkupTree? { nil }

    func page(at index: Int) throws(Problem) -> ReadPage {
      let picture = try ImageReader.decode(source, headers[index], format)
      return ReadPage(
        page: try PageRecognition(picture, number: index + 1).page(using: session)
      )
    }
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
