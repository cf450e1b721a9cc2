// ArrivalChannel.swift — by which way a document reached us.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// By which way a document reached us, the most binding first.
package enum ArrivalChannel: String, Hashable, Sendable, Codable, CaseIterable {
  /// From a plateforme agréée: its export holds what the platform has to say about the invoice.
  case platform
  case mail
  /// Dropped as a picture of paper.
  case scan
  /// Dropped as any other file.
  case upload
}
