// SIRET.swift — the number of an establishment of a French company (INSEE).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The number of an establishment: a SIREN and five digits (NIC), fourteen digits with a Luhn check.
package struct SIRET: CheckedIdentifier {
  package let compact: String
  /// The company it belongs to.
  package let siren: SIREN

  package init?(_ text: String) {
    guard let bytes = compacted(text), bytes.count == 14, let digits = digitValues(bytes),
      let siren = SIREN(asciiText(bytes.prefix(9)))
    else { return nil }
    // La Poste has more establishments than Luhn leaves: there the sum of digits divides by 5.
    let isPostOffice = siren.compact == "356000000" && digits.reduce(0, +) % 5 == 0
    guard isPostOffice || CheckSums.luhn(digits) == 0 else { return nil }
    compact = asciiText(bytes)
    self.siren = siren
  }

  /// As people print it: "732 829 320 00074".
  package var grouped: String { siren.grouped + " " + compact.suffix(5) }
}
