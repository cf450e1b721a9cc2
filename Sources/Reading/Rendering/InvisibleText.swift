// InvisibleText.swift — words for searching, under the picture of their page.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler
internal import Foundation
internal import Invoicing

/// Writes words where they stand on a page, white on white, for the page to be drawn over them.
///
/// Its font has no letters, only blocks that are stretched to a word's box: it needs no font of the
/// machine, and what matters is which character each block stands for.
final class InvisibleText {
  private let font: OpaquePointer?

  /// What readers take for granted of a font that says little, in its own unit: poppler, the width of
  /// a letter too.
  private static let (ascent, descent, advance) = (0.95, 0.35, 0.5)

  init() {
    font = cairo_user_font_face_create()
    cairo_user_font_face_set_init_func(font) { _, _, extents in
      extents?.pointee = cairo_font_extents_t(
        ascent: InvisibleText.ascent,
        descent: InvisibleText.descent,
        height: InvisibleText.ascent + InvisibleText.descent,
        max_x_advance: InvisibleText.advance,
        max_y_advance: 0
      )
      return CAIRO_STATUS_SUCCESS
    }
    cairo_user_font_face_set_render_glyph_func(font) { _, _, context, extents in
      let height = InvisibleText.ascent + InvisibleText.descent
      cairo_rectangle(context, 0, -InvisibleText.ascent, InvisibleText.advance, height)
      cairo_fill(context)
      extents?.pointee.x_advance = InvisibleText.advance
      return CAIRO_STATUS_SUCCESS
    }
  }

  deinit { cairo_font_face_destroy(font) }

  /// Writes words on a context whose unit is a point of their page.
  ///
  /// - Parameters:
  ///   - words: with boxes in tenths of a point.
  ///   - slope: how far the lines of the page fall from left to right, in degrees about its middle.
  ///   - middle: that of the page.
  ///   - context: of cairo.
  func write(
    _ words: [Word],
    sloping slope: Double = 0,
    about middle: (x: Double, y: Double) = (0, 0),
    on context: OpaquePointer
  ) {
    cairo_save(context)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_set_font_face(context, font)
    let (sine, cosine) = (sin(slope * .pi / 180), cos(slope * .pi / 180))
    for word in words where word.box.width > 0 && word.box.height > 0 {
      let area = PointArea(word.box)
      // Words stay level, or readers would part them: only their middles follow the slope.
      let x = (area.left + area.right) / 2 - middle.x
      let y = (area.top + area.bottom) / 2 - middle.y
      let center = (
        x: middle.x + x * cosine - y * sine, y: middle.y + x * sine + y * cosine
      )
      write(word.text, around: center, width: area.width, height: area.height, on: context)
    }
    cairo_restore(context)
  }

  private func write(
    _ text: String,
    around center: (x: Double, y: Double),
    width: Double,
    height: Double,
    on context: OpaquePointer
  ) {
    // The blank after a word keeps it apart from the next.
    let scalars = Array(text.unicodeScalars) + [" "]
    let count = Double(scalars.count - 1)
    guard count > 0 else { return }
    // Each pair of sizes becomes a font of its own in the file: they come in steps.
    let block = Self.step(reaching: width / count, by: 1.12)
    let size = Self.step(near: height / (Self.ascent + Self.descent), by: 1.2)
    var matrix = cairo_matrix_t(xx: block / Self.advance, yx: 0, xy: 0, yy: size, x0: 0, y0: 0)
    cairo_set_font_matrix(context, &matrix)
    let baseline = center.y + (Self.ascent - Self.descent) / 2 * size
    let stride = count > 1 ? (width - block) / (count - 1) : width
    let start = count > 1 ? center.x - width / 2 : center.x - block / 2
    let glyphs = scalars.enumerated().map { index, scalar in
      // Any number does for a glyph, as long as a character has its own.
      cairo_glyph_t(index: UInt(scalar.value), x: start + Double(index) * stride, y: baseline)
    }
    let clusters = scalars.map {
      cairo_text_cluster_t(num_bytes: Int32(UTF8.width($0)), num_glyphs: 1)
    }
    let spaced = text + " "
    cairo_show_text_glyphs(
      context,
      spaced,
      Int32(spaced.utf8.count),
      glyphs,
      Int32(glyphs.count),
      clusters,
      Int32(clusters.count),
      cairo_text_cluster_flags_t(rawValue: 0)
    )
  }

  /// The least power of a factor that is not below a value.
  private static func step(reaching value: Double, by factor: Double) -> Double {
    pow(factor, (log(max(value, 0.01)) / log(factor)).rounded(.up))
  }

  /// The power of a factor that is nearest to a value.
  private static func step(near value: Double, by factor: Double) -> Double {
    pow(factor, (log(max(value, 0.01)) / log(factor)).rounded())
  }
}
