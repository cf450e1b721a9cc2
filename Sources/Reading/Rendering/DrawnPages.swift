// DrawnPages.swift — the pages of a file as they can be drawn.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler
internal import Invoicing

/// The pages of a file as they can be drawn; numbered from 1, sizes in points.
protocol DrawnPages {
  /// How large a page is in the file.
  ///
  /// - Throws: refusals of the format's reader.
  func size(of page: Int) throws(Problem) -> (width: Double, height: Double)

  /// Draws a page on a cairo context in points of its size, from its top-left corner.
  ///
  /// - Throws: refusals of the format's reader.
  func draw(_ page: Int, on context: OpaquePointer) throws(Problem)

  /// The picture that a page was recognised from.
  ///
  /// - Throws: refusals of the format's reader.
  func picture(of page: Int) throws(Problem) -> Picture
}

extension DrawnPages {
  /// A recognised page as it was read: upright, level and in even light.
  func straight(_ frame: PageFrame, limits: ReadingLimits) throws(Problem) -> StraightPage {
    PageRecognition(try picture(of: frame.number), number: frame.number)
      .straight(quarters: frame.turned / 90)
  }
}

/// The pages of a PDF.
struct PDFPages: DrawnPages {
  private let file: PopplerFile
  private let sizes: PDFImageSizes
  private let limits: ReadingLimits

  /// - Throws: refusals `pdf-encrypted`, `pdf-damaged`, `image-too-large`.
  init(_ source: SourceBytes, limits: ReadingLimits) throws(Problem) {
    sizes = PDFImageSizes(in: source)
    try sizes.check(limits)
    file = try PopplerFile(source)
    self.limits = limits
  }

  func size(of page: Int) throws(Problem) -> (width: Double, height: Double) {
    try handle(page).size
  }

  func draw(_ page: Int, on context: OpaquePointer) throws(Problem) {
    try handle(page).draw(on: context)
  }

  func picture(of page: Int) throws(Problem) -> Picture {
    try PageDrawing(
      PagePicture(of: handle(page)),
      number: page,
      sizes: sizes,
      limits: limits
    ).picture
  }

  /// The page; refused where `PDFReader` would refuse it.
  private func handle(_ page: Int) throws(Problem) -> PopplerPageHandle {
    guard (1...max(1, file.pageCount)).contains(page), let handle = file.page(at: page - 1) else {
      throw .damagedPDF
    }
    let (size, side) = (handle.size, Double(limits.pageInches) * 72)
    guard size.width > 0, size.height > 0 else { throw .damagedPDF }
    guard size.width <= side, size.height <= side else {
      throw .pageTooLarge(page, width: size.width, height: size.height)
    }
    return handle
  }
}
