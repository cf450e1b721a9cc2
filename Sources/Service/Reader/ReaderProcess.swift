// ReaderProcess.swift — reads one document in a throw-away process of its own.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc
package import Invoicing

/// What became of one reading.
package enum ReaderOutcome: Sendable {
  case read(Document)
  /// The reader looked and refused.
  case refused(Problem)
  /// The reader died, outlasted its time or answered rubbish; the document may be the cause. The
  /// problem is what it is refused with once its attempts are spent; `detail` is for the journal.
  case failed(Problem, detail: String)
  /// We stopped it ourselves; the attempt does not count.
  case cancelled
}

/// Starts `facturier-reader` for one document at a time and reads its answer.
///
/// Children are forked by a zygote that has the recognition data loaded, where one is kept, else
/// started by posix_spawn(3): standard input is an open file of the archive, the child leads a group
/// that is killed as one, and nothing else is inherited.
package struct ReaderProcess: Sendable {
  package let executable: String
  package let limits: ReaderLimits
  private let environment: [String]
  /// Where children come from while it can; nil: from nowhere but ourselves.
  let zygote: ReaderZygote?

  /// The reader of this path, or the one that belongs to this executable.
  ///
  /// - Parameters:
  ///   - executable: its path.
  ///   - limits: what one document may cost.
  ///   - plan: keeps readers of this plan ready to start; worth it for more than a few documents.
  /// - Throws: fault `reader-missing` {path}.
  package init(
    executable: String? = nil,
    limits: ReaderLimits = ReaderLimits(),
    readyFor plan: ReadingPlan? = nil
  ) throws(Problem) {
    let found = executable ?? Self.candidates.first { access($0, X_OK) == 0 }
    guard let found, access(found, X_OK) == 0 else {
      let path = executable ?? Self.candidates.joined(separator: ", ")
      throw Problem(.fault, "reader-missing", ["path": path])
    }
    self.executable = found
    self.limits = limits
    environment = Self.minimalEnvironment
    zygote = plan.map { [environment] in
      ReaderZygote(found, Self.arguments(for: $0), environment)
    }
  }

  private static func arguments(for plan: ReadingPlan) -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return ["--plan", String(decoding: (try? encoder.encode(plan)) ?? Data(), as: UTF8.self)]
  }

  /// Beside our own executable, else in libexec.
  private static var candidates: [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: bytes, as: UTF8.self)
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    return ["/\(folder)/facturier-reader", "/usr/libexec/facturier/facturier-reader"]
  }

  /// OMP_THREAD_LIMIT must be there before exec: libgomp reads it once.
  private static var minimalEnvironment: [String] {
    let inherited = ["PATH", "LANG", "TESSDATA_PREFIX"].compactMap { name in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
    return ["OMP_THREAD_LIMIT=1"] + inherited
  }

  /// Reads the file at `path`: an original in the archive, or any file that a person named.
  ///
  /// - Parameters:
  ///   - path: of a regular file.
  ///   - plan: how it is to be read.
  ///   - onProgress: pages done and pages in all, on any thread.
  /// - Returns: what became of it.
  /// - Throws: fault `file-failed` {operation, place, errno}, `reader-missing` {path}, and the faults that the
  ///   reader reports.
  package func read(
    path: String,
    plan: ReadingPlan,
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(Problem) -> ReaderOutcome {
    let child = child(arguments: Self.arguments(for: plan))
    let cancellation = Cancellation()
    let result: Result<ReaderOutcome, Problem> = await withTaskCancellationHandler {
      do throws(Problem) {
        return .success(
          try await blocking { () throws(Problem) in
            let file = try openForReading(path)
            func run(_ zygote: ReaderZygote?) -> ChildProcess.Result {
              child.run(input: file.descriptor, zygote: zygote, cancellation: cancellation) {
                guard case .progress(let done, let total) = Self.answer(in: $0, upTo: 256) else {
                  return false
                }
                onProgress(done, total)
                return true
              }
            }
            let first = run(zygote)
            // What became of it nobody saw: only a child of our own can tell.
            return try outcome(of: first.ending == .lost ? run(nil) : first)
          }
        )
      } catch {
        return .failure(error)
      }
    } onCancel: {
      cancellation.request()
    }
    return try result.get()
  }

  private func outcome(of result: ChildProcess.Result) throws(Problem) -> ReaderOutcome {
    let detail = displayName(result.errors)
    switch result.ending {
    case .cancelled, .lost: return .cancelled
    case .notStarted(let code):
      throw Problem(.fault, "reader-missing", ["path": executable, "errno": String(code)])
    case .outOfTime:
      let problem = Problem(.refusal, "reader-timeout", ["seconds": String(limits.seconds)])
      return .failed(problem, detail: detail)
    case .outOfBounds:
      return .failed(Problem(.refusal, "reader-crashed", ["how": "output-limit"]), detail: detail)
    case .signalled(let signal):
      let problem = Problem(.refusal, "reader-crashed", ["how": "signal \(signal)"])
      return .failed(problem, detail: detail)
    case .exited(let code):
      if let answer = Self.answer(in: result.output) { return try answer.outcome() }
      let problem = Problem(.refusal, "reader-crashed", ["how": "exit \(code)"])
      return .failed(problem, detail: detail)
    }
  }

  /// The version that the reader tells, the key of what it has read; "0" when it tells none.
  package func version() async -> String {
    var child = child(arguments: ["--version"])
    child.seconds = min(limits.seconds, 10)
    let versioning = child
    let result = try? await blocking { () throws(Problem) in
      let nothing = try openForReading("/dev/null")
      return versioning.run(input: nothing.descriptor, cancellation: Cancellation())
    }
    guard let result, result.ending == .exited(0) else { return "0" }
    let line = result.output.prefix(80).prefix { $0 >= 32 }
    return line.isEmpty ? "0" : displayName(Array(line))
  }

  /// A child of these arguments; `outputBytes` where it may write more than a reading.
  func child(arguments: [String], outputBytes: Int? = nil) -> ChildProcess {
    ChildProcess(
      executable: executable,
      arguments: arguments,
      environment: environment,
      seconds: limits.seconds,
      outputBytes: outputBytes ?? limits.outputBytes,
      errorBytes: 8 << 10
    )
  }

  /// The last line, if it is an answer: lines of progress come before it.
  private static func answer(in output: [UInt8]) -> ReadingAnswer? {
    let lines = output.split(separator: UInt8(ascii: "\n"))
    guard let last = lines.last, let answer = answer(in: last, upTo: .max) else { return nil }
    if case .progress = answer { return nil }
    return answer
  }

  /// The answer on a line of at most so many bytes.
  private static func answer(in line: ArraySlice<UInt8>, upTo limit: Int) -> ReadingAnswer? {
    guard line.count <= limit else { return nil }
    return try? JSONDecoder().decode(ReadingAnswer.self, from: Data(line))
  }
}

extension ReadingAnswer {
  /// A fault that the reader reports (a language is missing) is ours, not the document's.
  fileprivate func outcome() throws(Problem) -> ReaderOutcome {
    switch self {
    case .read(let document): return .read(document)
    case .refused(let problem) where problem.kind == .refusal: return .refused(problem)
    case .refused(let problem): throw problem
    case .progress: return .cancelled
    }
  }
}

/// Opens a file for reading.
///
/// - Throws: fault `file-failed` {operation, place, errno}.
func openForReading(_ path: String) throws(Problem) -> OpenFile {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
  guard descriptor >= 0 else {
    throw fileProblem("open", "document")
  }
  return OpenFile(descriptor)
}
