// SupplierImport.swift — the supplier master from a CSV file.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The suppliers of a CSV file, and what was left out of it.
package struct SupplierImport: Hashable, Sendable {
  /// In the order of the file; codes are unique.
  package let suppliers: [Supplier]
  /// What the file has a column for.
  package let columns: Set<SupplierColumn>
  /// Rows and values that were left out: `supplier-row-incomplete`, `supplier-code-twice`,
  /// `supplier-iban-invalid`, `supplier-siren-invalid`, `supplier-currency-unknown`, each with the line.
  package let findings: [Finding]

  private enum Column: String, CaseIterable {
    case code, name, vatID, siren, iban, country, account, currency

    /// What it tells of a supplier besides code and name.
    var told: SupplierColumn? {
      switch self {
      case .code, .name: nil
      case .vatID: .vatID
      case .siren: .siren
      case .iban: .ibans
      case .country: .country
      case .account: .defaultAccount
      case .currency: .currency
      }
    }

    /// Headings that mean it, English and French.
    var headings: [String] {
      switch self {
      case .code:
        [
          "code", "supplier_code", "supplier", "code fournisseur", "fournisseur", "compte tiers",
          "tiers", "compaux num", "compte auxiliaire", "numéro", "id",
        ]
      case .name:
        [
          "name", "supplier_name", "nom", "raison sociale", "nom fournisseur", "intitulé",
          "libellé",
          "dénomination", "société",
        ]
      case .vatID:
        [
          "vat_id", "vat", "vat number", "tva", "n° tva", "numéro de tva", "tva intracommunautaire",
          "n° tva intracommunautaire", "identifiant tva",
        ]
      case .siren: ["siren", "siret", "n° siren", "n° siret", "legal_id", "numéro siren"]
      case .iban: ["iban", "ibans", "rib", "compte bancaire", "coordonnées bancaires"]
      case .country: ["country", "pays", "code pays"]
      case .account:
        [
          "default_account", "account", "compte de charge", "compte", "compte par défaut",
          "compte général",
        ]
      case .currency: ["currency", "devise", "monnaie"]
      }
    }
  }

  /// Reads a file with a header in any order.
  ///
  /// - Throws: `suppliers-column-missing` (code and name are needed), `suppliers-codes-repeat` {file,
  ///   rows, repeated}, `csv-quote-unclosed`, `ledger-file-empty`.
  package static func read(_ file: LedgerFile) throws(Problem) -> SupplierImport {
    let text = TextEncoding.detected(in: file.bytes).utf8(file.bytes)
    let separator = SeparatedText.separator(ofLine: text.prefix { $0 != 10 && $0 != 13 })
    var rows = try SeparatedText.rows(text, separator: separator)[...]
    guard let header = rows.popFirst() else {
      throw Problem(.refusal, "ledger-file-empty", ["file": file.name])
    }
    let places = try places(of: header.fields)
    var builder = Builder()
    for row in rows where !row.isBlank {
      let values = places.compactMapValues { place -> String? in
        guard place < row.fields.count else { return nil }
        let text = row.fields[place].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? nil : text
      }
      builder.add(values, line: row.line)
    }
    // A list of entries names the same suppliers again and again.
    let (count, repeated) = (builder.rows, builder.repeated)
    guard count < 10 || repeated * 5 <= count else {
      throw Problem(
        .refusal,
        "suppliers-codes-repeat",
        ["file": file.name, "rows": String(count), "repeated": String(repeated)]
      )
    }
    return SupplierImport(
      suppliers: builder.suppliers,
      columns: Set(places.keys.compactMap(\.told)),
      findings: builder.findings
    )
  }

  private static func places(of headings: [String]) throws(Problem) -> [Column: Int] {
    let keys = headings.map(asciiLettersAndDigits)
    var places: [Column: Int] = [:]
    for column in Column.allCases {
      places[column] =
        column.headings.lazy.map(asciiLettersAndDigits).compactMap(keys.firstIndex).first
    }
    for column in [Column.code, .name] where places[column] == nil {
      throw Problem(
        .refusal,
        "suppliers-column-missing",
        ["column": column.rawValue, "found": headings.joined(separator: ", ")]
      )
    }
    return places
  }

  /// Gathers suppliers; a code that comes twice adds its IBANs to the first.
  private struct Builder {
    var suppliers: [Supplier] = []
    var findings: [Finding] = []
    /// Rows with a code and a name.
    private(set) var rows = 0
    /// Rows whose code stood before, and which bring no new IBAN.
    private(set) var repeated = 0
    private var places: [String: Int] = [:]

    mutating func add(_ values: [Column: String], line: Int) {
      guard let code = values[.code], let name = values[.name] else {
        return note("supplier-row-incomplete", line)
      }
      rows += 1
      let ibans = ibans(values[.iban] ?? "", line)
      if let place = places[code] {
        note("supplier-code-twice", line, code)
        let known = suppliers[place]
        suppliers[place] = known.adding(ibans: ibans)
        if suppliers[place] == known { repeated += 1 }
        return
      }
      places[code] = suppliers.count
      let supplier = Supplier(
        code: code,
        name: name,
        vatID: values[.vatID].map(asciiLettersAndDigits),
        siren: siren(values[.siren], line, code),
        ibans: ibans,
        country: values[.country].map { $0.uppercased() }.flatMap { $0.count == 2 ? $0 : nil },
        defaultAccount: values[.account],
        currency: currency(values[.currency], line, code)
      )
      suppliers.append(supplier)
    }

    private mutating func note(_ code: String, _ line: Int, _ supplier: String = "") {
      findings.append(Finding(.warning, code, ["line": String(line), "supplier": supplier]))
    }

    /// Several stand apart by commas, or by blanks where each is written in one piece.
    private mutating func ibans(_ text: String, _ line: Int) -> [String] {
      var ibans: [String] = []
      for part in text.split(whereSeparator: { ",/|".contains($0) }) {
        let words = part.split(separator: " ")
        let whole = asciiLettersAndDigits(String(part))
        let pieces = IBAN(whole) != nil ? [whole] : words.map { asciiLettersAndDigits(String($0)) }
        for piece in pieces {
          if IBAN(piece) != nil {
            ibans.append(piece)
          } else {
            note("supplier-iban-invalid", line)
          }
        }
      }
      return ibans
    }

    /// Nine digits of a SIREN or the first nine of a SIRET; other countries' numbers are kept out.
    private mutating func siren(_ text: String?, _ line: Int, _ code: String) -> String? {
      guard let text, case let digits = asciiLettersAndDigits(text) else { return nil }
      let isNumber = digits.allSatisfy { $0.isASCII && $0.isNumber }
      guard isNumber, digits.count == 9 || digits.count == 14 else {
        note("supplier-siren-invalid", line, code)
        return nil
      }
      return String(digits.prefix(9))
    }

    private mutating func currency(_ text: String?, _ line: Int, _ code: String) -> Currency? {
      guard let text else { return nil }
      let currency = Currency(code: text == "€" ? "EUR" : text)
      if currency == nil { note("supplier-currency-unknown", line, code) }
      return currency
    }
  }
}

extension Supplier {
  fileprivate func adding(ibans more: [String]) -> Supplier {
    Supplier(
      code: code,
      name: name,
      vatID: vatID,
      siren: siren,
      ibans: ibans + more.filter { !ibans.contains($0) },
      country: country,
      defaultAccount: defaultAccount,
      currency: currency
    )
  }
}
