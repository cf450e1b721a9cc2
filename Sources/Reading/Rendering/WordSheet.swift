// WordSheet.swift — a page that has words and no picture, drawn to be looked at.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler
internal import Invoicing

/// Draws a page that has words and no picture: a text, a mail, the view of an e-invoice.
struct WordSheet: DrawnPages {
  let page: Page

  /// A page has a few thousand words at most.
  private static let mostWords = 20_000

  func size(of page: Int) throws(Problem) -> (width: Double, height: Double) {
    (Double(self.page.width) / 10, Double(self.page.height) / 10)
  }

  func draw(_ page: Int, on context: OpaquePointer) throws(Problem) {
    cairo_set_source_rgb(context, 0, 0, 0)
    cairo_select_font_face(context, "monospace", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
    for word in self.page.words.prefix(Self.mostWords) where word.box.height > 0 {
      let area = PointArea(word.box)
      cairo_set_font_size(context, area.height * 0.9)
      var extents = cairo_text_extents_t()
      cairo_text_extents(context, word.text, &extents)
      guard extents.x_advance > 0 else { continue }
      cairo_save(context)
      cairo_translate(context, area.left, area.bottom - area.height * 0.2)
      // Whatever font the machine has, a word keeps its place.
      cairo_scale(context, min(1, area.width / extents.x_advance), 1)
      cairo_move_to(context, 0, 0)
      cairo_show_text(context, word.text)
      cairo_restore(context)
    }
  }

  func picture(of page: Int) throws(Problem) -> Picture {
    throw Problem(.fault, "rendering-failed", ["reason": "order"])
  }
}
