// ScalarDecomposition.swift — accents taken off, as Unicode decomposes them.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation

extension Unicode.Scalar {
  /// Its compatibility decomposition (NFKD).
  var decomposed: String { String(self).decomposedStringWithCompatibilityMapping }
}

extension String {
  /// Without the combining marks U+0300...U+0362.
  var withoutAccents: String {
    var result = ""
    result.unicodeScalars.append(
      contentsOf: unicodeScalars.filter { !(0x300...0x362).contains($0.value) }
    )
    return result
  }
}
