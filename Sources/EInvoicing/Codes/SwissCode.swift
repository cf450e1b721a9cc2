// SwissCode.swift — the QR code of the Swiss QR-bill, with Swico's bill information.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The QR code of the Swiss QR-bill (Swiss Implementation Guidelines QR-bill 2.2, section 4): 31 lines
/// or more in a fixed order.
struct SwissCode: CodeForm {
  func terms(of text: String) -> [FieldName: FieldValue]? {
    let lines = codeLines(of: text)
    guard lines.count >= 28, lines[0] == "SPC", lines[1].hasPrefix("02") else { return nil }
    func line(_ number: Int) -> Substring { number <= lines.count ? lines[number - 1] : "" }
    var terms = Terms()
    terms.set(iban: line(4))
    terms.set(.sellerName, line(6))
    if let currency = Currency(code: String(line(20))) {
      terms.set(.amountDue, line(19), currency)
      terms.set(.currency, currency.code)
    }
    let reference = line(29)
    switch line(28) {
    case "QRR" where SwissReference(String(reference)) != nil,
      "SCOR" where CreditorReference(String(reference)) != nil:
      terms.set(.paymentReference, reference)
    default: break
    }
    addBill(line(32), to: &terms)
    return terms.values
  }

  /// Swico's bill information (S1, version 1.2): "//S1/10/10201409/11/190512/30/106017086".
  private func addBill(_ text: Substring, to terms: inout Terms) {
    guard text.hasPrefix("//S1/") else { return }
    // "\/" is a slash and "\\" a backslash inside a value.
    var parts: [String] = [""]
    var isEscaped = false
    for character in text.dropFirst("//S1/".count) {
      if !isEscaped, character == "\\" {
        isEscaped = true
      } else if !isEscaped, character == "/" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
        isEscaped = false
      }
    }
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let value = parts[index + 1]
      switch parts[index] {
      case "10": terms.set(.invoiceNumber, value)
      case "11": terms.set(.issueDate, day(value))
      case "30" where value.utf8.count == 9: terms.set(.sellerVATID, "CHE" + value)
      default: break
      }
    }
  }

  /// The day of "190512": year, month and day of this century.
  private func day(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 6, let number = Int(text) else { return nil }
    return CalendarDate(
      year: 2000 + number / 10000,
      month: number / 100 % 100,
      day: number % 100
    )
  }
}
