// MatchingCommand.swift — facturier-bench matching: how fast and how surely entries are found.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Foundation
import Invoicing
import Matching

struct MatchingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matching",
    abstract: "Matches simulated invoices with a simulated ledger of any size.",
    discussion: """
      facturier-bench matching --entries 20000
      facturier-bench matching --entries 1000000 --seed 7

      The ledger is imported by facturier itself, as a CSV of open items, into a home of its own that
      is removed again. The same seed gives the same ledger and the same invoices.
      """
  )

  @Option(help: "Entries of the ledger.") var entries = 20_000
  @Option(help: "Invoices that are matched; 15 of 100 have no entry.") var invoices = 3_000
  @Option(help: "Repeats a run.") var seed: UInt64 = 1
  @Option(help: ArgumentHelp("The program that imports.", valueName: "file"))
  var binary = ".build/release/facturier"

  func validate() throws {
    guard (100...5_000_000).contains(entries), (1...100_000).contains(invoices) else {
      throw ValidationError("--entries 100 to 5000000, --invoices 1 to 100000")
    }
  }

  func run() async throws {
    let home = try TemporaryFolder("matching")
    defer { home.remove() }
    var chance = SeededGenerator(seed: seed)
    let ledger = SimulatedLedger(items: entries, using: &chance)
    let file = home.path + "/open_items.csv"
    try Data(ledger.csv.utf8).write(to: URL(filePath: file))
    tell("importing \(entries) entries")
    try call(["init"], home: home.path)
    let ending = try call(["ledger", "import", file], home: home.path)
    tell("matching \(invoices) invoices")
    let register = try Register.openReadOnly(at: home.path + "/home/register.sqlite")
    var tally = MatchingTally()
    var held: HeldEntries = [:]
    for invoice in simulated(in: ledger, using: &chance) {
      guard let query = questions(invoice.assessment, supplier: invoice.supplier) else { continue }
      let start = ContinuousClock.now
      let answers = try await register.answers(to: query)
      let lookup = start.duration(to: .now)
      let question = MatchQuestion(
        assessment: invoice.assessment,
        supplier: invoice.supplier,
        answers: answers
      )
      let proposals = match([question], given: held)
      tally.add(proposals[0], for: invoice, lookup: lookup)
      for id in proposals[0].entries where proposals[0].automatic {
        held[id] = invoice.assessment.draft[.invoiceNumber] ?? ""
      }
    }
    let seconds = decimal(ending.effort.wall, 1)
    let megabytes = ending.effort.peakMemory >> 20
    print("seed \(seed): \(entries) entries imported in \(seconds) s, at most \(megabytes) MB")
    for line in tally.lines { print(line) }
  }

  /// Runs facturier in the home of the bench.
  @discardableResult
  private func call(_ arguments: [String], home: String) throws -> MeasuredEnding {
    let program = Program(executable: binary, arguments: arguments + ["--home", home + "/home"])
    let ending = try program.run()
    guard ending.status == 0 else {
      throw BenchFailure(arguments.joined(separator: " ") + " ended with \(ending.status)")
    }
    return ending
  }

  /// Invoices of different entries, and some of none.
  private func simulated(
    in ledger: SimulatedLedger,
    using chance: inout SeededGenerator
  ) -> [SimulatedInvoice] {
    var taken: Set<Int> = []
    return (0..<min(invoices, entries / 2)).map { _ in
      guard Int.random(in: 0..<100, using: &chance) >= 15 else {
        let item = ledger.unbooked(using: &chance)
        return SimulatedInvoice(item, entry: nil, in: ledger, using: &chance)
      }
      var place = Int.random(in: ledger.items.indices, using: &chance)
      while !taken.insert(place).inserted {
        place = Int.random(in: ledger.items.indices, using: &chance)
      }
      return SimulatedInvoice(
        ledger.items[place],
        entry: SimulatedLedger.id(of: place),
        in: ledger,
        using: &chance
      )
    }
  }
}
