// ReferenceEvidence.swift — what the numbers of invoice and entry say.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The number of an invoice in the forms in which it is compared.
struct InvoiceNumber {
  let text: String
  let skeleton: String
  let digits: String?

  /// Nil when nothing is left of it to compare.
  init?(_ text: String?) {
    guard let text, case let skeleton = ReferenceKey.skeleton(of: text), !skeleton.isEmpty else {
      return nil
    }
    self.text = text
    self.skeleton = skeleton
    digits = ReferenceKey.digits(of: text).flatMap { $0.count >= 4 ? $0 : nil }
  }
}

/// The best of what piece and label say about the number; a label only speaks for, never against.
func referenceEvidence(
  _ number: InvoiceNumber?,
  _ entry: LedgerEntry,
  _ answers: LedgerAnswers
) -> Evidence {
  guard let number else { return Evidence(.reference, "reference-missing", weight: nil) }
  let piece = entry.reference.map { compare(number, $0, answers, isPiece: true) }
  let words = entry.label.split(separator: " ").map(String.init).filter(isReferenceLike)
  let label = words.map { compare(number, $0, answers, isPiece: false) }
    .filter { $0.reason.deciBits > 0 }
  let all = [piece].compactMap { $0 } + label
  return all.max { $0.reason.deciBits < $1.reason.deciBits }
    ?? Evidence(.reference, "reference-missing", weight: nil)
}

private func compare(
  _ number: InvoiceNumber,
  _ reference: String,
  _ answers: LedgerAnswers,
  isPiece: Bool
) -> Evidence {
  let skeleton = ReferenceKey.skeleton(of: reference)
  let arguments = ["invoice": number.text, "entry": reference]
  let population = Population(answers)
  func evidence(_ code: String, _ m: Double, _ u: Double, isVeto: Bool = false) -> Evidence {
    Evidence(.reference, code, arguments, weight: Weight(m: m, u: u), isVeto: isVeto)
  }
  if skeleton == number.skeleton {
    let count = answers.skeletonFrequency[skeleton] ?? 1
    return evidence("reference-equal", 0.62, population.share(count))
  }
  if let digits = number.digits, digits == ReferenceKey.digits(of: reference) {
    let count = answers.candidates.count {
      $0.reference.flatMap(ReferenceKey.digits) == digits
    }
    return evidence("reference-same-digits", 0.12, population.share(count))
  }
  let (short, long) =
    skeleton.count < number.skeleton.count
    ? (skeleton, number.skeleton) : (number.skeleton, skeleton)
  if short.count >= 5, long.contains(short) {
    return evidence("reference-contained", 0.08, 0.0002)
  }
  if short.count >= 5, isSlip(short, long) { return evidence("reference-near", 0.06, 0.0015) }
  if isPiece, isSibling(number.text, reference) {
    // Another number of the same series: this entry is most likely another invoice's.
    return evidence("reference-of-series", 0.01, 0.9, isVeto: true)
  }
  return evidence("reference-differs", 0.17, 0.985)
}

/// One slip of the keyboard or of recognition that a counting number does not explain: a swap, a
/// letter too many or too few, a letter for a digit.
func isSlip(_ short: String, _ long: String) -> Bool {
  guard long.count - short.count <= 1, editDistance(short, long) == 1 else { return false }
  return short.count != long.count || short.sorted() == long.sorted() || isMisread(short, long)
}

/// Whether one character differs, a letter on one side and a digit on the other: recognition does
/// that, a series of numbers does not.
func isMisread(_ left: String, _ right: String) -> Bool {
  guard left.count == right.count else { return false }
  let apart = zip(left, right).filter { $0 != $1 }
  return apart.count == 1 && apart.allSatisfy { $0.isNumber != $1.isNumber }
}

/// Whether two numbers are of one series: letters, digits and marks at the same places.
func isSibling(_ left: String, _ right: String) -> Bool { shape(left) == shape(right) }

private func shape(_ text: String) -> String {
  String(folded(text).filter { $0 != " " }.map { $0.isNumber ? "9" : $0.isLetter ? "A" : $0 })
}

/// Words of a label that may be a number: three digits or more.
private func isReferenceLike(_ word: String) -> Bool { word.count { $0.isNumber } >= 3 }
