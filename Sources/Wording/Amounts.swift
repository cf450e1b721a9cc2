// Amounts.swift — amounts and dates as a language writes them.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// An amount with its currency: "1 240,00 EUR" in French, "1,240.00 EUR" in English.
package func amount(_ amount: Money, in language: Language) -> String {
  decimal(amount.plainText, in: language) + " " + amount.currency.code
}

/// A date, in every language by ISO 8601: "2024-02-29".
package func date(_ date: CalendarDate, in language: Language) -> String { date.description }

/// A date as letters and invoices of the language write it: "29/02/2024" in French, else by ISO 8601.
package func printedDate(_ date: CalendarDate, in language: Language) -> String {
  guard language == .french else { return date.description }
  return date.description.split(separator: "-").reversed().joined(separator: "/")
}

/// A plain decimal ("-1240.00") with the language's mark and groups of three; other text as it is.
package func decimal(_ plain: String, in language: Language) -> String {
  guard DecimalNumber(plain) != nil else { return plain }
  let unsigned = plain.drop { $0 == "-" }
  let whole = unsigned.prefix { $0 != "." }
  let decimals = unsigned.dropFirst(whole.count + 1)
  let (separator, mark) = language == .french ? (" ", ",") : (",", ".")
  var groups = ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index).isMultiple(of: 3) { groups += separator }
    groups.append(digit)
  }
  return (plain.hasPrefix("-") ? "-" : "") + groups + (decimals.isEmpty ? "" : mark + decimals)
}
