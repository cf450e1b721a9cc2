// TemplatesCommand.swift — facturier-bench templates: what becomes of a folder of templates.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Invoicing
import Templates

/// Loads templates of invoice2data and measures how they choose and run on stored documents.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Loads a folder of invoice2data templates and measures choosing and running.",
    discussion: """
      facturier-bench templates --templates x/invoice2data --documents kept

      The templates are those of the folder, repeated until there are as many as asked for; the
      documents are those that facturier-bench store kept.
      """
  )

  @Option(help: ArgumentHelp("The folder of the templates.", valueName: "folder"))
  var templates: String
  @Option(help: ArgumentHelp("Stored documents.", valueName: "folder"))
  var documents: String?
  @Option(help: "How many templates to choose among.") var count = 2_000

  func run() throws {
    let files = try templateFiles()
    let (book, problems) = TemplateBook.load(files)
    for problem in problems {
      let place = ["file", "line", "column"].compactMap { problem.arguments[$0] }
      print(place.joined(separator: ":") + ": " + (problem.arguments["reason"] ?? ""))
    }
    print("\(book.templates.count) of \(files.count) files loaded, \(problems.count) problems")
    guard let documents else { return }
    try measure(on: documents, repeating: files)
  }

  private func templateFiles() throws -> [TemplateFile] {
    let paths = FileManager.default.enumerator(atPath: templates)?.compactMap { $0 as? String }
    let endings = [".yml", ".yaml", ".json"]
    return try (paths ?? []).sorted().filter { path in
      endings.contains { path.hasSuffix($0) }
    }.map { path in
      let text = try String(contentsOfFile: "\(templates)/\(path)", encoding: .utf8)
      return TemplateFile(path: path, text: text)
    }
  }

  private func measure(on folder: String, repeating files: [TemplateFile]) throws {
    guard !files.isEmpty else { return }
    let (book, _) = TemplateBook.load((0..<count).map { files[$0 % files.count] })
    let names = try ExtractionCorpus.names(in: folder, ending: ".json")
    var times: [Duration] = []
    var outcomes: [String: Int] = [:]
    for name in names {
      let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      guard case .read(let document) = try JSONDecoder().decode(ReadingAnswer.self, from: data)
      else { continue }
      let start = ContinuousClock.now
      let reading = book.reading(of: document)
      times.append(start.duration(to: .now))
      let outcome = reading.map { $0.record == nil ? "failed" : "read" } ?? "none applies"
      outcomes[outcome, default: 0] += 1
      for finding in reading?.findings ?? [] { print("\(name): \(finding.arguments)") }
    }
    times.sort()
    guard let slowest = times.last else { return }
    print("\(book.templates.count) templates on \(times.count) documents: \(outcomes)")
    print("median \(times[times.count / 2]), slowest \(slowest)")
  }
}
