// StacksCommand.swift — facturier-bench stacks: how well a scanner's stack is cut into invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import Invoicing

struct StacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stacks",
    abstract: "Puts stored documents into stacks at random and measures how they are cut.",
    discussion: """
      The documents are answers of facturier-reader, one file ID.json for each, read once: the cuts
      are made on what was read. Each is one invoice, mails and bad files left out; with --corpus its truth tells the number, so
      that no stack holds two of one number. Stacks with sheets between the invoices must all be cut
      right; without them the share of right cuts is told.
      """
  )

  @OptionGroup var documents: ExtractionCorpus
  @Option(help: ArgumentHelp("The folder of the corpus, for its truth.", valueName: "folder"))
  var corpus: String
  @Option(help: "How many stacks of each kind.") var count = 200
  @Option(help: "Invoices in a stack, at most.") var most = 8
  @Option(help: "Repeats a run.") var seed: UInt64?
  @Option(help: ArgumentHelp("Only this stack; may be repeated.", valueName: "id,id,…"))
  var stack: [String] = []
  @Flag(help: "Tells each stack that was cut wrongly.") var errors = false

  func run() throws {
    let premises = try documents.premises()
    let pool = try pool()
    for names in stack {
      let parts = try names.split(separator: ",").map { name in
        guard let entry = pool.first(where: { $0.id == name }) else {
          throw ValidationError("there is no document \(name)")
        }
        return (id: entry.id, document: entry.document)
      }
      let stack = try Stack(parts, separated: false)
      print("\(names): \(stack.beginnings), cut at \(Self.cut(stack, premises))")
    }
    if !stack.isEmpty { return }
    let seed = seed ?? UInt64.random(in: 0..<1_000_000)
    print("seed \(seed)")
    guard pool.count >= most else { throw ValidationError("too few documents") }
    for separated in [true, false] {
      var generator = SeededGenerator(seed: seed)
      let stacks = try (0..<count).map { _ in
        let size = Int.random(in: 2...most, using: &generator)
        return try Stack(Self.drawn(pool, size, &generator), separated: separated)
      }
      let cuts = try inSlots(stacks) { Self.cut($0, premises) }
      var tally = StackTally()
      for (stack, cut) in zip(stacks, cuts) where !tally.count(stack, cut) && errors {
        print("  \(stack.names.joined(separator: " ")): \(stack.beginnings), cut at \(cut)")
      }
      print((separated ? "with separators: " : "without separators: ") + tally.line)
    }
  }

  /// The pages on which the invoices begin that a stack is cut into.
  private static func cut(_ stack: Stack, _ premises: Premises) -> [Int] {
    assess(stack.document, under: premises).invoices.compactMap(\.pages.first)
  }

  private typealias Entry = (id: String, document: Document, number: String)

  /// The invoices with pages, each with its number.
  private func pool() throws -> [Entry] {
    try documents.storedDocuments().compactMap { id, document in
      let path = "\(corpus)/truth/\(id).json"
      guard !document.pages.isEmpty, let data = FileManager.default.contents(atPath: path),
        let truth = try JSONSerialization.jsonObject(with: data) as? [String: Any],
        !["bad", "mail", "multi"].contains(truth["kind"] as? String),
        let fields = truth["fields"] as? [String: Any],
        let number = fields["invoice_number"] as? String
      else { return nil }
      return (id, document, lettersAndDigits(number))
    }
  }

  /// So many documents of different numbers.
  private static func drawn(
    _ pool: [Entry],
    _ count: Int,
    _ generator: inout SeededGenerator
  ) -> [(id: String, document: Document)] {
    var numbers: Set<String> = []
    return pool.shuffled(using: &generator).filter { numbers.insert($0.number).inserted }
      .prefix(count).map { ($0.id, $0.document) }
  }
}
