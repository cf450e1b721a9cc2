// HomeContents.swift — what the commands say of a home.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// What `status --json` says of a home.
struct HomeStatus: Decodable {
  struct Refused: Decodable {
    let document: String
    let code: String
  }

  struct NoInvoice: Decodable {
    let document: String
  }

  let counts: [String: Int]
  let quarantined: [Refused]
  let notInvoices: [NoInvoice]

  /// Documents that are not read and judged yet.
  var unsettled: Int {
    ["received", "reading", "read"].reduce(0) { $0 + counts[$1, default: 0] }
  }
}

/// An invoice of `list --json`.
struct ListedInvoice: Decodable {
  let document: String
}

/// Asks the command about a home.
struct HomeContents: Sendable {
  let command: String
  let home: FuzzHome

  /// - Throws: `BenchFailure` when the answer is not understood.
  func status() throws -> HomeStatus {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let answer = try ask(["status", "--json"])
    guard let status = try? decoder.decode(HomeStatus.self, from: answer) else {
      throw BenchFailure(
        "status --json is not understood: \(String(decoding: answer, as: UTF8.self))"
      )
    }
    return status
  }

  /// The documents that every invoice stands on.
  ///
  /// - Throws: `BenchFailure` when the answer is not understood.
  func invoices() throws -> [ListedInvoice] {
    try ask(["list", "--json"]).split(separator: 10).map { line in
      guard let invoice = try? JSONDecoder().decode(ListedInvoice.self, from: line) else {
        throw BenchFailure(
          "list --json is not understood: \(String(decoding: line, as: UTF8.self))"
        )
      }
      return invoice
    }
  }

  private func ask(_ words: [String]) throws -> Data {
    let program = Program(executable: command, arguments: ["--home", home.path] + words)
    return Data(try program.run(outputLimit: 256 << 20).output)
  }
}
