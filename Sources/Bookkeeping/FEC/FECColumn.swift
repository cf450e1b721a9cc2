// FECColumn.swift — the columns of a FEC (LPF art. A47 A-1).
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Invoicing

/// A column by the name that the law gives it.
enum FECColumn: String, CaseIterable {
  case journalCode = "JournalCode"
  case journalName = "JournalLib"
  case number = "EcritureNum"
  case date = "EcritureDate"
  case account = "CompteNum"
  case accountName = "CompteLib"
  case party = "CompAuxNum"
  case partyName = "CompAuxLib"
  case reference = "PieceRef"
  case documentDate = "PieceDate"
  case label = "EcritureLib"
  case debit = "Debit"
  case credit = "Credit"
  case letter = "EcritureLet"
  case letterDate = "DateLet"
  case validDate = "ValidDate"
  case foreignAmount = "Montantdevise"
  case foreignCurrency = "Idevise"
  /// The legal variant in place of debit and credit.
  case amount = "Montant"
  case sense = "Sens"

  /// The eighteen columns in the order of the law, for files without a header.
  static let legalOrder: [FECColumn] = Array(allCases.prefix(18))

  /// Those without which nothing can be read; the amounts are looked at apart.
  static let required: [FECColumn] = [
    .journalCode, .number, .date, .account, .reference, .label,
  ]

  var key: String { asciiLettersAndDigits(rawValue) }
}
