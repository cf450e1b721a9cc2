// PageOrder.swift — what a crew and its members tell each other.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Invoicing

/// What a member of a crew is to read: a line of JSON.
struct PageOrder: Codable {
  /// From 0.
  let index: Int
  /// As the first page left them, the likeliest first.
  let languages: [String]
}

/// What became of it: a line of JSON.
struct PageAnswer: Codable {
  let index: Int
  let result: Result

  enum Result: Codable {
    case read(ReadPage)
    case refused(Problem)
  }
}

/// One end of a stream of JSON lines.
struct JSONLines {
  let descriptor: CInt
  private var pending: [UInt8] = []
  /// Up to where in the pending bytes the end of a line was looked for.
  private var searched = 0

  /// A longer line is nobody's answer.
  private static let longest = 64 << 20

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  /// Writes a value as a line; false when nobody takes it.
  func write(_ value: some Encodable) -> Bool {
    guard let line = try? JSONEncoder().encode(value) else { return false }
    return writeAll([UInt8](line) + [10], to: descriptor)
  }

  /// Waits for bytes; false when there will be none.
  mutating func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    let count = readSome(descriptor, into: &buffer)
    guard count > 0, pending.count + count <= Self.longest else { return false }
    pending += buffer.prefix(count)
    return true
  }

  /// The next value that has come whole, or nil; what cannot be decoded is passed over.
  mutating func next<Value: Decodable>(_ type: Value.Type) -> Value? {
    while let end = pending[searched...].firstIndex(of: 10) {
      let line = Data(pending[..<end])
      pending.removeFirst(end + 1)
      searched = 0
      if let value = try? JSONDecoder().decode(type, from: line) { return value }
    }
    searched = pending.count
    return nil
  }
}
