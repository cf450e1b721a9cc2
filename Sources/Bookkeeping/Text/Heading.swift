// Heading.swift — names of columns as people compare them.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A heading without marks, case, blanks and punctuation: "N° pièce" and "n_piece" are one.
func headingKey(_ heading: String) -> String {
  folded(heading).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
}
