// SupplierIndex.swift — the supplier master, ready to be asked.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Suppliers by everything that identifies them.
///
/// Made once for a master, asked for every invoice.
package struct SupplierIndex: Hashable, Sendable {
  package let suppliers: [Supplier]
  let byIBAN: [String: [Int]]
  let bySIREN: [String: [Int]]
  let byVATID: [String: [Int]]
  let byName: [String: [Int]]
  let names: [PartyName]

  package init(_ suppliers: [Supplier]) {
    self.suppliers = suppliers
    names = suppliers.map { PartyName($0.name) }
    byIBAN = Self.index(suppliers) { $0.ibans.map(asciiLettersAndDigits) }
    bySIREN = Self.index(suppliers) { supplier in [sirenOf(supplier)].compactMap { $0 } }
    byVATID = Self.index(suppliers) { supplier in
      [supplier.vatID.map(asciiLettersAndDigits)].compactMap { $0 }
    }
    byName = Dictionary(grouping: names.indices, by: { [names] in names[$0].key })
  }

  private static func index(
    _ suppliers: [Supplier],
    by keys: (Supplier) -> [String]
  ) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (place, supplier) in suppliers.enumerated() {
      for key in Set(keys(supplier)) where !key.isEmpty { index[key, default: []].append(place) }
    }
    return index
  }
}

/// The SIREN in a SIREN, a SIRET or a French VAT id; nil for anything else.
func siren(in identifier: String) -> String? {
  let text = asciiLettersAndDigits(identifier)
  let digits = text.hasPrefix("FR") ? String(text.dropFirst(4)) : text
  guard digits.allSatisfy(\.isNumber) else { return nil }
  if digits.count == 14, !text.hasPrefix("FR") { return String(digits.prefix(9)) }
  return digits.count == 9 ? digits : nil
}

func sirenOf(_ supplier: Supplier) -> String? {
  supplier.siren.flatMap(siren)
    ?? supplier.vatID.flatMap { id in
      asciiLettersAndDigits(id).hasPrefix("FR") ? siren(in: id) : nil
    }
}
