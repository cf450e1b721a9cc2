// StoreCommand.swift — facturier-bench store: the reader's answers, kept for extraction.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Invoicing

/// Reads the documents of a corpus once, so that extraction is measured without recognition.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Reads a corpus and keeps what facturier-reader answers, one ID.json a document.",
    discussion: """
      A corpus is a folder with truth/*.json (id, file, fields); of any other folder every file is
      read, its name without the ending being its ID. What the reader refuses is told and left out.
      """
  )

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var corpus: String
  @Option(help: ArgumentHelp("Where the answers are kept.", valueName: "folder"))
  var documents: String
  @Option(help: ArgumentHelp("facturier-reader.", valueName: "path"))
  var reader = ".build/release/facturier-reader"
  @Option(help: "Languages of recognition.") var languages = "fra+eng+deu+nld+spa+ita"

  func run() throws {
    try FileManager.default.createDirectory(
      atPath: documents,
      withIntermediateDirectories: true
    )
    let plan = ReadingPlan(languages: languages.split(separator: "+").map(String.init))
    let json = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
    let program = Program(executable: reader, arguments: ["--plan", json])
    let files = try files()
    let endings = try inSlots(files) { try program.run(input: $0.path, outputLimit: 64 << 20) }
    var stored = 0
    for (file, ending) in zip(files, endings) {
      // Lines of progress come before the answer.
      guard let line = ending.output.split(separator: 10).last,
        line.starts(with: Array("{\"read\":".utf8))
      else {
        tell("not read: \(file.path)")
        continue
      }
      try Data(line).write(to: URL(filePath: "\(documents)/\(file.id).json"))
      stored += 1
    }
    print("\(stored) of \(files.count) documents kept in \(documents)")
  }

  private struct File: Sendable {
    let id: String
    let path: String
  }

  private func files() throws -> [File] {
    let truths = try fileNames(in: corpus + "/truth").filter { $0.hasSuffix(".json") }
    guard truths.isEmpty else {
      return try truths.compactMap { name in
        let data = try Data(contentsOf: URL(filePath: "\(corpus)/truth/\(name)"))
        let truth = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        // Without fields it is no single invoice.
        guard let file = truth?["file"] as? String,
          truth?["fields"].flatMap({ $0 as? [String: Any] })?.isEmpty == false
        else { return nil }
        return File(id: String(name.dropLast(5)), path: "\(corpus)/\(file)")
      }
    }
    return try fileNames(in: corpus).compactMap { name in
      let parts = name.split(separator: ".")
      guard parts.count > 1, let id = parts.first else { return nil }
      return File(id: String(id), path: "\(corpus)/\(name)")
    }
  }
}
