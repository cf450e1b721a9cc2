// LedgerSource.swift — a file of the books, opened by what it needs.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Bookkeeping
import Invoicing
import Service

/// Opens files of the books.
struct LedgerSource {
  let path: String
  let settings: ServiceSettings
  /// As the user names it, or nil.
  var format: String?

  /// The file; XML and workbooks of strangers are parsed in a throw-away process, journals are read
  /// through the command that knows them.
  ///
  /// - Throws: `file-unusable`, `file-missing`, the refusals of the reader (`xml-damaged` …),
  ///   `ledger-tool-missing`, `ledger-tool-failed`, `ledger-tool-timeout`.
  func file() async throws(Problem) -> LedgerFile {
    let bytes = try FileText.bytes(path)
    let name = String(path.split(separator: "/").last ?? "")
    let file = LedgerFile(bytes: bytes, name: name)
    if let tool = try LedgerTool.first(of: JournalText.tools(for: bytes, format: format)) {
      let postings = try await tool.postings(of: path)
      return LedgerFile(bytes: postings, name: name)
    }
    guard file.isMarkup || file.isArchive || file.isPDF else { return file }
    let reader = try ReaderProcess(limits: settings.reader)
    let plan = ReadingPlan(languages: settings.plan.languages, readsWorkbooks: true)
    switch try await reader.read(path: path, plan: plan) {
    case .read(let document):
      return LedgerFile(bytes: bytes, name: name, markup: document.markup)
    // The formats know what to say about a file of another office program.
    case .refused(let problem) where problem.code == "office-file": return file
    case .refused(let problem), .failed(let problem, _): throw problem
    case .cancelled: throw Problem(.fault, "cancelled")
    }
  }
}
