// SupplierResolution.swift — which supplier of the master an invoice is from.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Who the seller is, and how we know.
package struct SupplierResolution: Hashable, Sendable {
  /// The rungs of the ladder, the surest first.
  package enum Means: String, Hashable, Sendable, Codable, CaseIterable {
    case iban
    case legalID = "legal_id"
    case vatID = "vat_id"
    case name
    case nearName = "near_name"
  }

  /// Nil when nobody fits.
  package let supplier: Supplier?
  /// The surest rung that led to the supplier.
  package let means: Means?
  /// `supplier-identity-conflict` where two rungs lead to different suppliers: blocking between
  /// account, number and VAT id, a warning where only the name says otherwise.
  package let findings: [Finding]

  package static let unknown = SupplierResolution(supplier: nil, means: nil, findings: [])
}

/// Finds the supplier of a draft among the master: IBAN, SIREN or SIRET, VAT id, name, near name.
///
/// The supplier that most rungs lead to is taken, between equals that of the surest rung. A
/// disagreement is told, never passed over. Near names count only where nothing else leads anywhere,
/// and never against a SIREN.
package func resolveSupplier(_ draft: Draft, among master: SupplierIndex) -> SupplierResolution {
  let steps = rungs(of: draft, in: master)
  guard let winner = winner(of: steps) else { return nearName(draft, master) }
  let supplier = master.suppliers[winner.place]
  let conflicts = steps.filter { !$0.places.contains(winner.place) }
  let findings = conflicts.compactMap { step in
    conflict(step, against: winner.means, supplier: supplier, master)
  }
  return SupplierResolution(supplier: supplier, means: winner.means, findings: findings)
}

/// The same for a master that is asked only once.
package func resolveSupplier(_ draft: Draft, among suppliers: [Supplier]) -> SupplierResolution {
  resolveSupplier(draft, among: SupplierIndex(suppliers))
}

/// A rung that led somewhere: usually to one supplier, to several where a factor shares an account.
private struct Rung {
  let means: SupplierResolution.Means
  let places: [Int]
}

private func rungs(of draft: Draft, in master: SupplierIndex) -> [Rung] {
  let iban = draft[.iban].map(asciiLettersAndDigits)
  let legal = draft[.sellerLegalID].flatMap(siren)
  let vat = draft[.sellerVATID].map(asciiLettersAndDigits)
  let vatSIREN = vat.flatMap { $0.hasPrefix("FR") ? siren(in: $0) : nil }
  let name = draft[.sellerName].map { PartyName($0).key }
  let found: [(SupplierResolution.Means, [Int]?)] = [
    (.iban, iban.flatMap { master.byIBAN[$0] }),
    (.legalID, legal.flatMap { master.bySIREN[$0] }),
    (.vatID, vat.flatMap { master.byVATID[$0] } ?? vatSIREN.flatMap { master.bySIREN[$0] }),
    (.name, name.flatMap { $0.isEmpty ? nil : master.byName[$0] }),
  ]
  return found.compactMap { means, places in places.map { Rung(means: means, places: $0) } }
}

/// The supplier with the most rungs; nil when even they leave several.
private func winner(of rungs: [Rung]) -> (place: Int, means: SupplierResolution.Means)? {
  var votes: [Int: Int] = [:]
  for place in rungs.flatMap(\.places) { votes[place, default: 0] += 1 }
  guard let most = votes.values.max() else { return nil }
  for rung in rungs {
    let best = rung.places.filter { votes[$0] == most }
    if best.count == 1, let place = best.first { return (place, rung.means) }
    if best.count > 1 { return nil }
  }
  return nil
}

private func conflict(
  _ rung: Rung,
  against means: SupplierResolution.Means,
  supplier: Supplier,
  _ master: SupplierIndex
) -> Finding? {
  guard let other = rung.places.first.map({ master.suppliers[$0] }) else { return nil }
  return Finding(
    rung.means == .name || means == .name ? .warning : .blocking,
    "supplier-identity-conflict",
    field: Field.sellerName.name,
    [
      "by": means.rawValue, "supplier": supplier.code,
      "otherBy": rung.means.rawValue, "other": other.code,
    ]
  )
}

/// The one supplier whose name is near, clearly nearer than the next.
private func nearName(_ draft: Draft, _ master: SupplierIndex) -> SupplierResolution {
  guard let text = draft[.sellerName], case let name = PartyName(text), !name.isEmpty else {
    return .unknown
  }
  let scored = master.names.indices
    .map { (place: $0, likeness: name.similarity(to: master.names[$0])) }
    .filter { $0.likeness >= 900 }
    .sorted { ($1.likeness, $0.place) < ($0.likeness, $1.place) }
  guard let best = scored.first, scored.count == 1 || best.likeness - scored[1].likeness >= 30
  else { return .unknown }
  let supplier = master.suppliers[best.place]
  let printed = draft[.sellerLegalID].flatMap(siren) ?? draft[.sellerVATID].flatMap(siren)
  if let printed, let known = sirenOf(supplier), printed != known { return .unknown }
  return SupplierResolution(supplier: supplier, means: .nearName, findings: [])
}
