// Readers.swift — the one list of what reads which format.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Makes pages of the bytes of some formats.
protocol PageReader: Sendable {
  var formats: Set<DocumentFormat> { get }

  /// The pages in the file's order, and what there is to say about the file.
  ///
  /// - Throws: refusals of `ReadingRefusals.swift`; fault `language-data-missing`.
  func read(
    _ source: SourceBytes,
    as format: DocumentFormat,
    in session: ReadingSession
  ) throws(Problem) -> ReadPages
}

/// What a reader made of a file.
struct ReadPages {
  var pages: [Page] = []
  var findings: [Finding] = []
  /// The e-invoice that the file is or carries, or the tree of any XML file.
  var markup: MarkupTree?
}

/// Every reader there is.
///
/// A new format is a new line here.
package enum Readers {
  static let all: [any PageReader] = [
    PDFReader(), ImageReader(), TextReader(), MarkupReader(),
  ]

  /// The formats that some reader reads.
  package static let formats = Set(all.flatMap(\.formats))

  /// Reads a file: what its bytes are, then words at places.
  ///
  /// The same bytes, plan and `readerVersion()` give the same document. `progress` is called after
  /// each page with the pages done and the pages in all. `recognisers` may be loaded ahead of need.
  ///
  /// - Throws: refusals `empty-file`, `file-too-large`, `format-unknown`, `format-not-supported`,
  ///   `pdf-damaged`, `pdf-encrypted`, `image-damaged`, `image-too-large`, `page-too-large`,
  ///   `too-many-pages`, `too-many-words`; fault `language-data-missing`.
  package static func read(
    _ source: SourceBytes,
    plan: ReadingPlan,
    limits: ReadingLimits = ReadingLimits(),
    recognisers: Recognisers = Recognisers(),
    progress: @escaping (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(Problem) -> Document {
    let size = source.buffer.count
    guard size > 0 else { throw .emptyFile }
    guard size <= limits.fileBytes else { throw .tooLarge(bytes: size, limit: limits.fileBytes) }
    let format = FormatSniffer.format(of: source.buffer)
    guard format != .unknown else { throw .unknownFormat }
    guard let reader = all.first(where: { $0.formats.contains(format) }) else {
      throw .unsupported(format)
    }
    let session = ReadingSession(
      plan: plan,
      limits: limits,
      recognisers: recognisers,
      progress: progress
    )
    let read = try reader.read(source, as: format, in: session)
    return Document(
      id: source.id,
      format: format,
      pages: read.pages,
      markup: read.markup,
      findings: read.findings
    )
  }
}
