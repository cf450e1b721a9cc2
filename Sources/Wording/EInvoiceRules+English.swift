// EInvoiceRules+English.swift — the rules that an e-invoice breaks, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  /// By the name of the rule (EN 16931-1, AFNOR XP Z12-012); the sentence begins with it.
  static let englishRules: [String: Sentence] = together(
    englishSums,
    englishPresence,
    englishCategories,
    englishReform
  )

  private static let englishSums = rules(
    remedy: "Compare the amounts with the readable view; ask the supplier for a corrected invoice.",
    [
      "BR-CO-10": "the lines add up to {expected:amount}, the file says {told:amount}",
      "BR-CO-11": "the allowances add up to {expected:amount}, the file says {told:amount}",
      "BR-CO-12": "the charges add up to {expected:amount}, the file says {told:amount}",
      "BR-CO-13": "lines less allowances plus charges are {expected:amount}, the total without VAT "
        + "says {told:amount}",
      "BR-CO-14": "the VAT of the rates adds up to {expected:amount}, the total VAT says "
        + "{told:amount}",
      "BR-CO-15": "total without VAT plus VAT is {expected:amount}, the total with VAT says "
        + "{told:amount}",
      "BR-CO-16": "what is left to pay is {expected:amount}, the amount due says {told:amount}",
      "BR-CO-17": "the VAT of a rate should be {expected:amount}, the file says {told:amount}",
    ]
  )

  private static let englishPresence = rules(
    remedy: "See the readable view; the supplier’s software must mend it.",
    [
      "BR-01": "the norm it follows (BT-24) is missing",
      "BR-02": "the invoice number (BT-1) is missing",
      "BR-03": "the date of issue (BT-2) is missing",
      "BR-04": "the type of invoice (BT-3) is missing",
      "BR-05": "the currency (BT-5) is missing",
      "BR-06": "the seller’s name (BT-27) is missing",
      "BR-07": "the buyer’s name (BT-44) is missing",
      "BR-09": "the seller’s country (BT-40) is missing",
      "BR-11": "the buyer’s country (BT-55) is missing",
      "BR-12": "the sum of the lines (BT-106) is missing",
      "BR-13": "the total without VAT (BT-109) is missing",
      "BR-14": "the total with VAT (BT-112) is missing",
      "BR-15": "the amount due (BT-115) is missing",
      "BR-16": "there is no line",
      "BR-21": "line {line} has no number (BT-126)",
      "BR-22": "line {line} has no quantity (BT-129)",
      "BR-23": "line {line} has no unit (BT-130)",
      "BR-24": "line {line} has no amount (BT-131)",
      "BR-25": "line {line} names no article (BT-153)",
      "BR-26": "line {line} has no price (BT-146)",
      "BR-27": "the price of line {line} is negative",
      "BR-29": "the period ends before it begins",
      "BR-30": "the period of line {line} ends before it begins",
      "BR-45": "a rate of VAT has no taxable amount (BT-116)",
      "BR-46": "a rate of VAT has no amount of VAT (BT-117)",
      "BR-47": "a rate of VAT has no category (BT-118)",
      "BR-48": "a row of VAT has no rate (BT-119)",
      "BR-50": "a bank account is named without its number (BT-84)",
      "BR-53": "the VAT in the currency of the books (BT-111) is missing",
      "BR-55": "the invoice that is corrected is not named (BT-25)",
      "BR-61": "a transfer is asked for without an account (BT-84)",
      "BR-CO-04": "line {line} has no category of VAT (BT-151)",
      "BR-CO-09": "a VAT id does not begin with a country",
      "BR-CO-18": "there is no breakdown of the VAT",
      "BR-CO-26": "nothing identifies the seller (BT-29, BT-30, BT-31)",
    ]
  )

  private static let englishCategories = rules(
    remedy: "Look at the VAT before you book it; ask the supplier if it matters.",
    [
      "BR-S-01": "amounts and breakdown do not agree about “standard rate”",
      "BR-S-02": "the category “standard rate” needs the tax ids of the parties",
      "BR-S-05": "line {line} has a rate that “standard rate” does not allow",
      "BR-S-08": "what is taxed as “standard rate” adds up to {expected:amount}, the breakdown "
        + "says {told:amount}",
      "BR-S-09": "the VAT of “standard rate” is not what its base and rate give",
      "BR-S-10": "“standard rate” needs no reason for an exemption",
      "BR-Z-01": "amounts and breakdown do not agree about “zero rate”",
      "BR-Z-02": "the category “zero rate” needs the tax ids of the parties",
      "BR-Z-05": "line {line} has a rate that “zero rate” does not allow",
      "BR-Z-08": "what is taxed as “zero rate” adds up to {expected:amount}, the breakdown says "
        + "{told:amount}",
      "BR-Z-09": "the VAT of “zero rate” is not what its base and rate give",
      "BR-Z-10": "“zero rate” needs no reason for an exemption",
      "BR-E-01": "amounts and breakdown do not agree about “exempt”",
      "BR-E-02": "the category “exempt” needs the tax ids of the parties",
      "BR-E-05": "line {line} has a rate that “exempt” does not allow",
      "BR-E-08": "what is taxed as “exempt” adds up to {expected:amount}, the breakdown says "
        + "{told:amount}",
      "BR-E-09": "the VAT of “exempt” is not what its base and rate give",
      "BR-E-10": "the reason for “exempt” is missing (BT-120)",
      "BR-AE-01": "amounts and breakdown do not agree about “reverse charge”",
      "BR-AE-02": "the category “reverse charge” needs the tax ids of the parties",
      "BR-AE-05": "line {line} has a rate that “reverse charge” does not allow",
      "BR-AE-08": "what is taxed as “reverse charge” adds up to {expected:amount}, the breakdown "
        + "says {told:amount}",
      "BR-AE-09": "the VAT of “reverse charge” is not what its base and rate give",
      "BR-AE-10": "the reason for “reverse charge” is missing (BT-120)",
      "BR-IC-01": "amounts and breakdown do not agree about “intra-community”",
      "BR-IC-02": "the category “intra-community” needs the tax ids of the parties",
      "BR-IC-05": "line {line} has a rate that “intra-community” does not allow",
      "BR-IC-08": "what is taxed as “intra-community” adds up to {expected:amount}, the breakdown "
        + "says {told:amount}",
      "BR-IC-09": "the VAT of “intra-community” is not what its base and rate give",
      "BR-IC-10": "the reason for “intra-community” is missing (BT-120)",
      "BR-G-01": "amounts and breakdown do not agree about “export”",
      "BR-G-02": "the category “export” needs the tax ids of the parties",
      "BR-G-05": "line {line} has a rate that “export” does not allow",
      "BR-G-08": "what is taxed as “export” adds up to {expected:amount}, the breakdown says "
        + "{told:amount}",
      "BR-G-09": "the VAT of “export” is not what its base and rate give",
      "BR-G-10": "the reason for “export” is missing (BT-120)",
      "BR-O-01": "amounts and breakdown do not agree about “outside VAT”",
      "BR-O-02": "the category “outside VAT” forbids VAT ids",
      "BR-O-05": "line {line} has a rate that “outside VAT” does not allow",
      "BR-O-08": "what is taxed as “outside VAT” adds up to {expected:amount}, the breakdown says "
        + "{told:amount}",
      "BR-O-09": "the VAT of “outside VAT” is not what its base and rate give",
      "BR-O-10": "the reason for “outside VAT” is missing (BT-120)",
    ]
  )

  private static let englishReform = rules(
    remedy: "The platform of the supplier should have refused it; tell the supplier.",
    [
      "BR-FR-01": "the invoice number has more than 35 characters",
      "BR-FR-02": "the invoice number has characters that are not allowed",
      "BR-FR-03": "a date lies outside 2000 to 2099",
      "BR-FR-04": "the type of invoice is none of the French list",
      "BR-FR-05": "the notes on recovery, penalties or discount (PMT, PMD, AAB) are missing",
      "BR-FR-06": "a note (PMT, PMD, AAB) stands there twice",
      "BR-FR-08": "the business process (BT-23) is none of the French list",
      "BR-FR-09": "the seller’s SIRET and SIREN are not of one company",
      "BR-FR-10": "the seller’s SIREN is missing or wrong",
      "BR-FR-11": "the buyer’s SIREN is missing or wrong",
      "BR-FR-12": "the buyer’s electronic address (BT-49) is missing",
      "BR-FR-13": "the seller’s electronic address (BT-34) is missing",
      "BR-FR-15": "a category of VAT is none of the French list",
      "BR-FR-16": "a rate of VAT is none of the French list",
      "BR-FR-20": "the treatment (note BAR) is none of the French list",
      "BR-FR-21": "the buyer’s electronic address does not begin with its SIREN",
      "BR-FR-CO-03": "a global credit note needs its contract and period",
      "BR-FR-CO-04": "a corrective invoice must name the one invoice that it corrects",
      "BR-FR-CO-05": "the credit note does not name the invoice that it corrects",
      "BR-FR-CO-07": "it is due before it was issued",
      "BR-FR-CO-08": "a final invoice after deposits cannot be a deposit invoice",
      "BR-FR-CO-09": "it says that it is paid already, and its amounts say otherwise",
      "BR-FR-CO-12": "an invoice in another currency must tell its VAT in euros",
      "BR-FR-DEC-01": "an amount has more than two decimals or 19 digits",
      "BR-FR-DEC-02": "the quantity of line {line} has more than four decimals",
      "BR-FR-DEC-03": "the price of line {line} is negative or has more than six decimals",
      "BR-FR-DEC-04": "a rate of VAT has more than two decimals",
    ]
  )
}
