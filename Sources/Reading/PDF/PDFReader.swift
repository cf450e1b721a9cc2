// PDFReader.swift — the pages of a PDF, from its text layer or from its picture.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// Reads PDF page by page: the text layer where it can be trusted, else the picture.
struct PDFReader: PageReader {
  let formats: Set<DocumentFormat> = [.pdf]

  func read(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> ReadPages {
    let sizes = PDFImageSizes(in: source)
    try sizes.check(session.limits)
    let file = try PopplerFile(source)
    let count = file.pageCount
    guard count > 0 else { throw .damagedPDF }
    try session.admit(pages: count)
    var result = ReadPages(findings: PDFTraces.findings(in: source))
    result.markup = PDFAttachments.invoice(
      in: file,
      limits: session.limits,
      &result.findings
    )
    let pictureText = PictureText(session)
    for index in 0..<count {
      guard let handle = file.page(at: index) else { throw .damagedPDF }
      let page = try read(
        handle,
        number: index + 1,
        of: count,
        sizes,
        pictureText,
        session,
        &result.findings
      )
      try session.finish(page, of: count)
      result.pages.append(page)
    }
    return result
  }

  private func read(
    _ handle: PopplerPageHandle,
    number: Int,
    of count: Int,
    _ sizes: PDFImageSizes,
    _ pictureText: PictureText,
    _ session: ReadingSession,
    _ findings: inout [Finding]
  ) throws(Problem) -> Page {
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
        || sizes.mayHoldScans(pages: count)
    )
    func written(besides shown: [Word]) -> Page {
      Page(
        number: number,
        width: tenths(width),
        height: tenths(height),
        origin: .textLayer,
        words: shown.isEmpty ? layer.words : RowOrder.sorted(layer.words + shown)
      )
    }
    guard picture.mustBeRecognised(insteadOf: layer) else {
      return written(
        besides: session.readsPictures ? pictureText.words(in: picture, besides: layer.words) : []
      )
    }
    // The exact characters of a text that is seen; letter paper may say more.
    if picture.isScan, layer.isWorthKeeping, Stationery(picture)?.carries(layer.words) == true {
      return written(besides: pictureText.words(around: layer.words, on: handle))
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
    if !layer.words.isEmpty {
      findings.append(Finding(.info, "text-layer-replaced", ["page": String(number)]))
    }
    return recognised
  }
}
