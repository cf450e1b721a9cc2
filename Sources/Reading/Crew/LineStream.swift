// LineStream.swift — lines between two processes.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// One end of a stream of lines.
struct LineStream {
  let descriptor: CInt
  private var pending: [UInt8] = []
  /// Up to where in the pending bytes the end of a line was looked for.
  private var searched = 0

  /// A longer line is nobody's answer.
  private static let longest = 64 << 20

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  /// Writes a line, which has no line feed; false when nobody takes it.
  func write(_ line: [UInt8]) -> Bool { writeAll(line + [10], to: descriptor) }

  /// Waits for bytes; false when there will be none.
  mutating func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    let count = readSome(descriptor, into: &buffer)
    guard count > 0, pending.count + count <= Self.longest else { return false }
    pending += buffer.prefix(count)
    return true
  }

  /// The next line that has come whole, or nil.
  mutating func next() -> [UInt8]? {
    guard let end = pending[searched...].firstIndex(of: 10) else {
      searched = pending.count
      return nil
    }
    let line = Array(pending[..<end])
    pending.removeFirst(end + 1)
    searched = 0
    return line
  }
}
