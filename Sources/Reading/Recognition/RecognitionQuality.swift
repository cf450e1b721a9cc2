// RecognitionQuality.swift — how well a page could be recognised.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// How well a page could be recognised, told by tesseract's own confidence.
struct RecognitionQuality: Hashable {
  /// Permille, the mean over characters; 0 without any.
  let confidence: Int
  /// Characters of words of two or more that are at least 60 % sure.
  let sureCharacters: Int
  /// Comparable between turns of one page: many sure characters.
  let score: Int

  init(_ words: [RecognisedWord]) {
    let counted = words.filter { $0.isMeant && $0.text.count > 1 }
    let characters = counted.reduce(0) { $0 + $1.text.count }
    let sum = counted.reduce(0) { $0 + $1.text.count * Int($1.confidence.permille) }
    confidence = characters > 0 ? sum / characters : 0
    let sure = counted.filter { $0.confidence.permille >= 600 }
    sureCharacters = sure.reduce(0) { $0 + $1.text.count }
    score = sure.reduce(0) { $0 + $1.text.count * (Int($1.confidence.permille) - 500) }
  }

  /// Whether the page is read well enough to be sure of it.
  var isSure: Bool { confidence >= 850 && sureCharacters >= 100 }

  /// Whether the page may stand askew: upright pages of any quality worth reading are above 700.
  var isDoubtful: Bool { confidence < 650 || sureCharacters < 40 }
}
