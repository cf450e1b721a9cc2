// PaymentMode.swift — by what means an invoice is to be paid (EN 16931-1 BT-81).
// Facturier. SPDX-License-Identifier: Apache-2.0

/// By what means an invoice is paid.
package enum PaymentMode: String, Hashable, Sendable, CaseIterable {
  /// The seller takes it from our account: nothing is to be paid.
  case directDebit = "direct_debit"
  /// A bill that is presented to our bank: LCR, traite, RiBa.
  case bill
  case card
  case cheque
  case transfer

  /// The means that a text names, the one that needs no action first; nil when it names none.
  package static func named(in text: String) -> PaymentMode? {
    named(in: TermsToken.tokens(of: text))
  }

  static func named(in tokens: [TermsToken]) -> PaymentMode? {
    allCases.first { mode in
      tokens.indices.contains {
        mode.words.matchEnd(in: tokens, at: $0) != nil && !isLabel(tokens, $0)
      }
    }
  }

  /// "Domiciliation : BNP Paribas" heads the name of the bank on a French RIB.
  private static func isLabel(_ tokens: [TermsToken], _ index: Int) -> Bool {
    tokens[index].text == "DOMICILIATION" && index + 1 < tokens.count
      && [":", "BANCAIRE"].contains(tokens[index + 1].text)
  }

  private var words: TermsPhrases {
    switch self {
    case .directDebit: Self.directDebitWords
    case .bill: Self.billWords
    case .card: Self.cardWords
    case .cheque: Self.chequeWords
    case .transfer: Self.transferWords
    }
  }

  private static let directDebitWords = TermsPhrases([
    "PRELEVEMENT", "PRELEVE", "PRELEVEE", "DOMICILIATION", "DIRECT DEBIT", "LASTSCHRIFT",
    "SEPA LASTSCHRIFT", "LASTSCHRIFTVERFAHREN", "BANKEINZUG", "AUTOMATISCHE INCASSO", "INCASSO",
    "ADDEBITO DIRETTO", "DOMICILIACION", "DOMICILIADO", "RECIBO DOMICILIADO", "SDD",
  ])
  private static let billWords = TermsPhrases([
    "LCR", "TRAITE", "BILLET A ORDRE", "RIBA", "RI BA", "RICEVUTA BANCARIA", "PAGARE",
  ])
  private static let cardWords = TermsPhrases([
    "CARTE BANCAIRE", "CARTE BLEUE", "CARTE DE CREDIT", "CREDIT CARD", "DEBIT CARD",
    "KREDITKARTE", "CREDITCARD", "CARTA DI CREDITO", "TARJETA", "CB",
  ])
  private static let chequeWords = TermsPhrases(["CHEQUE", "SCHECK", "ASSEGNO", "BY CHECK"])
  private static let transferWords = TermsPhrases([
    "VIREMENT", "BANK TRANSFER", "WIRE TRANSFER", "CREDIT TRANSFER", "UBERWEISUNG",
    "OVERSCHRIJVING", "BONIFICO", "TRANSFERENCIA",
  ])
}
