// TemplateFailure.swift — why a template gives nothing on a document.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Why a template gives nothing at all on a document.
struct TemplateFailure: Error, Hashable {
  /// English, for the person who wrote the template.
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
