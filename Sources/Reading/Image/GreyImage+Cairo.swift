// GreyImage+Cairo.swift — what cairo draws, in grey.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler

extension GreyImage {
  /// A part of what is drawn in points, grey on white; nil when memory is short.
  static func drawn(
    _ area: PointArea,
    dotsPerInch: Double,
    by draw: (OpaquePointer) -> Void
  ) -> GreyImage? {
    let scale = dotsPerInch / 72
    let columns = Int32((area.width * scale).rounded(.up))
    let rows = Int32((area.height * scale).rounded(.up))
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let context = cairo_create(surface)
    else { return nil }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    cairo_translate(context, -area.left, -area.top)
    draw(context)
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return GreyImage(cairo: data, width: Int(columns), height: Int(rows), stride: stride)
  }
}
