// EPCCode.swift — the QR code of a SEPA credit transfer: EPC069-12, "Girocode".
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The QR code of a SEPA credit transfer (EPC069-12): lines, the last of which may be missing.
struct EPCCode: CodeForm {
  func terms(of text: String) -> [FieldName: FieldValue]? {
    let lines = codeLines(of: text)
    guard lines.count >= 7, lines[0] == "BCD", lines[1] == "001" || lines[1] == "002",
      lines[3] == "SCT", IBAN(String(lines[6])) != nil
    else { return nil }
    func line(_ index: Int) -> Substring { index < lines.count ? lines[index] : "" }
    var terms = Terms()
    terms.set(iban: line(6))
    if line(7).hasPrefix("EUR") {
      terms.set(.amountDue, line(7).dropFirst(3), .euro)
      terms.set(.currency, "EUR")
    }
    terms.set(.paymentReference, line(9).isEmpty ? line(10) : line(9))
    return terms.values
  }
}

/// The lines of a text whichever way they end, those that are empty too.
func codeLines(of text: String) -> [Substring] {
  text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
    let start = line.drop { $0 == " " }
    let end = start.lastIndex { $0 != " " }.map { start.index(after: $0) }
    return start[..<(end ?? start.startIndex)]
  }
}
