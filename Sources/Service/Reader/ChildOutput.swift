// ChildOutput.swift — the reading end of a child's output, and pairs of descriptors.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The reading end of a child's output, with the bytes that came so far.
struct ChildOutput {
  private(set) var readEnd: CInt = -1
  private(set) var writeEnd: CInt = -1
  private(set) var bytes: [UInt8] = []
  /// Where the line begins that is not complete yet, and up to where its end was looked for.
  private var lineStart = 0
  private var searched = 0
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    guard let ends = connectedPair(blocking: true) else { return }
    (readEnd, writeEnd) = ends
  }

  var isOpen: Bool { readEnd >= 0 }

  mutating func closeWriteEnd() {
    close(writeEnd)
    writeEnd = -1
  }

  /// No more is wanted of it.
  mutating func closeReadEnd() {
    if isOpen { close(readEnd) }
    readEnd = -1
  }

  /// Takes what is there; false when it leaves the limit, unless the rest is to be dropped.
  mutating func take(keepingOnlyLimit: Bool) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(readEnd, &buffer, buffer.count)
    if count < 0, errno == EINTR { return true }
    guard count > 0 else {
      closeReadEnd()
      return true
    }
    bytes.append(contentsOf: buffer.prefix(min(count, limit - bytes.count)))
    return keepingOnlyLimit || bytes.count < limit
  }

  /// The next complete line without its end, or nil.
  mutating func nextLine() -> ArraySlice<UInt8>? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    defer { (lineStart, searched) = (end + 1, end + 1) }
    return bytes[lineStart..<end]
  }
}

/// Two connected descriptors that no child inherits, or nil.
///
/// A pair of sockets and not a pipe: their flag is set as they are made, so that a child that another
/// thread starts meanwhile cannot keep them open (pipe2(2) is hidden from Swift).
///
/// - Parameters:
///   - blocking: whether reading waits.
///   - packets: whether what is written at once is read at once, as packets with their borders.
/// - Returns: both ends.
func connectedPair(blocking: Bool, packets: Bool = false) -> (CInt, CInt)? {
  var ends: [CInt] = [-1, -1]
  let kind = packets ? SOCK_SEQPACKET.rawValue : SOCK_STREAM.rawValue
  let flags = SOCK_CLOEXEC.rawValue | (blocking ? 0 : SOCK_NONBLOCK.rawValue)
  return socketpair(AF_UNIX, Int32(kind | flags), 0, &ends) == 0 ? (ends[0], ends[1]) : nil
}
