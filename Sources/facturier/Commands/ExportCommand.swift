// ExportCommand.swift — facturier export: what leaves the home for other programs and people.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Foundation
import Invoicing
import Service

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Makes files for other programs and people.",
    subcommands: [ExportSearchablePDFCommand.self]
  )
}

struct ExportSearchablePDFCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "searchable-pdf",
    abstract: "A PDF of a document that can be searched; the original stays as it is.",
    discussion: """
      facturier export searchable-pdf 1041
      facturier export searchable-pdf 1041 --output scan.pdf
      facturier export searchable-pdf 1041 --output - > scan.pdf

      The words are those that were read: nothing is recognised again.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("Where to; - is standard output.", valueName: "file"))
  var output: String?
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let bytes = try await searchablePDF(session)
    if output == "-" {
      Output.data.write(bytes)
    } else {
      let path = output ?? "\(session.home.exports)/\(id.number) searchable.pdf"
      try FileText.replace(path, bytes)
      Output.data.print(path)
    }
    return .ok
  }

  private func searchablePDF(_ session: Session) async throws(Problem) -> [UInt8] {
    let register = try await session.register()
    guard let record = try await register.document(id.number) else {
      throw Problem(.usage, "no-such-item", ["id": String(id.number)])
    }
    guard let document = try await register.reading(of: record.number) else {
      throw Problem(.usage, "not-read", ["id": String(id.number)])
    }
    try Self.refusePageless(document, id: id.number)
    let reader = try ReaderProcess(limits: session.settings.reader)
    return try await reader.searchablePDF(
      of: document,
      ofFile: Archive(home: session.home.path).path(of: record.document),
      workingIn: NSTemporaryDirectory()
    )
  }

  /// Refuses what has no picture of a page that words could be put under.
  ///
  /// - Throws: usage `xml-without-page` {id}, `no-page-picture` {id, format}.
  static func refusePageless(_ document: Document, id: Int64) throws(Problem) {
    switch document.format {
    case .pdf, .tiff, .jpeg, .png: return
    case .xml: throw Problem(.usage, "xml-without-page", ["id": String(id)])
    default:
      let arguments = ["id": String(id), "format": document.format.rawValue]
      throw Problem(.usage, "no-page-picture", arguments)
    }
  }
}
