// OwnReading.swift — Facturier's reader, started as the product starts it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing

/// Facturier's reader and command.
struct OwnReading: Sendable {
  /// `facturier`.
  let command: String
  /// `facturier-reader`.
  let reader: String
  let plan: ReadingPlan
  /// A home that says nothing but the languages.
  let home: String

  /// With a home of its own in `folder`.
  ///
  /// - Throws: when the home cannot be written.
  init(command: String, reader: String, languages: [String], folder: String) throws {
    self.command = command
    self.reader = reader
    plan = ReadingPlan(languages: languages)
    home = folder + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let text = "reading:\n  languages: [\(languages.joined(separator: ", "))]\n"
    try Data(text.utf8).write(to: URL(filePath: home + "/facturier.yml"))
  }

  /// Reads the files as the daemon does: one process a document, forked by a zygote, so many at once.
  ///
  /// The wall time begins before the zygote is started: its loading counts, as tesseract's does.
  func read(_ paths: [String], hands: Int = coreCount()) throws -> Effort {
    let start = ContinuousClock.now
    let warm = try WarmReader(reader, plan: plan)
    let readings = Result { try inSlots(paths, hands: hands) { try warm.read($0) } }
    var effort = warm.end()
    effort.wall = start.duration(to: .now).inSeconds
    // Lines of progress come before the answer; what follows its first word is not looked at.
    for (path, (isWell, answer)) in zip(paths, try readings.get())
    where !isWell || !answer.contains(Array("{\"read\":".utf8)) {
      tell("not read by Facturier: \(path)")
    }
    return effort
  }

  /// The text that the command prints for each file.
  func texts(of paths: [String]) throws -> [String] {
    try inSlots(paths) { path in
      let arguments = ["--home", home, "extract", "--text", path]
      let program = Program(executable: command, arguments: arguments)
      return String(decoding: try program.run(outputLimit: 64 << 20).output, as: UTF8.self)
    }
  }
}
