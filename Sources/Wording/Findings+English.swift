// Findings+English.swift — what is odd about an invoice, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let englishFindings: [String: Sentence] = [
    "active-content-ignored": Sentence(
      "the PDF holds scripts or actions; they were ignored",
      remedy: ""
    ),
    "amount-due-mismatch": Sentence(
      "the amount due is {amount_due}, the total less what was paid is {expected}",
      remedy: "Look for a balance carried over or a deposit."
    ),
    "credit-note-without-reference": Sentence(
      "the credit note does not name the invoice it corrects",
      remedy: "Ask the supplier, or note it yourself."
    ),
    "doubtful-field": Sentence(
      "{field} is uncertain ({confidence} %)",
      remedy: "Compare it with the page."
    ),
    "due-before-issue": Sentence(
      "due on {due_date}, before it was issued on {issue_date}",
      remedy: "Correct one of the dates."
    ),
    "identifiers-disagree": Sentence(
      "VAT id {vat_id} and registration {legal_id} are not of one company",
      remedy: "Compare both with the page."
    ),
    "issue-date-in-future": Sentence(
      "issued in the future, on {issue_date}",
      remedy: "Correct the date."
    ),
    "issue-date-old": Sentence(
      "issued long ago, on {issue_date}",
      remedy: ""
    ),
    "lines-mismatch": Sentence(
      "the lines read add up to {sum}, the total without VAT is {total_without_vat}",
      remedy: ""
    ),
    "match-ambiguous": Sentence(
      "two entries of the ledger fit equally well",
      remedy: "Choose one: facturier accept-match ID ENTRY."
    ),
    "match-amount-mismatch": Sentence(
      "the ledger has it with another amount",
      remedy: "Compare both before you approve."
    ),
    "match-duplicate": Sentence(
      "its ledger entry already belongs to another invoice",
      remedy: "See whether it came in twice."
    ),
    "missing-field": Sentence(
      "{field} was not found",
      remedy: "Add it: facturier correct ID FIELD=VALUE."
    ),
    "pdf-repaired": Sentence(
      "the PDF is damaged and was repaired for reading",
      remedy: "Compare the pages with the original."
    ),
    "possible-duplicate": Sentence(
      "looks like invoice {id}, filed before",
      remedy: "Discard one, or approve it with --despite possible-duplicate."
    ),
    "seller-is-buyer": Sentence(
      "seller and buyer are the same company",
      remedy: "Correct the seller."
    ),
    "supplier-currency-unknown": Sentence(
      "line {line}: {value} is no currency; left out",
      remedy: "Correct the file."
    ),
    "supplier-iban-invalid": Sentence(
      "line {line}: {value} is no valid IBAN; left out",
      remedy: "Correct the file."
    ),
    "supplier-identity-conflict": Sentence(
      "its identifiers belong to different suppliers of your list",
      remedy: "Compare IBAN, VAT id and name."
    ),
    "supplier-row-incomplete": Sentence(
      "line {line}: no code or no name; left out",
      remedy: "Correct the file."
    ),
    "supplier-siren-invalid": Sentence(
      "line {line}: {value} is no valid SIREN; left out",
      remedy: "Correct the file."
    ),
    "text-layer-replaced": Sentence(
      "the text of page {page} was unusable; the page was recognised",
      remedy: ""
    ),
    "total-mismatch": Sentence(
      "{total_without_vat} + {total_vat} is not {total_with_vat} (difference {difference})",
      remedy: "Correct the totals."
    ),
    "vat-mismatch": Sentence(
      "the VAT by rate adds up to {sum}, the total VAT is {total_vat}",
      remedy: "Compare the VAT table."
    ),
    "wrong-addressee": Sentence(
      "addressed to {found}, not to {company}",
      remedy: "Send it back, or add the name to company.other_names."
    ),
  ]
}
