// TemplatesCommand.swift — facturier-bench templates: how thousands of templates choose and run.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Invoicing
import Templates
import Yams

/// Loads templates of invoice2data, and measures how many of them choose, and what hostile ones cost.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Loads a folder of invoice2data templates and measures choosing and running.",
    discussion: """
      facturier-bench templates --templates x/templates --documents kept

      As many as asked for are made of the templates of the folder: each further round of them asks for
      a keyword more, which no document has, so that a document is compared with all. The documents are
      those that facturier-bench store kept. Hostile patterns run on pages made for them.
      """
  )

  @Option(help: ArgumentHelp("The folder of the templates.", valueName: "folder"))
  var templates: String
  @Option(help: ArgumentHelp("Stored documents.", valueName: "folder"))
  var documents: String
  @Option(help: "How many templates to choose among.") var count = 2_000

  func run() throws {
    let files = try templateFiles()
    let (book, problems) = TemplateBook.load(files)
    for problem in problems {
      let place = ["file", "line", "column"].compactMap { problem.arguments[$0] }
      print(place.joined(separator: ":") + ": " + (problem.arguments["reason"] ?? ""))
    }
    print("\(book.templates.count) of \(files.count) files loaded, \(problems.count) problems")
    try measureChoice(among: files)
    try HostilePatterns.measure()
  }

  private func templateFiles() throws -> [TemplateFile] {
    let endings = [".yml", ".yaml", ".json"]
    let paths = FileManager.default.enumerator(atPath: templates)?.compactMap { $0 as? String }
    return try (paths ?? []).sorted().filter { path in
      endings.contains { path.hasSuffix($0) }
    }.map { path in
      let text = try String(contentsOfFile: "\(templates)/\(path)", encoding: .utf8)
      return TemplateFile(path: path, text: text)
    }
  }

  private func measureChoice(among files: [TemplateFile]) throws {
    guard !files.isEmpty else { throw ValidationError("no templates in \(templates)") }
    let made = (0..<count).map { index in
      let round = index / files.count
      let file = files[index % files.count]
      return round == 0 ? file : Self.variant(of: file, round: round)
    }
    let clock = ContinuousClock()
    var book = TemplateBook.empty
    let loading = clock.measure { book = TemplateBook.load(made).book }
    let reloading = clock.measure { book = TemplateBook.load(made).book }
    var times: [Duration] = []
    var outcomes: [String: Int] = [:]
    for name in try ExtractionCorpus.names(in: documents, ending: ".json") {
      let data = try Data(contentsOf: URL(filePath: "\(documents)/\(name)"))
      guard case .read(let document) = try JSONDecoder().decode(ReadingAnswer.self, from: data)
      else { continue }
      var reading: TemplateReading?
      times.append(clock.measure { reading = book.reading(of: document) })
      let outcome = reading.map { $0.record == nil ? "failed" : "read" } ?? "none applies"
      outcomes[outcome, default: 0] += 1
    }
    times.sort()
    guard let slowest = times.last else { throw ValidationError("no documents in \(documents)") }
    print(
      "\(book.templates.count) templates: loaded in \(loading.told), again in \(reloading.told); "
        + "on \(times.count) documents \(outcomes)"
    )
    print(
      "choosing and running: median \(times[times.count / 2].told), "
        + "p99 \(times[times.count * 99 / 100].told), slowest \(slowest.told)"
    )
  }

  /// The template with another keyword behind its own; as it is where it cannot be read.
  private static func variant(of file: TemplateFile, round: Int) -> TemplateFile {
    let path = "\(round)/\(file.path)"
    guard var root = try? Yams.compose(yaml: file.text), let keywords = root["keywords"] else {
      return TemplateFile(path: path, text: file.text)
    }
    let known = keywords.sequence.map(Array.init) ?? [keywords]
    root["keywords"] = Node(known + [Node("Kundenkreis \(round)")])
    return TemplateFile(path: path, text: (try? Yams.serialize(node: root)) ?? file.text)
  }
}

extension Duration {
  /// "12.3 ms".
  var told: String { decimal(self / .milliseconds(1), 1) + " ms" }
}
