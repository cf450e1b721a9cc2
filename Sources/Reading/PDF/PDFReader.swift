// PDFReader.swift — the pages of a PDF, from its text layer or from its picture.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads PDF page by page: the text layer where it can be trusted, else the picture.
struct PDFReader: PageReader {
  let formats: Set<DocumentFormat> = [.pdf]

  func open(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> any PageSource {
    let sizes = PDFImageSizes(in: source)
    try sizes.check(session.limits)
    let file = try PopplerFile(source)
    guard file.pageCount > 0 else { throw .damagedPDF }
    // Books are asked for what they carry: the pages of an order only repeat it.
    if session.readsWorkbooks,
      let order = try PDFAttachments.order(in: file, limits: session.limits)
    {
      return FinishedPages(markup: order)
    }
    return OpenedPDF(file: file, source: source, sizes: sizes, session: session)
  }
}

/// An open PDF.
private struct OpenedPDF: PageSource {
  let file: PopplerFile
  let pageCount: Int
  let findings: [Finding]
  let markup: MarkupTree?
  private let sizes: PDFImageSizes
  private let session: ReadingSession
  private let pictureText: PictureText

  init(file: PopplerFile, source: SourceBytes, sizes: PDFImageSizes, session: ReadingSession) {
    self.file = file
    self.sizes = sizes
    self.session = session
    pageCount = file.pageCount
    pictureText = PictureText(session)
    var findings = PDFTraces.findings(in: source)
    markup = PDFAttachments.invoice(in: file, limits: session.limits, &findings)
    self.findings = findings
  }

  /// Codes repeat what a written page says, and asking poppler where images stand takes half the time
  /// of reading one: a long file is not asked.
  private var mayShowCodes: Bool { sizes.holdsSquares && pageCount <= Self.mostPagesWithCodes }

  private static let mostPagesWithCodes = 50

  func page(at index: Int) throws(Problem) -> ReadPage {
    guard let handle = file.page(at: index) else { throw .damagedPDF }
    let number = index + 1
    let (width, height) = handle.size
    let side = Double(session.limits.pageInches) * 72
    guard width > 0, height > 0 else { throw .damagedPDF }
    guard width <= side, height <= side else {
      throw .pageTooLarge(number, width: width, height: height)
    }
    let layer = TextLayer(handle.characters())
    let picture = PagePicture(
      of: handle,
      mayShowImages: session.readsPictures || !layer.isWorthKeeping
        || sizes.mayHoldScans(pages: pageCount) || mayShowCodes
    )
    func written(besides shown: [Word]) -> ReadPage {
      ReadPage(
        page: Page(
          number: number,
          width: tenths(width),
          height: tenths(height),
          origin: .textLayer,
          words: shown.isEmpty ? layer.words : RowOrder.sorted(layer.words + shown)
        )
      )
    }
    guard picture.mustBeRecognised(insteadOf: layer) else {
      for image in picture.images where image.mayBeCode {
        noteCodes(in: image, of: handle, page: number)
      }
      return written(
        besides: session.readsPictures
          ? pictureText.words(in: picture, number: number, besides: layer.words) : []
      )
    }
    // The exact characters of a text that is seen; letter paper may say more.
    if picture.isScan, layer.isWorthKeeping, Stationery(picture)?.carries(layer.words) == true {
      return written(besides: pictureText.words(around: layer.words, on: handle, number: number))
    }
    let drawn = try PageDrawing(
      picture,
      number: number,
      sizes: sizes,
      limits: session.limits
    )
    let recognised = try drawn.recognised(by: session)
    // A blank picture cannot say more than the little that is written.
    guard recognised.words.count >= layer.words.count || layer.quality.characters >= 20 else {
      return written(besides: [])
    }
    let isReplaced = !layer.words.isEmpty
    return ReadPage(
      page: recognised,
      findings: isReplaced
        ? [Finding(.info, "text-layer-replaced", ["page": String(number)])] : []
    )
  }

  /// Notes the codes in an image of a written page.
  private func noteCodes(
    in image: PopplerPageHandle.PlacedImage,
    of handle: PopplerPageHandle,
    page: Int
  ) {
    let area = PointArea(
      left: image.left - 4,
      top: image.top - 4,
      right: image.right + 4,
      bottom: image.bottom + 4
    )
    guard let drawn = handle.drawn(area, dotsPerInch: 200) else { return }
    session.noteCodes(
      of: Picture(drawn, dotsPerInch: 200),
      page: page,
      at: (tenths(area.left), tenths(area.top))
    )
  }
}

extension PopplerPageHandle.PlacedImage {
  /// Whether it has the shape of a QR code: a square of 10 to 80 mm.
  fileprivate var mayBeCode: Bool {
    let (width, height) = size
    return (28...230).contains(width) && abs(width - height) < 0.05 * width
  }
}
