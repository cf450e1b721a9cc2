// Readers.swift — the one list of what reads which format.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Opens the files of some formats.
protocol PageReader: Sendable {
  var formats: Set<DocumentFormat> { get }

  /// The file, open.
  ///
  /// - Throws: refusals of `ReadingRefusals.swift`.
  func open(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> any PageSource
}

/// Every reader there is.
///
/// A new format is a new line here.
package enum Readers {
  static let all: [any PageReader] = [
    PDFReader(), ImageReader(), TextReader(), MarkupReader(), ContainerReader(),
  ]

  /// The formats that some reader reads.
  package static let formats = Set(all.flatMap(\.formats))

  /// Reads a file: what its bytes are, then words at places.
  ///
  /// The same bytes, plan and `readerVersion()` give the same answer, with a crew or without.
  /// `progress` is called after each page with the pages done and the pages in all. `recognisers` may
  /// be loaded ahead of need.
  ///
  /// - Throws: refusals `empty-file`, `file-too-large`, `format-unknown`, `format-not-supported`,
  ///   `pdf-damaged`, `pdf-encrypted`, `image-damaged`, `image-too-large`, `page-too-large`,
  ///   `too-many-pages`, `too-many-words`, those of `Containers.contents`; fault
  ///   `language-data-missing`.
  package static func read(
    _ source: SourceBytes,
    plan: ReadingPlan,
    limits: ReadingLimits = ReadingLimits(),
    recognisers: Recognisers = Recognisers(),
    crew: PageCrew? = nil,
    progress: @escaping (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(Problem) -> ReadDocument {
    let session = ReadingSession(plan: plan, limits: limits, recognisers: recognisers)
    let (opened, format) = try open(source, in: session)
    let count = opened.pageCount
    guard count <= limits.pages else { throw .tooManyPages(count, limit: limits.pages) }
    var done = 0
    var words = 0
    func finish(_ page: EncodedPage) throws(Problem) {
      words += page.words
      guard words <= limits.words else { throw .tooManyWords(limit: limits.words) }
      done += 1
      progress(done, count)
    }
    var pages: [EncodedPage] = []
    func readNext() throws(Problem) {
      let page = EncodedPage(try session.page(of: opened, at: pages.count))
      pages.append(page)
      try finish(page)
    }
    if count > 0 { try readNext() }
    let others = try crew?.read(1..<max(1, count), languages: session.languages, onPage: finish)
    while pages.count < count {
      switch others?[pages.count] {
      case .read(let page): pages.append(page)
      case .refused(let problem): throw problem
      case nil: try readNext()
      }
    }
    let document = Document(
      id: source.id,
      format: format,
      pages: [],
      markup: opened.markup,
      findings: opened.findings + pages.flatMap(\.findings),
      codes: pages.flatMap(\.codes),
      contents: opened.contents,
      mail: opened.mail
    )
    return ReadDocument(document, pages: pages)
  }

  /// Opens a file by what its bytes are, which it tells as well.
  ///
  /// - Throws: those refusals of `read` that need no page.
  static func open(
    _ source: SourceBytes,
    in session: ReadingSession
  ) throws(Problem) -> (file: any PageSource, format: DocumentFormat) {
    let (size, limit) = (source.buffer.count, session.limits.fileBytes)
    guard size > 0 else { throw .emptyFile }
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    let format = FormatSniffer.format(of: source.buffer)
    guard format != .unknown else { throw .unknownFormat }
    guard let reader = all.first(where: { $0.formats.contains(format) }) else {
      throw .unsupported(format)
    }
    return (try reader.open(source, as: format, in: session), format)
  }
}
