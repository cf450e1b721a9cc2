// ArrivalCommand.swift — facturier-bench arrival: how long a page waits in an idle daemon.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Invoicing

/// Compares the time from admission to `read` in an idle daemon with that of the recognition itself.
struct ArrivalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrival",
    abstract: "Compares what a daemon takes from admission to read with recognition itself.",
    discussion: """
      Scans are dropped one by one into the inbox of a daemon that has nothing else to do, each when
      the one before is done; the times are those of its log. In turns with it a reader of its own
      reads the same scan, forked with the recognition data loaded as the daemon's are.
      """
  )

  @OptionGroup var contestants: ReadingOptions
  @Option(parsing: .upToNextOption, help: "The kinds of pages.")
  var kinds = ["scan-clean", "scan-office", "scan-bad"]
  @Option(help: "How many pages.") var pages = 20

  func validate() throws {
    guard pages > 0 else { throw ValidationError("at least 1, please") }
  }

  func run() throws {
    let documents = try ReadingCorpus(folder: contestants.corpus).documents
      .filter { kinds.contains($0.kind) }
    guard !documents.isEmpty else {
      throw BenchFailure("no documents of these kinds in the corpus")
    }
    let folder = try TemporaryFolder("arrival")
    defer { folder.remove() }
    let languages = contestants.languageNames
    let idle = try IdleDaemon(
      command: contestants.binary,
      languages: languages,
      folder: folder.path
    )
    defer { idle.stop() }
    let warm = try WarmReader(contestants.readerPath, plan: ReadingPlan(languages: languages))
    defer { _ = warm.end() }
    // Both load the recognition data when they have nothing to do.
    sleep(2)
    var (inDaemon, alone, ratios) = (0.0, 0.0, [Double]())
    for document in documents.prefix(pages) {
      let clock = ContinuousClock()
      let recognition = try clock.measure { _ = try warm.read(document.path) }.inSeconds
      let arrival = try idle.seconds(for: document.path)
      inDaemon += arrival
      alone += recognition
      ratios.append(arrival / recognition)
    }
    ratios.sort()
    print(
      "\(ratios.count) pages: from admission to read \(decimal(inDaemon, 2)) s, recognition itself"
        + " \(decimal(alone, 2)) s, ratio \(decimal(inDaemon / alone, 2))"
        + " (median \(decimal(ratios[ratios.count / 2], 2)), most \(decimal(ratios.last, 2)))"
    )
  }
}

/// A daemon with nothing to do, and its log.
private final class IdleDaemon {
  private let daemon: DaemonUnderTest
  private let home: FuzzHome
  private var count = 0

  init(command: String, languages: [String], folder: String) throws {
    home = try FuzzHome(folder + "/home", languages: languages)
    daemon = try DaemonUnderTest(command: command, home: home)
  }

  func stop() { _ = daemon.stop() }

  /// Drops a copy of a file and waits until it was read; the time since it was admitted.
  ///
  /// - Throws: `BenchFailure` when it is not read within a minute.
  func seconds(for path: String) throws -> Double {
    count += 1
    let file = URL(filePath: path)
    try home.drop(
      FuzzInput(name: "\(count)." + file.pathExtension, bytes: Array(Data(contentsOf: file)))
    )
    let admitted = try moment(of: "admitted")
    let read = try moment(of: "read")
    _ = try moment(of: "assessed")
    return admitted.duration(to: read).inSeconds
  }

  /// When a word stood in the log for the count-th time; looks each millisecond.
  private func moment(of word: String) throws -> ContinuousClock.Instant {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      let text = String(
        decoding: FileManager.default.contents(atPath: home.log) ?? Data(),
        as: UTF8.self
      )
      let times = text.split(separator: "\n").count { $0.hasPrefix("info \(word) ") }
      if times >= count { return .now }
      guard daemon.status == nil else { throw BenchFailure("the daemon ended: \(text)") }
      usleep(1000)
    }
    throw BenchFailure("file \(count) was not \(word) within a minute")
  }
}
