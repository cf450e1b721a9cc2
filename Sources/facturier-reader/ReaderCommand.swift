// ReaderCommand.swift — the throw-away process that reads one document.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc
internal import Invoicing
internal import Reading

/// The throw-away process that reads one document; people never call it.
///
/// - Standard input is the document's file, opened for reading: a regular file, read whole from its
///   start. No name is ever told, and none is needed.
/// - `--plan JSON` is a `ReadingPlan`, `--limits JSON` some of `ReadingLimits`.
/// - Standard output, a pipe (regular files cannot be written), gets lines of JSON, each one a
///   `ReadingAnswer`: any number of `progress`, then exactly one `read` or `refused`.
/// - Standard error gets what the libraries say: free text for the journal.
/// - Exit status 0 when it answered, 64 when the arguments are wrong. A page that takes 120 seconds
///   of processor time is refused. Any other end (a signal, memory) is the document's doing too. The
///   wall clock is the parent's: it kills.
/// - `--version` prints `readerVersion()`; `--self-test` enters the sandbox, tries what must fail
///   there, prints a `Sandbox.Report`, and exits with 0 when all holds, else with 1.
/// - `--render ORDER` draws the document instead: see `RenderingCommand`.
/// - `--serve --plan JSON` reads nothing itself: it is a `Zygote` that forks such a process for each
///   document, with the recognition data of that plan loaded.
///
/// Before the first byte of the document is looked at, the process is in the sandbox, and so are the
/// copies of it that read the pages of a long document with it (`PageCrew`). It starts
/// itself anew once when OMP_THREAD_LIMIT is not 1, which the OpenMP library reads at start only.
@main
struct ReaderCommand {
  static func main() {
    limitThreads()
    // A closed pipe or a file as output is an error to see, not a signal to die of.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    ProcessorTime.refuseWhenSpent()
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "--version": AnswerLine.write(Array(readerVersion().utf8))
    case "--self-test": exit(testSandbox() ? 0 : 1)
    case "--render": exit(RenderingCommand.run(Array(arguments.dropFirst())))
    case "--serve": serve(Array(arguments.dropFirst()))
    default: exit(answer(arguments))
    }
  }

  private static func limitThreads() {
    let name = "OMP_THREAD_LIMIT"
    if let value = getenv(name), String(cString: value) == "1" { return }
    setenv(name, "1", 1)
    let words = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", words)
    // Without /proc it goes on with many threads, which costs time only.
  }

  private static func serve(_ arguments: [String]) {
    guard let order = ReadingOrder(arguments) else { exit(misused()) }
    var zygote = Zygote(languages: order.plan.languages)
    zygote.serve { answer($0, $1, beside: $2) }
  }

  /// Reads the document while so many others are read; returns the exit status.
  private static func answer(
    _ arguments: [String],
    _ recognisers: Recognisers = Recognisers(),
    beside others: Int = 0
  ) -> Int32 {
    guard let order = ReadingOrder(arguments) else { return misused() }
    do throws(Problem) {
      // Nobody looks at more than the first bytes yet: a crew gets its copies, and each enters the sandbox.
      let source = try SourceBytes(reading: STDIN_FILENO, limit: order.limits.fileBytes)
      let crew = PageCrew(
        for: source,
        beside: others,
        plan: order.plan,
        limits: order.limits,
        recognisers: recognisers
      )
      try Sandbox.enter(limits: order.limits)
      let document = try Readers.read(
        source,
        plan: order.plan,
        limits: order.limits,
        recognisers: recognisers,
        crew: crew
      ) {
        AnswerLine.write(.progress(done: $0, of: $1))
        Sandbox.grantNextPage(order.limits)
      }
      return AnswerLine.write(document.answer) ? 0 : 74
    } catch {
      return AnswerLine.write(.refused(error)) ? 0 : 74
    }
  }

  private static func misused() -> Int32 {
    AnswerLine.complain("usage: facturier-reader [--serve] --plan JSON [--limits JSON] < FILE")
    return 64
  }

  private static func testSandbox() -> Bool {
    do throws(Problem) {
      try Sandbox.enter(limits: ReadingLimits())
    } catch {
      AnswerLine.complain(error.code)
      return false
    }
    let report = Sandbox.report()
    AnswerLine.write(Array((try? JSONEncoder().encode(report)) ?? Data()))
    return report.holds
  }
}
