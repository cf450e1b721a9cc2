// ExitStatus.swift — what the process ends with, a stable interface for scripts.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Invoicing

/// The exit codes of every command; the numbers from 64 are those of sysexits.h.
enum ExitStatus: Int32, CaseIterable {
  case ok = 0
  /// It worked; something needs a person.
  case needsPerson = 1
  /// A document was refused.
  case refused = 3
  /// EX_USAGE: the command line is wrong.
  case usage = 64
  /// EX_SOFTWARE: a bug of ours.
  case bug = 70
  /// EX_TEMPFAIL: the surroundings failed; trying again later may work.
  case surroundings = 75
  /// EX_CONFIG: the configuration or a rule file is wrong.
  case configuration = 78

  /// The status that a problem ends with.
  init(_ problem: Problem) {
    self =
      switch problem.kind {
      case .refusal: .refused
      case .fault: .surroundings
      case .usage: .usage
      case .configuration: .configuration
      }
  }

  /// Ends the command with this status; ok returns.
  func end() throws {
    guard self != .ok else { return }
    throw ExitCode(rawValue)
  }
}
