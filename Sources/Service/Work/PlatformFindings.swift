// PlatformFindings.swift — what the French reform and its platforms have to say about an invoice.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing

/// What the French reform and its platforms have to say about one invoice.
struct PlatformFindings: Sendable {
  let register: Register
  /// Who we are; nil: the reform is not asked.
  let company: Company?

  /// Findings that are made here.
  static let codes: Set<String> = [
    "lifecycle-ended", "lifecycle-paid", "lifecycle-contested", "not-from-platform",
  ]

  /// - Throws: faults of the register.
  func findings(
    _ draft: Draft,
    arrival: ArrivalChannel
  ) async throws(Problem) -> [Finding] {
    let key = InvoiceKey(draft)
    let statuses = lifecycleFindings(try await register.lifecycle(of: key))
    guard arrival != .platform, isOfReform(draft) else { return statuses }
    guard let day = draft[.issueDate], let large = Self.largeSend, let all = Self.allSend,
      day >= large
    else { return statuses }
    let usesPlatform = try await register.usesPlatform(key)
    return day >= all || usesPlatform
      ? statuses + [Finding(.warning, "not-from-platform")] : statuses
  }

  /// From these days large companies, and all, must send electronic invoices.
  private static let largeSend = CalendarDate(iso: "2026-09-01")
  private static let allSend = CalendarDate(iso: "2027-09-01")

  /// Between two French companies, and not a file of the reform itself that somebody fetched from the
  /// platform and dropped.
  private func isOfReform(_ draft: Draft) -> Bool {
    guard company?.country == "FR", draft[.businessProcess] == nil else { return false }
    let vatID = draft[.sellerVATID] ?? ""
    let siren = vatID.hasPrefix("FR") ? SIREN(String(vatID.suffix(9))) : nil
    let legalID = String((draft[.sellerLegalID] ?? "").prefix(9))
    return siren != nil || SIREN(legalID) != nil && (draft[.sellerCountry] ?? "FR") == "FR"
  }

  private func lifecycleFindings(_ events: [LifecycleEvent]) -> [Finding] {
    func finding(_ event: LifecycleEvent?, _ severity: Severity, _ code: String) -> Finding? {
      event.map { Finding(severity, code, ["status": $0.status, "reason": $0.reason]) }
    }
    let last = events.last
    return [
      finding(events.last { $0.meaning == .ended }, .blocking, "lifecycle-ended"),
      finding(events.last { $0.meaning == .paid }, .blocking, "lifecycle-paid"),
      finding(last?.meaning == .contested ? last : nil, .warning, "lifecycle-contested"),
    ].compactMap { $0 }
  }
}
