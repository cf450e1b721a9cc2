// TextLayerQualityTests.swift — text that is no text is told from text.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Reading

@Suite struct TextLayerQualityTests {
  private static let invoice = """
    Facture FA-2024-0173 du 12/03/2024 Échéance : 11/04/2024 SIRET 881 085 468 00017
    Désignation ............ Qté P.U. HT Total HT (EUR) Conseil & formation 2 500,00 1 000,00
    Total HT 1 000,00 TVA 20,00 % 200,00 Net à payer 1 200,00 € FR76 3000 4000 0312 3456 7890 143
    """

  @Test(
    arguments: [
      invoice, "Rechnung Nr. 4711/2024 Gesamtbetrag 119,00 EUR (inkl. 19 % USt.) fällig sofort",
      "1 234,50 2 345,60 3 456,70 99,00 12/03/2024 (1) (2) (3) #4711 AB-12 CD-34 EF-56",
    ]
  )
  func `takes text as it is`(text: String) {
    #expect(!TextLayerQuality(text.unicodeScalars).isGarbage)
  }

  /// How a font that does not tell what its glyphs mean garbles a text.
  enum Garbling: CaseIterable {
    /// Glyph numbers of a whole TrueType font: 29 below ASCII.
    case glyphNumbers
    /// Glyphs of a subset, numbered as they first occur from the first sign or from one.
    case subsetFromSigns, subsetFromOne
    case privateUse

    func code(of code: UInt32, occurringAs index: UInt32) -> UInt32 {
      switch self {
      case .glyphNumbers: code < 128 ? code - 29 : code
      case .subsetFromSigns: 33 + index
      case .subsetFromOne: 1 + index
      case .privateUse: 0xF000 + code
      }
    }
  }

  @Test(arguments: Garbling.allCases)
  func `knows the ways in which encodings go wrong`(garbling: Garbling) {
    let scalars = Array(Self.invoice.unicodeScalars)
    let garbled = scalars.compactMap { scalar -> Unicode.Scalar? in
      guard scalar != " " && scalar != "\n" else { return scalar }
      let index = Set(scalars.prefix { $0 != scalar }).count
      return Unicode.Scalar(garbling.code(of: scalar.value, occurringAs: UInt32(index)))
    }
    #expect(TextLayerQuality(garbled).isGarbage)
  }

  @Test func `leaves a few characters alone`() {
    #expect(!TextLayerQuality("PAYÉ".unicodeScalars).isGarbage)
  }
}
