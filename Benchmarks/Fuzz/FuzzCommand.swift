// FuzzCommand.swift — facturier-bench fuzz: broken files dropped into a running daemon.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Feeds a daemon with broken files and counts what must never happen.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Feeds a daemon with broken files; exit 1 if it dies, hangs or loses anything.",
    discussion: """
      Each input is told by the seed and its number:

      facturier-bench fuzz --seed 7 --first 1234 --count 1     gives the one input again

      Inputs on which a reader crashed or ran out of time are kept, also when the daemon took it well.
      """
  )

  @Option(help: "How many broken files.") var count = 3000
  @Option(help: "Where chance begins; default: anywhere.") var seed: UInt64?
  @Option(help: "The number of the first file.") var first = 0
  @Option(help: ArgumentHelp("facturier.", valueName: "path"))
  var binary = ".build/debug/facturier"
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Folders of sound files that get broken.", valueName: "folder")
  )
  var seeds = ["Benchmarks/Fuzz/Seeds"]
  @Option(help: "A daemon and its home live for so many files.") var life = 1500

  func validate() throws {
    guard count > 0, life > 0, first >= 0 else { throw ValidationError("at least 1, please") }
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      throw ValidationError("\(binary) is no program; build it first")
    }
  }

  func run() throws {
    let seed = seed ?? .random(in: 0...999_999)
    let source = try FuzzSource(seed: seed, folders: seeds)
    print("seed \(seed), \(count) files made of \(source.count)")
    let start = ContinuousClock.now
    var total = FuzzTally()
    let last = first + count
    for lower in stride(from: first, to: last, by: life) {
      let tally = try live(through: lower..<min(lower + life, last), of: source)
      total.add(tally)
      let seconds = start.duration(to: .now).inSeconds
      let rate = decimal(Double(total.inputs) / seconds, 1)
      tell("\(total.inputs) of \(count) in \(decimal(seconds, 0)) s, \(rate) a second")
    }
    for line in total.lines { print(line) }
    try keep(total.suspects, seed: seed)
    guard total.isClean else { throw ExitCode(1) }
  }

  /// One home with its daemon, from beginning to end; kept when something went wrong.
  private func live(through numbers: Range<Int>, of source: FuzzSource) throws -> FuzzTally {
    let folder = try TemporaryFolder("fuzz")
    var run = try FuzzRun(command: binary, home: try FuzzHome(folder.path + "/home"))
    try run.work(through: numbers, of: source)
    guard run.tally.isClean else {
      let kept = folder.path + "-\(numbers.lowerBound)"
      try FileManager.default.moveItem(atPath: folder.path, toPath: kept)
      tell("the home is kept: \(kept)")
      return run.tally
    }
    folder.remove()
    return run.tally
  }

  private func keep(_ suspects: [FuzzInput], seed: UInt64) throws {
    guard !suspects.isEmpty else { return }
    let folder = FileManager.default.temporaryDirectory.appending(path: "facturier-fuzz-\(seed)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for input in suspects {
      try Data(input.bytes).write(to: folder.appending(path: input.name))
    }
    print("\(suspects.count) worth a look: \(folder.path())")
  }
}
