// StopSignals.swift — SIGTERM and SIGINT as a call instead of the end of the process.
// Facturier. SPDX-License-Identifier: Apache-2.0
@preconcurrency internal import Dispatch
internal import Glibc

/// Calls a closure at SIGTERM and SIGINT as long as it lives, instead of ending the process.
final class StopSignals: Sendable {
  private let sources: [any DispatchSourceSignal]

  init(onStop: @escaping @Sendable () -> Void) {
    sources = Self.numbers.map { number in
      // Otherwise the default action ends the process before the source is told.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: onStop)
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.numbers { signal(number, SIG_DFL) }
  }

  private static let numbers = [SIGTERM, SIGINT]
}
