// PageCode.swift — a bar code or QR code on a page.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A bar code or QR code on a page: what it says is exact.
package struct PageCode: Hashable, Sendable, Codable {
  /// As we name the symbology: "qr", "code-128", "code-39", "itf", "ean-13".
  package let kind: String
  /// Of the page, from 1.
  package let page: Int
  package let box: Box
  package let text: String

  package init(kind: String, page: Int, box: Box, text: String) {
    self.kind = kind
    self.page = page
    self.box = box
    self.text = text
  }
}
