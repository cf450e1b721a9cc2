// Operations+Pages.swift — pages are shown as the reader saw them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
package import Invoicing

extension Operations {
  /// One page of a document as a grey PNG of so many pixels across.
  ///
  /// Boxes of evidence fit on it once they are scaled by its width and the page's.
  ///
  /// - Throws: usage `no-such-document` {id}, `no-such-page` {id, page}; what
  ///   `ReaderProcess.preview` throws.
  package func preview(
    ofPage number: Int,
    document id: Int64,
    width: Int
  ) async throws(Problem) -> [UInt8] {
    guard let record = try await workshop.register.document(id) else {
      throw Problem(.usage, "no-such-document", ["id": String(id)])
    }
    let reading = try await workshop.register.reading(of: record.number)
    guard let page = reading?.pages.first(where: { $0.number == number }) else {
      throw Problem(.usage, "no-such-page", ["id": String(id), "page": String(number)])
    }
    let settings = workshop.settings
    let reader = try ReaderProcess(executable: settings.readerExecutable, limits: settings.reader)
    let path = workshop.archive.path(of: record.document)
    return try await reader.preview(of: page, width: width, ofFile: path)
  }
}
