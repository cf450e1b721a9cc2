// PicturePages.swift — the pages of TIFF, JPEG and PNG files as they can be drawn.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CPoppler
internal import Invoicing

/// The pages of TIFF, JPEG and PNG files.
struct PicturePages: DrawnPages {
  private let source: SourceBytes
  private let format: DocumentFormat
  private let headers: [ImageHeader]

  /// - Throws: refusals `image-damaged`, `image-too-large`.
  init(
    _ source: SourceBytes,
    as format: DocumentFormat,
    limits: ReadingLimits
  ) throws(Problem) {
    self.source = source
    self.format = format
    headers = try ImageHeader.all(of: source, as: format, limits: limits)
    for header in headers { try header.check(limits) }
  }

  func picture(of page: Int) throws(Problem) -> Picture {
    try ImageReader.decode(source, header(of: page), format)
  }

  func size(of page: Int) throws(Problem) -> (width: Double, height: Double) {
    let picture = try picture(of: page)
    let points = 72 / picture.dotsPerInch
    return (Double(picture.image.width) * points, Double(picture.image.height) * points)
  }

  func draw(_ page: Int, on context: OpaquePointer) throws(Problem) {
    let size = try size(of: page)
    let surface = try surface(of: page)
    defer { cairo_surface_destroy(surface) }
    let stored = (
      width: Double(cairo_image_surface_get_width(surface)),
      height: Double(cairo_image_surface_get_height(surface))
    )
    let orientation = CameraOrientation(of: source.buffer, as: format)
    let isTransposed = orientation.value >= 5
    let upright = isTransposed ? (stored.height, stored.width) : (stored.width, stored.height)
    cairo_save(context)
    cairo_scale(context, size.width / upright.0, size.height / upright.1)
    var matrix = orientation.matrix(width: stored.width, height: stored.height)
    cairo_transform(context, &matrix)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }

  /// The pixels as they are stored, in colour.
  ///
  /// A JPEG goes into a PDF as it is, but for colours of print: whether those are inverted is told
  /// in ways that cairo does not hand on.
  private func surface(of page: Int) throws(Problem) -> OpaquePointer {
    let header = try header(of: page)
    if format == .jpeg, header.samples < 4,
      let surface = PixelSurface.make(width: header.width, height: header.height)
    {
      let data = source.buffer.assumingMemoryBound(to: UInt8.self)
      let type = "image/jpeg"
      cairo_surface_set_mime_data(surface, type, data.baseAddress, UInt(data.count), nil, nil)
      return surface
    }
    var pix = ImageReader.pix(source, header, format)
    defer { pixDestroy(&pix) }
    guard let pix, let surface = PixelSurface.make(of: pix) else { throw .damagedImage(format) }
    return surface
  }

  private func header(of page: Int) throws(Problem) -> ImageHeader {
    guard headers.indices.contains(page - 1) else { throw .damagedImage(format) }
    return headers[page - 1]
  }
}

extension CameraOrientation {
  /// What brings a stored picture of this size upright.
  fileprivate func matrix(width: Double, height: Double) -> cairo_matrix_t {
    switch value {
    case 2: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: width, y0: 0)
    case 3: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: width, y0: height)
    case 4: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: height)
    case 5: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
    case 6: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: height, y0: 0)
    case 7: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: height, y0: width)
    case 8: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: width)
    default: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    }
  }
}
