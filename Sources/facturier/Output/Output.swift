// Output.swift — the two streams: data for programs, messages for people.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// A standard stream by its descriptor, written with write(2).
enum Output: CInt {
  case data = 1
  case messages = 2

  /// Writes a line.
  func print(_ line: String = "") { write(line + "\n") }

  /// Writes a text as it is.
  ///
  /// A reader that went away (`facturier list | head`) ends the process quietly; any other failure
  /// ends it as failed surroundings, since half an answer must not look like a whole one.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes, with the same care.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var descriptor = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&descriptor, 1, 1000)
      } else if errno == EPIPE || self == .messages {
        return endAfterFailure(errno == EPIPE)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        Output.messages.print("facturier: standard output: \(reason)")
        exit(ExitStatus.surroundings.rawValue)
      }
    }
  }

  /// Messages that cannot be written are not worth stopping for.
  private func endAfterFailure(_ isReaderGone: Bool) {
    if isReaderGone, self == .data { exit(ExitStatus.ok.rawValue) }
  }

  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Columns of the terminal; 80 where there is none.
  var width: Int {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }
}
