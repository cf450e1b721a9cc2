// Sender.swift — the mail must come from where the seller's mails come from (domain: F24).
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

extension HistoryCheck {
  /// The sender's domain is one that brought approved invoices of this seller; one that differs from
  /// them by a single slip is meant to be taken for it.
  static let sender = HistoryCheck(codes: ["sender-changed", "sender-lookalike"]) { compared in
    let known = compared.history.mailDomains
    guard let domain = compared.mail?.domain, !known.isEmpty, !known.contains(domain) else {
      return []
    }
    let alike = known.sorted().first { editDistance($0, domain) == 1 || isPunycode(domain) }
    return [
      Finding(
        alike == nil ? .info : .warning,
        alike == nil ? "sender-changed" : "sender-lookalike",
        ["found": domain, "known": alike ?? known.min() ?? ""]
      )
    ]
  }

  /// Letters of other alphabets, which may look like ours (RFC 3492).
  private static func isPunycode(_ domain: String) -> Bool {
    domain.split(separator: ".").contains { $0.hasPrefix("xn--") }
  }
}
