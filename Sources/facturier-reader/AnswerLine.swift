// AnswerLine.swift — lines on standard output.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc
internal import Invoicing
internal import Reading

/// Writes lines on standard output, each whole; false when nobody takes them.
enum AnswerLine {
  /// One answer as JSON with its keys in order: the same answer is the same line.
  @discardableResult
  static func write(_ answer: ReadingAnswer) -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(answer) else { return false }
    return write([UInt8](line))
  }

  /// An answer and the bytes that it announces.
  static func write(_ answer: RenderingAnswer, before bytes: [UInt8]) -> Bool {
    guard let line = try? JSONEncoder().encode(answer), write([UInt8](line)) else { return false }
    return writeAll(bytes, to: STDOUT_FILENO)
  }

  @discardableResult
  static func write(_ line: [UInt8]) -> Bool {
    writeAll(line, to: STDOUT_FILENO) && writeAll([10], to: STDOUT_FILENO)
  }

  /// A sentence for whoever called by hand, on standard error.
  static func complain(_ sentence: String) {
    _ = writeAll(Array(sentence.utf8) + [10], to: STDERR_FILENO)
  }
}
