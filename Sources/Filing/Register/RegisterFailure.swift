// RegisterFailure.swift — an error of the engine becomes a problem.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Glibc
internal import Invoicing

/// What the engine's error means for whoever called; never the contents of a row.
func problem(of error: any Error) -> Problem {
  switch error {
  case let problem as Problem: problem
  case let error as DatabaseError: problem(of: error)
  case is CancellationError: Problem(.fault, "cancelled")
  case is DecodingError: Problem(.fault, "register-damaged", ["detail": "row"])
  default: Problem(.fault, "register-failed", ["code": "\(type(of: error))"])
  }
}

private func problem(of error: DatabaseError) -> Problem {
  switch error.resultCode {
  case .SQLITE_FULL: Problem(.fault, "disk-full")
  case .SQLITE_BUSY, .SQLITE_LOCKED: Problem(.fault, "register-busy")
  case .SQLITE_CORRUPT, .SQLITE_NOTADB: Problem(.fault, "register-damaged")
  default:
    Problem(.fault, "register-failed", ["code": String(error.extendedResultCode.rawValue)])
  }
}

/// Runs the body, an error of the engine thrown as a problem.
func mapped<Value>(_ body: () throws -> Value) throws(Problem) -> Value {
  do { return try body() } catch { throw problem(of: error) }
}

/// Whether the file can be read by us.
func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }
