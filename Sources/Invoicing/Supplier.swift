// Supplier.swift — a supplier as the master file knows it.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A supplier of the master file.
package struct Supplier: Hashable, Sendable, Codable {
  /// The code of the accounting package, "F00107": unique in the master.
  package let code: String
  package let name: String
  /// With the country's prefix.
  package let vatID: String?
  package let siren: String?
  package let ibans: [String]
  /// ISO 3166-1 alpha-2.
  package let country: String?
  /// The expense account that its invoices are usually booked on.
  package let defaultAccount: String?
  package let currency: Currency?

  package init(
    code: String,
    name: String,
    vatID: String? = nil,
    siren: String? = nil,
    ibans: [String] = [],
    country: String? = nil,
    defaultAccount: String? = nil,
    currency: Currency? = nil
  ) {
    self.code = code
    self.name = name
    self.vatID = vatID
    self.siren = siren
    self.ibans = ibans
    self.country = country
    self.defaultAccount = defaultAccount
    self.currency = currency
  }
}

/// What a list of suppliers may tell besides code and name.
package enum SupplierColumn: String, CaseIterable, Hashable, Sendable, Codable {
  case vatID, siren, ibans, country, defaultAccount, currency

  /// Every column.
  package static let all = Set(allCases)
}

extension Supplier {
  /// The supplier as a list with these columns tells it; the rest as it was known.
  package func keeping(_ known: Supplier, besides columns: Set<SupplierColumn>) -> Supplier {
    func source(_ column: SupplierColumn) -> Supplier { columns.contains(column) ? self : known }
    return Supplier(
      code: code,
      name: name,
      vatID: source(.vatID).vatID,
      siren: source(.siren).siren,
      ibans: source(.ibans).ibans,
      country: source(.country).country,
      defaultAccount: source(.defaultAccount).defaultAccount,
      currency: source(.currency).currency
    )
  }
}
