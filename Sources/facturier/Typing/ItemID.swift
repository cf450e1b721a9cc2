// ItemID.swift — the number of a document or an invoice as people type it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The number of a document or an invoice: "1041" or "#1041".
struct ItemID: ExpressibleByArgument, Hashable {
  let number: Int64

  init?(argument: String) {
    guard let number = Int64(argument.hasPrefix("#") ? argument.dropFirst() : argument[...]),
      number > 0
    else { return nil }
    self.number = number
  }
}
