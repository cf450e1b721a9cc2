// Operations+Pages.swift — pages are shown as the reader saw them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import EInvoicing
internal import Filing
package import Invoicing
package import Wording

extension Operations {
  /// One page of a document as a grey PNG of so many pixels across; of an e-invoice without pages, one
  /// of its readable view.
  ///
  /// Boxes of evidence fit on it once they are scaled by its width and the page's.
  ///
  /// - Throws: usage `no-such-document` {id}, `no-such-page` {id, page}; what
  ///   `ReaderProcess.preview` throws.
  package func preview(
    ofPage number: Int,
    document id: Int64,
    width: Int,
    language: Language = .french
  ) async throws(Problem) -> [UInt8] {
    let (record, reading) = try await reading(ofDocument: id)
    let pages = reading?.readablePages(in: language) ?? []
    guard let page = pages.first(where: { $0.number == number }) else {
      throw Problem(.usage, "no-such-page", ["id": String(id), "page": String(number)])
    }
    let settings = workshop.settings
    let reader = try ReaderProcess(executable: settings.readerExecutable, limits: settings.reader)
    switch record.format {
    case .xml, .text, .mail, .zip, .unknown:
      return try await reader.sheet(of: page, width: width, workingIn: workshop.home.path)
    case .pdf, .tiff, .jpeg, .png:
      let path = workshop.archive.path(of: record.document)
      return try await reader.preview(of: page, width: width, ofFile: path)
    }
  }

  /// The readable view of the e-invoice that a document is or carries, as HTML without script and
  /// without anything to fetch.
  ///
  /// - Throws: usage `no-such-document` {id}, `no-e-invoice` {id}; faults of the register.
  package func readableView(
    ofDocument id: Int64,
    language: Language
  ) async throws(Problem) -> String {
    let markup = try await reading(ofDocument: id).reading?.markup
    guard let view = markup.flatMap({ ReadableInvoice($0, in: language) }) else {
      throw Problem(.usage, "no-e-invoice", ["id": String(id)])
    }
    return view.html
  }

  /// What a browser may do with a readable view, for the header Content-Security-Policy.
  package static let viewPolicy = ReadableInvoice.policy

  private func reading(
    ofDocument id: Int64
  ) async throws(Problem) -> (record: DocumentRecord, reading: Document?) {
    guard let record = try await workshop.register.document(id) else {
      throw Problem(.usage, "no-such-document", ["id": String(id)])
    }
    return (record, try await workshop.register.reading(of: record.number))
  }
}
