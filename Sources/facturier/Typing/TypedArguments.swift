// TypedArguments.swift — dates, amounts and entries among a command's arguments.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing

/// A date as people type it.
struct DateArgument: ExpressibleByArgument, Hashable {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = TypedDate.date(argument) else { return nil }
    self.date = date
  }
}

/// An amount as people type it, without a currency.
struct AmountArgument: ExpressibleByArgument, Hashable {
  let number: DecimalNumber

  init?(argument: String) {
    guard let number = TypedAmount.number(argument) else { return nil }
    self.number = number
  }
}

/// Finds the entries that people name: "AC000150", or "fec:AC000150" where two sources have it.
enum TypedEntries {
  /// - Throws: usage `no-such-entry` {id}, `entry-ambiguous` {id, sources}; faults of the register.
  static func ids(
    _ typed: [String],
    in register: Register
  ) async throws(Problem) -> [LedgerEntryID] {
    var ids: [LedgerEntryID] = []
    for text in typed { ids.append(try await id(text, in: register)) }
    return ids
  }

  private static func id(
    _ text: String,
    in register: Register
  ) async throws(Problem) -> LedgerEntryID {
    let found = Set(try await register.entries(printedID: text).map(\.id)).sorted()
    if found.count > 1 {
      let sources = found.map(\.source).joined(separator: ", ")
      throw Problem(.usage, "entry-ambiguous", ["id": text, "sources": sources])
    }
    if let only = found.first { return only }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      let id = LedgerEntryID(source: parts[0], id: parts[1])
      if try await register.entry(id) != nil { return id }
    }
    throw Problem(.usage, "no-such-entry", ["id": text])
  }
}
