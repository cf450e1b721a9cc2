// Examinations+Machine.swift — checks of what the machine offers.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Invoicing
import Service

extension Examination {
  /// A clock that stands before this program was written makes wrong dates.
  static let clock = Examination(name: "clock") { _ in
    let now = timestamp()
    guard let day = CalendarDate(iso: now.prefix(10)), day.year >= 2025, day.year < 2100 else {
      return .bad(Problem(.fault, "clock-wrong", ["now": now]))
    }
    return .good(now)
  }

  static let reader = Examination(name: "reader") { _ in
    do throws(Problem) {
      let reader = try ReaderProcess()
      return .good(reader.executable + "  " + (await reader.version()))
    } catch {
      return .bad(error)
    }
  }

  /// The reader tries in its own sandbox what must fail there.
  static let sandbox = Examination(name: "sandbox") { session in
    guard let path = try? ReaderProcess().executable else {
      return .bad(Problem(.fault, "reader-missing", ["path": "facturier-reader"]))
    }
    let result = await runProgram(path, ["--self-test"])
    return result.status == 0
      ? .good(session.phrases.say("sandbox-holds"))
      : .bad(Problem(.fault, "sandbox-incomplete", ["promises": brokenPromises(result.output)]))
  }

  static let languages = Examination(name: "languages") { session in
    let wanted = session.configuration.readingLanguages
    guard let installed = RecognitionLanguages.installed() else {
      return .bad(Problem(.fault, "tesseract-data-missing"))
    }
    let missing = wanted.filter { !installed.contains($0) }
    guard missing.isEmpty else {
      let packages = missing.map { "tesseract-ocr-\($0)" }.joined(separator: " ")
      let arguments = ["languages": missing.joined(separator: ", "), "packages": packages]
      let problem = Problem(.fault, "tesseract-language-missing", arguments)
      return missing.count == wanted.count ? .bad(problem) : .doubtful(problem)
    }
    return .good(wanted.joined(separator: ", "))
  }

  /// A watch for each inbox is enough; machines with many editors run out of them.
  static let watches = Examination(name: "watches") { _ in
    let path = "/proc/sys/fs/inotify/max_user_watches"
    guard let text = try? FileText.read(path), let limit = Int(text.trimmingBlanks()) else {
      return .doubtful(Problem(.fault, "inotify-unknown"))
    }
    return limit >= 128
      ? .good(String(limit))
      : .doubtful(Problem(.fault, "inotify-limit-low", ["limit": String(limit)]))
  }
}

/// The promises of the sandbox that do not hold, by the reader's JSON report; "unknown" without one.
func brokenPromises(_ report: String) -> String {
  guard let held = try? JSONDecoder().decode([String: Bool].self, from: Data(report.utf8)) else {
    return "unknown"
  }
  return held.filter { !$0.value }.keys.sorted().joined(separator: ", ")
}

/// Runs a program and returns its exit status (-1 when it did not start) and its output.
private func runProgram(
  _ path: String,
  _ arguments: [String]
) async -> (status: Int32, output: String) {
  let run = try? await blocking { () throws(Problem) in
    let program = Process()
    let pipe = Pipe()
    program.executableURL = URL(fileURLWithPath: path)
    program.arguments = arguments
    program.standardOutput = pipe
    program.standardError = FileHandle.nullDevice
    guard (try? program.run()) != nil else { return (Int32(-1), "") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    return (program.terminationStatus, String(decoding: output, as: UTF8.self))
  }
  return run ?? (-1, "")
}
