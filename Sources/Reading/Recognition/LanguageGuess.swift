// LanguageGuess.swift — the language of a page by its commonest words.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Tells the language of a page by words that every invoice in it has.
///
/// The words are found by a recogniser of another language too, which only mistakes the marks on
/// letters: they are compared without.
enum LanguageGuess {
  /// Words in lower case without marks, by tesseract's name of the language.
  private static let words: [String: Set<String>] = [
    "fra": [
      "facture", "avoir", "numero", "montant", "date", "echeance", "reglement", "paiement", "tva",
      "ht", "ttc", "prix", "quantite", "designation", "client", "rue", "avenue", "du", "des", "et",
      "le", "la", "les", "de", "par", "pour", "sur", "au", "votre", "nos", "vous", "jours", "siret",
      "total", "remise", "payer",
    ],
    "eng": [
      "invoice", "credit", "number", "amount", "date", "due", "vat", "bill", "description",
      "quantity", "qty", "price", "unit", "payment", "bank", "account", "terms", "street", "road",
      "the", "of", "and", "to", "for", "by", "from", "within", "days", "please", "our", "your",
      "total", "subtotal", "no",
    ],
    "deu": [
      "rechnung", "gutschrift", "rechnungsnummer", "betrag", "datum", "mwst", "ust", "netto",
      "brutto", "menge", "einzelpreis", "preis", "gesamt", "summe", "kunde", "kundennummer",
      "zahlung", "zahlbar", "tage", "tagen", "konto", "auftrag", "und", "der", "die", "das", "auf",
      "von", "vom", "fur", "wir", "ihre", "unserer", "zu", "mit", "stk", "gmbh",
    ],
    "nld": [
      "factuur", "creditnota", "factuurnummer", "bedrag", "datum", "btw", "aantal", "prijs",
      "omschrijving", "klant", "totaal", "betaling", "dagen", "rekening", "nummer", "het", "een",
      "en", "van", "voor", "op", "onze", "uw", "te", "excl", "incl", "vervaldatum",
    ],
    "spa": [
      "factura", "abono", "fecha", "numero", "cliente", "importe", "iva", "base", "imponible",
      "precio", "cantidad", "descripcion", "vencimiento", "pago", "forma", "calle", "nif", "cif",
      "cuenta", "dias", "el", "los", "las", "del", "de", "la", "por", "y", "total", "concepto",
    ],
    "ita": [
      "fattura", "nota", "numero", "data", "cliente", "importo", "imponibile", "iva", "prezzo",
      "quantita", "descrizione", "scadenza", "pagamento", "via", "partita", "codice", "giorni",
      "totale", "il", "di", "della", "del", "dei", "per", "con", "spett", "banca",
    ],
  ]

  /// The language of these texts, or nil where no one of the languages is clearly ahead.
  static func language(of texts: [String], among languages: [String]) -> String? {
    let found = texts.map(plain).filter { $0.count > 1 || $0 == "y" }
    let scores = languages.map { language in
      let known = words[language] ?? []
      return (language: language, score: found.count { known.contains($0) })
    }
    guard let best = scores.max(by: { $0.score < $1.score }), best.score >= 4 else { return nil }
    let second = scores.filter { $0.language != best.language }.map(\.score).max() ?? 0
    return best.score * 2 >= second * 3 ? best.language : nil
  }

  private static func plain(_ text: String) -> String {
    let letters = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic && $0.properties.canonicalCombiningClass.rawValue == 0
    }
    return String(String.UnicodeScalarView(letters))
  }
}
