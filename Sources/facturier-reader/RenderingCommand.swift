// RenderingCommand.swift — draws a file that has been read.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc
internal import Invoicing
internal import Reading

/// `--render ORDER [--limits JSON]`: a `RenderingOrder` is carried out on standard input.
///
/// The answer is a line of JSON, a `RenderingAnswer`, and what was made.
enum RenderingCommand {
  /// Returns the exit status: 0 when it answered.
  static func run(_ arguments: [String]) -> Int32 {
    let limits = arguments.count == 3 && arguments[1] == "--limits" ? arguments[2] : "{}"
    guard arguments.count == 1 || arguments.count == 3,
      let order = decoded(RenderingOrder.self, arguments[0]),
      let limits = decoded(ReadingLimits.self, limits)
    else { return 64 }
    do throws(Problem) {
      try Sandbox.enter(limits: limits)
      let most = limits.fileBytes + order.bytesBefore
      let source = try SourceBytes(reading: STDIN_FILENO, limit: most)
      let made = try Rendering.bytes(for: order, from: source, limits: limits) {
        Sandbox.grantNextPage(limits)
      }
      return AnswerLine.write(.made(bytes: made.count), before: made) ? 0 : 74
    } catch {
      return AnswerLine.write(.refused(error), before: []) ? 0 : 74
    }
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) -> Value? {
    try? JSONDecoder().decode(type, from: Data(json.utf8))
  }
}

extension RenderingOrder {
  /// How much stands before the file.
  fileprivate var bytesBefore: Int {
    switch self {
    case .preview, .sheet, .contents: 0
    case .searchablePDF(let documentBytes): max(0, documentBytes)
    }
  }
}
