// ProcessorTime.swift — a document that asks for too much processor time is refused, not retried.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Invoicing

/// What happens when the processor time of a page (`ReadingLimits.processorSeconds`) is spent.
package enum ProcessorTime {
  /// The refusal `page-too-costly` as a line of the reader's answer.
  ///
  /// Written out: the handler of a signal may neither allocate nor encode. The line before it may
  /// not be whole.
  static let answer: StaticString = """

    {"refused":{"_0":{"arguments":{},"code":"page-too-costly","kind":"refusal"}}}

    """

  /// From now on the process answers with that refusal and ends well, instead of dying.
  ///
  /// Otherwise it would look like a crash and be tried again, to no other end.
  package static func refuseWhenSpent() {
    signal(SIGXCPU) { _ in
      let line = ProcessorTime.answer
      _exit(write(STDOUT_FILENO, line.utf8Start, line.utf8CodeUnitCount) > 0 ? 0 : 74)
    }
  }
}
