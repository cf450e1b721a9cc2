// PayeeKey.swift — normal forms by which the other side of a bank line is found.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Normal forms of accounts and names of payees.
package enum PayeeKey {
  /// An account without blanks.
  package static func account(_ iban: String) -> String { asciiLettersAndDigits(iban) }

  /// The first ten letters and digits of a name, or nil when it has fewer than four.
  ///
  /// Banks cut names at 24 to 70 characters, and the legal form is often left out.
  package static func name(_ name: String) -> String? {
    let letters = asciiLettersAndDigits(name)
    return letters.count < 4 ? nil : String(letters.prefix(10))
  }
}

extension LedgerEntry {
  /// The keys of a bank line's other side; empty for other entries.
  package var payeeKeys: [String] {
    guard kind == .bankLine else { return [] }
    return [partyIBAN.map(PayeeKey.account), partyName.flatMap(PayeeKey.name)].compactMap { $0 }
  }
}
