// SearchablePDF.swift — a file as a PDF that can be searched.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler
internal import Invoicing

/// Makes a PDF of a file and of what was read on it: the pages upright, the words that were
/// recognised invisible under them.
struct SearchablePDF {
  let document: Document
  let pages: any DrawnPages
  let limits: ReadingLimits

  /// The bytes of the PDF; `onPage` is called after each page.
  ///
  /// - Throws: refusals of the format's reader; fault `rendering-failed` {reason}.
  func bytes(_ onPage: () -> Void = {}) throws(Problem) -> [UInt8] {
    let sink = Sink()
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
          .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      },
      Unmanaged.passUnretained(sink).toOpaque(),
      595,
      842
    )
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { throw Self.failed(surface) }
    defer { cairo_destroy(context) }
    let text = InvisibleText()
    for page in document.pages {
      cairo_pdf_surface_set_size(surface, Double(page.width) / 10, Double(page.height) / 10)
      if page.origin == .recognised {
        try draw(page, over: text, on: context)
      } else {
        text.write(page.words.filter(\.isRecognised), on: context)
        try pages.draw(page.number, on: context)
      }
      cairo_show_page(context)
      onPage()
    }
    cairo_surface_finish(surface)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw Self.failed(surface) }
    return sink.bytes
  }

  /// Draws a page upright, as sloping as it is: what is turned by little looks worse.
  private func draw(
    _ page: Page,
    over text: InvisibleText,
    on context: OpaquePointer
  ) throws(Problem) {
    let straight = try pages.straight(PageFrame(page), limits: limits)
    let size = try pages.size(of: page.number)
    guard page.stands(over: size) else {
      text.write(page.words, on: context)
      return try draw(straight.picture.image, as: page, on: context)
    }
    let middle = (x: Double(page.width) / 20, y: Double(page.height) / 20)
    text.write(page.words, sloping: -straight.degrees, about: middle, on: context)
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, middle.x, middle.y)
    cairo_rotate(context, Double(page.turned) * .pi / 180)
    cairo_translate(context, -size.width / 2, -size.height / 2)
    try pages.draw(page.number, on: context)
  }

  /// Draws the picture that was read, of which the page in the file is another view.
  private func draw(
    _ image: GreyImage,
    as page: Page,
    on context: OpaquePointer
  ) throws(Problem) {
    guard let surface = PixelSurface.make(of: image.pix) else {
      throw Problem(.fault, "rendering-failed", ["reason": "memory"])
    }
    defer { cairo_surface_destroy(surface) }
    cairo_save(context)
    let (width, height) = (Double(page.width) / 10, Double(page.height) / 10)
    cairo_scale(context, width / Double(image.width), height / Double(image.height))
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }

  private static func failed(_ surface: OpaquePointer?) -> Problem {
    let reason = String(cString: cairo_status_to_string(cairo_surface_status(surface)))
    return Problem(.fault, "rendering-failed", ["reason": reason])
  }

  /// What cairo has written so far.
  private final class Sink {
    var bytes: [UInt8] = []
  }
}

extension Page {
  /// Whether a page of the file, of so many points, is this one but for quarter turns: a photograph
  /// of a sheet is not.
  fileprivate func stands(over size: (width: Double, height: Double)) -> Bool {
    let isAside = turned % 180 != 0
    let upright = isAside ? (size.height, size.width) : (size.width, size.height)
    func isNear(_ points: Double, _ tenths: Int32) -> Bool {
      abs(points * 10 - Double(tenths)) <= 0.01 * Double(tenths) + 5
    }
    return isNear(upright.0, width) && isNear(upright.1, height)
  }
}
