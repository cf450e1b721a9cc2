// ConnectedBoxes.swift — where connected pieces of ink stand.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import Invoicing

/// The rectangles around the connected pieces of a binary picture, eight neighbours each, in pixels.
func connectedBoxes(of ink: UnsafeMutablePointer<Pix>?) -> [Invoicing.Box] {
  var boxes = pixConnCompBB(ink, 8)
  defer { boxaDestroy(&boxes) }
  return (0..<boxaGetCount(boxes)).compactMap { box(at: $0, of: boxes) }
}

/// One rectangle of leptonica's list, nil outside of it.
func box(at index: Int32, of boxes: UnsafeMutablePointer<Boxa>?) -> Invoicing.Box? {
  var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
  guard boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 else { return nil }
  return Invoicing.Box(left: x, top: y, right: x + width, bottom: y + height)
}
