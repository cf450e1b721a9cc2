// ExtractCommand.swift — facturier extract: what stands on these files.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import EInvoicing
import Filing
import Invoicing
import Service
import Templates

/// The formats of other programs that `extract` prints.
enum OutputFormat: String, ExpressibleByArgument, Sendable {
  case invoice2data
}

struct ExtractCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads files and prints what stands on them; nothing is stored.",
    discussion: """
      facturier extract invoice.pdf
      facturier extract --explain invoice.pdf        where each value comes from
      facturier extract --json *.pdf > found.jsonl   one line of JSON for each file
      facturier extract --text scan.pdf              the text that was read
      facturier extract --rules my-rules invoice.pdf
      facturier extract --rules my-templates --output-format invoice2data invoice.pdf

      A home is not needed; one named by --home or $FACTURIER_HOME lends its company, suppliers
      and rules. Exit 0, 1 when a person should look, 3 when a file was refused.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "One line of JSON for each file.") var json = false
  @Flag(help: "The text that was read, line by line, pages ended by a form feed.") var text = false
  @Flag(help: "Rule, place and alternatives of each value.") var explain = false
  @Option(help: "What templates of invoice2data find, in its JSON: invoice2data.")
  var outputFormat: OutputFormat?
  @Option(help: ArgumentHelp("A folder of rules that come before all others.", valueName: "folder"))
  var rules: [String] = []
  @Argument(
    help: ArgumentHelp("PDF, TIFF, JPEG, PNG, e-invoice, mail, zip or text.", valueName: "file")
  )
  var files: [String]

  func validate() throws {
    guard [json, text, explain, outputFormat != nil].filter({ $0 }).count <= 1 else {
      throw ValidationError("--json, --text, --explain and --output-format exclude each other.")
    }
  }

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try await namedSession(phrases)
    let extractor = try await extractor(session)
    let progress = ProgressLine()
    let explanation = Explanation(phrases: phrases, style: .of(.data), isDetailed: explain)
    var templates = try templateOutput(session, explanation)
    var statuses: Set<ExitStatus> = []
    var done = 0
    await extractor.run(FileArgument.named(files)) { extracted in
      progress.end()
      if let status = templates?.add(extracted) {
        statuses.insert(status)
      } else {
        statuses.insert(extracted.status)
        show(extracted, explanation)
      }
      done += 1
      if done < files.count { progress.show("\(done)/\(files.count)") }
    }
    if let templates { Output.data.print(templates.json) }
    return statuses.weightiest
  }

  /// The templates in force, only when their output is asked for.
  private func templateOutput(
    _ session: Session?,
    _ explanation: Explanation
  ) throws(Problem) -> TemplateOutput? {
    guard outputFormat == .invoice2data else { return nil }
    let (files, unread) = RuleFiles.templates(named: rules, homeRules: session?.home.rules)
    let (book, problems) = TemplateBook.load(files)
    for problem in unread + problems { explanation.phrases.tell(problem) }
    return TemplateOutput(book: book, explanation: explanation)
  }

  /// The home, only when somebody named one.
  private func namedSession(_ phrases: Phrases) async throws(Problem) -> Session? {
    guard global.homeSearch.named != nil else { return nil }
    return try Session(global, phrases)
  }

  private func extractor(_ session: Session?) async throws(Problem) -> Extractor {
    let configuration = session?.configuration ?? .defaults
    let knowledge = try KnowledgeSource(home: session?.home, named: rules).load()
    for problem in knowledge.problems { global.phrases().tell(problem) }
    let suppliers = try await session?.existingRegister()?.suppliers() ?? []
    var limits = ReaderLimits()
    limits.seconds = configuration.readingTimeoutSeconds
    let plan = ReadingPlan(
      languages: RecognitionLanguages.usable(of: configuration.readingLanguages),
      readsPictures: configuration.readsPictures
    )
    let readers = configuration.workers ?? processorCount()
    return Extractor(
      premises: Premises(
        rules: knowledge.rules,
        templates: knowledge.templates,
        company: knowledge.company,
        suppliers: suppliers,
        receivedOn: today()
      ),
      // For a few files nothing is gained.
      reader: try ReaderProcess(limits: limits, readyFor: files.count > readers ? plan : nil),
      plan: plan,
      readers: readers
    )
  }

  private func show(_ extracted: ExtractedFile, _ explanation: Explanation) {
    if json {
      Output.data.print(extracted.json(explanation.phrases).line)
    } else if text {
      showText(extracted, explanation)
    } else {
      for line in explanation.lines(of: extracted) { Output.data.print(line) }
      Output.data.print()
    }
  }

  private func showText(_ extracted: ExtractedFile, _ explanation: Explanation) {
    if let problem = extracted.problem { return explanation.phrases.tell(problem) }
    let isSafe = !Output.data.isTerminal
    let language = explanation.phrases.language
    for page in extracted.documents.flatMap({ $0.readablePages(in: language) }) {
      for line in PageText.lines(of: page) {
        Output.data.print(isSafe ? line : displayText(line))
      }
      Output.data.write("\u{0C}")
    }
  }
}

extension Set<ExitStatus> {
  /// The one status that stands for all: the highest number, since it is the gravest.
  var weightiest: ExitStatus { self.max { $0.rawValue < $1.rawValue } ?? .ok }
}

/// The day of now, UTC.
func today() -> CalendarDate {
  CalendarDate(iso: timestamp().prefix(10)) ?? CalendarDate(dayNumber: 0)
}
