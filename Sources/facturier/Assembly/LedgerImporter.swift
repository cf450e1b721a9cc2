// LedgerImporter.swift — a file of the books, read into what the register takes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Bookkeeping
import Filing
import Invoicing
import Service

/// Reads files of the books for the register.
struct LedgerImporter {
  let session: Session
  /// As the user names it; nil: by the content.
  var format: String?
  /// The path of a mapping of columns; nil: those of the home, then the shipped ones.
  var mapping: String?

  /// What a file holds, and how the register is given it.
  ///
  /// - Throws: the problems of `LedgerSource.file` and of `LedgerFormats.read`.
  func read(_ path: String) async throws(Problem) -> LedgerDelivery {
    let source = try await LedgerSource(path: path, settings: session.settings, format: format)
      .file()
    let books = try LedgerFormats.read(source, settings: try settings(), format: format)
    return LedgerDelivery(
      books: books,
      fileName: source.name,
      sha256: FileDigest.digest(of: source.bytes).hex
    )
  }

  private func settings() throws(Problem) -> LedgerSettings {
    if let mapping {
      let text = try FileText.read(mapping)
      return LedgerSettings(mappings: [try LedgerMapping.parse(text, file: mapping)])
    }
    let folders = [session.home.rules, try RulesLocation().folder()]
    let (mappings, problems) = RuleFiles.ledgerMappings(folders)
    for problem in problems { session.phrases.tell(problem) }
    return LedgerSettings(mappings: mappings)
  }
}
