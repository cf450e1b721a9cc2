// PixelSurface.swift — leptonica's pictures for cairo.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CPoppler

/// Surfaces of cairo in memory; whoever makes one destroys it.
enum PixelSurface {
  /// A blank one of so many pixels; nil when memory is short.
  static func make(width: Int, height: Int) -> OpaquePointer? {
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      return nil
    }
    return surface
  }

  /// A copy of the pixels for cairo, what is transparent on white.
  static func make(of pix: UnsafeMutablePointer<Pix>) -> OpaquePointer? {
    var opaque = pixGetSpp(pix) == 4 ? pixRemoveAlpha(pix) : pixClone(pix)
    defer { pixDestroy(&opaque) }
    var colours = pixConvertTo32(opaque)
    defer { pixDestroy(&colours) }
    guard let colours, let words = pixGetData(colours) else { return nil }
    let (width, height) = (Int(pixGetWidth(colours)), Int(pixGetHeight(colours)))
    guard let surface = make(width: width, height: height),
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    let (stride, perLine) = (
      Int(cairo_image_surface_get_stride(surface)), Int(pixGetWpl(colours))
    )
    for row in 0..<height {
      let line = UnsafeMutableRawPointer(data + row * stride)
        .assumingMemoryBound(to: UInt32.self)
      // Leptonica's word is RGB0, cairo's 0RGB.
      for column in 0..<width { line[column] = words[row * perLine + column] >> 8 }
    }
    cairo_surface_mark_dirty(surface)
    return surface
  }
}
