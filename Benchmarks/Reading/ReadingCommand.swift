// ReadingCommand.swift — facturier-bench reading: how fast and how well pages are read.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Compares Facturier's reader with the tesseract and pdftotext commands, on the same pages.
struct ReadingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading",
    abstract: "Compares the reader with the tesseract and pdftotext commands on the same pages.",
    discussion: """
      Facturier reads as the daemon does: one process a document, forked by one that has loaded the
      recognition data, as many at once as cores. Tesseract gets pages that are drawn beforehand at
      300 dpi, as many processes as cores, each with one thread, a list of pages and the model loaded
      once. Loading counts on both sides. Both read all pages of a kind in turns.

      A corpus is a folder with truth/*.json (file, kind, fields); any other folder of PDF files and
      pictures is measured without values.
      """
  )

  @OptionGroup var contestants: ReadingOptions
  @Option(parsing: .upToNextOption, help: "Only these kinds: scan-clean, fax, digital, …")
  var kinds: [String] = []
  @Option(help: "At most so many pages of a kind.") var pages: Int?
  @Option(help: "How often both read each kind.") var rounds = 2
  @Flag(help: "One line of JSON for each kind, with what was not found.") var json = false

  func validate() throws {
    guard rounds > 0, pages ?? 1 > 0 else { throw ValidationError("at least 1, please") }
  }

  func run() throws {
    let corpus = try ReadingCorpus(folder: contestants.corpus)
    guard !corpus.documents.isEmpty else { throw BenchFailure("no documents in the corpus") }
    let folder = try TemporaryFolder("bench")
    defer { folder.remove() }
    if !corpus.hasTruth { tell("no truth here: times only") }
    let results = try measure(corpus, in: folder.path)
    for line in json ? try ReadingReport.json(results) : ReadingReport.lines(results) {
      print(line)
    }
  }

  private func measure(_ corpus: ReadingCorpus, in folder: String) throws -> [ReadingResult] {
    let languages = contestants.languageNames
    let contest = ReadingContest(
      own: try OwnReading(
        command: contestants.binary,
        reader: contestants.readerPath,
        languages: languages,
        folder: folder
      ),
      tesseract: TesseractReading(languages: languages, folder: folder),
      rounds: rounds,
      pageLimit: pages,
      folder: folder
    )
    var results: [ReadingResult] = []
    var scans: [ReadingResult] = []
    for kind in corpus.kinds where kinds.isEmpty || kinds.contains(kind) {
      tell("reading \(kind) …")
      let documents = corpus.documents.filter { $0.kind == kind }
      if kind == ReadingCorpus.digital {
        results += try contest.digital(documents)
      } else if let result = try contest.recognised(kind, documents) {
        scans.append(result)
      }
    }
    return results + scans + [ReadingResult(sumOf: scans, as: "all scanned")].compactMap(\.self)
  }
}
