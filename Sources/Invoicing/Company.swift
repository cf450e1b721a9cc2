// Company.swift — who we are: the buyer of every invoice of this home.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The company whose invoices these are, as the configuration names it.
package struct Company: Hashable, Sendable, Codable {
  package let name: String
  /// Former names, trade names, branches.
  package let otherNames: [String]
  /// Nine digits, or nil for a company outside France.
  package let siren: String?
  package let sirets: [String]
  /// With the country's prefix.
  package let vatIDs: [String]
  package let ibans: [String]
  /// ISO 3166-1 alpha-2.
  package let country: String
  /// From these totals with VAT on a second person approves, ascending; empty: nobody does.
  package let approvalLimits: [Money]

  package init(
    name: String,
    otherNames: [String] = [],
    siren: String? = nil,
    sirets: [String] = [],
    vatIDs: [String] = [],
    ibans: [String] = [],
    country: String = "FR",
    approvalLimits: [Money] = []
  ) {
    self.name = name
    self.otherNames = otherNames
    self.siren = siren
    self.sirets = sirets
    self.vatIDs = vatIDs
    self.ibans = ibans
    self.country = country
    self.approvalLimits = approvalLimits
  }
}
