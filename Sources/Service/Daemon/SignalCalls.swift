// SignalCalls.swift — signals as calls instead of the end of the process.
// Facturier. SPDX-License-Identifier: Apache-2.0
@preconcurrency internal import Dispatch
internal import Glibc

/// Calls a closure at some signals as long as it lives, instead of ending the process.
final class SignalCalls: Sendable {
  /// What asks a daemon to end.
  static let stop = [SIGTERM, SIGINT]
  /// What asks a daemon to read its configuration again.
  static let reload = [SIGHUP]

  private let numbers: [CInt]
  private let sources: [any DispatchSourceSignal]

  init(at numbers: [CInt], call: @escaping @Sendable () -> Void) {
    self.numbers = numbers
    sources = numbers.map { number in
      // Otherwise the default action ends the process before the source is told.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: call)
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }
}
