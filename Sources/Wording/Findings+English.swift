// Findings+English.swift — what is odd about an invoice, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let englishFindings: [String: Sentence] = [
    "active-content-ignored": Sentence(
      "the PDF holds scripts or actions; they were ignored",
      remedy: "Nothing to do; be wary if the sender is new."
    ),
    "already-paid": Sentence(
      "it says that it is paid already; it is never proposed for payment",
      remedy: "Nothing to do."
    ),
    "amount-due-mismatch": Sentence(
      "the amount due is {amount_due:amount}, the total less what was paid is {expected:amount}",
      remedy: "Look for a balance carried over or a deposit."
    ),
    "amount-round": Sentence(
      "{total:amount} {currency} is a round amount, which this seller seldom has",
      remedy: "Nothing to do if the order was for it."
    ),
    "amount-unusual": Sentence(
      "{total:amount} {currency} is unusual for this seller: usually about {usual:amount}",
      remedy: "Compare the total with the page and the order."
    ),
    "below-approval-limit": Sentence(
      "{total:amount} {currency} is just below the limit of {limit:amount} from "
        + "which on a second person approves",
      remedy: "Nothing to do if the order was for it."
    ),
    "credit-note-open": Sentence(
      "a credit note of this seller is open for a month or more: no. {id} ({number})",
      remedy: "Set it off when you pay."
    ),
    "credit-note-without-reference": Sentence(
      "the credit note does not name the invoice it corrects",
      remedy: "Ask the supplier, or note it yourself."
    ),
    "doubtful-field": Sentence(
      "{field} is uncertain ({confidence} %)",
      remedy: "Compare it with the page; correct it, or approve."
    ),
    "due-before-issue": Sentence(
      "due on {due_date}, before it was issued on {issue_date}",
      remedy: "Correct one of the dates."
    ),
    "due-date-estimated": Sentence(
      "no due date was found; by the usual terms of this supplier ({days} days, {count} invoices) it "
        + "is due on {due_date}",
      remedy: "If that is right: facturier correct ID due_date={due_date}"
    ),
    "iban-changed": Sentence(
      "new bank account {iban}; known until now: {known}",
      remedy: "Ask the supplier by a way you know before you pay: it may be a fraud."
    ),
    "iban-invalid": Sentence(
      "{iban} is no valid IBAN: its length or its check digits are wrong",
      remedy: "Compare it with the page: facturier correct ID iban=VALUE. If it is printed so, ask "
        + "the supplier; nothing can be paid to it."
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
      remedy: "See whether it was booked and paid before."
    ),
    "legal-id-invalid": Sentence(
      "{legal_id} is no valid SIREN or SIRET",
      remedy: "Compare it with the page; ask the supplier if it is printed so."
    ),
    "lifecycle-contested": Sentence(
      "on the platform it is {status}< ({reason})>",
      remedy: "Settle it with the supplier before you approve."
    ),
    "lifecycle-ended": Sentence(
      "on the platform it is {status}< ({reason})>",
      remedy: "Discard it, or ask the supplier for a new one."
    ),
    "lifecycle-paid": Sentence(
      "on the platform it is {status}",
      remedy: "See whether it is paid: facturier paid ID --on DATE --by METHOD"
    ),
    "lines-mismatch": Sentence(
      "the lines read add up to {sum:amount}, the total without VAT is "
        + "{total_without_vat:amount}",
      remedy: "Nothing to do when the totals agree; else compare the lines with the page."
    ),
    "mail-text-left-out": Sentence(
      "the text of the mail is too long and was left out",
      remedy: "Look at the mail itself if its text matters."
    ),
    "match-ambiguous": Sentence(
      "several entries of the ledger fit equally well",
      remedy: "Choose one: facturier accept-match ID ENTRY"
    ),
    "match-amount-mismatch": Sentence(
      "the ledger has it with another amount",
      remedy: "Compare both before you approve."
    ),
    "match-duplicate": Sentence(
      "its ledger entry already belongs to another invoice",
      remedy: "See whether it came in twice."
    ),
    "match-in-trial": Sentence(
      "the match is sure, but matches of this kind ({kind}) are still on trial",
      remedy: "Approve if it is right; else: facturier accept-match ID ENTRY, or --none"
    ),
    "match-switched-off": Sentence(
      "the match seems sure, but people replaced others of this kind ({kind})",
      remedy: "Look at it: facturier match ID. Then approve, or: facturier accept-match ID ENTRY. "
        + "Once the cause is found: facturier match --resume {kind:code}"
    ),
    "missing-field": Sentence(
      "{field} was not found",
      remedy: "Add it: facturier correct ID {field:code}=VALUE"
    ),
    "not-from-platform": Sentence(
      "it should have come through the platform: the supplier must invoice electronically",
      remedy: "It may come twice: look on the platform, ask the supplier."
    ),
    "number-out-of-sequence": Sentence(
      "its number {number} is smaller than {other} of {date}",
      remedy: "Compare number and date with the page."
    ),
    "number-reused": Sentence(
      "another invoice of this seller and year has the number {number} and another "
        + "total: no. {id}",
      remedy: "Compare both; a correction should say that it is one."
    ),
    "only-customer": Sentence(
      "this seller’s numbers rise by one or two from invoice to invoice: it seems "
        + "to sell to nobody else",
      remedy: "Be sure that the supplier is real."
    ),
    "order-exceeded": Sentence(
      "with this invoice ({invoiced:amount}) and those before ({before:amount}) "
        + "more is invoiced than order {order} has ({ordered:amount} {currency}, "
        + "without VAT)",
      remedy: "Ask whoever ordered; or approve it with --despite order-exceeded"
    ),
    "order-line-unknown": Sentence(
      "“{description}” is not in order {order}",
      remedy: "Nothing to do for shipping and the like; else ask whoever ordered."
    ),
    "order-not-received": Sentence(
      "{description}: {invoiced} invoiced, {before} before, and only {limit} "
        + "came of order {order}",
      remedy: "Wait for the delivery, or ask the warehouse."
    ),
    "order-price-differs": Sentence(
      "{description}: {excess:amount} {currency} above the price of order "
        + "{order} ({ordered:amount})",
      remedy: "Ask the supplier for the price that was agreed."
    ),
    "order-quantity-exceeded": Sentence(
      "{description}: {invoiced} invoiced, {before} before, and only {limit} "
        + "ordered by order {order}",
      remedy: "Ask the supplier for a credit note, or whoever ordered."
    ),
    "paid-by-bank": Sentence(
      "a bank line of {date} has paid it ({entry}); it is never proposed for payment",
      remedy: "Once it is approved: facturier paid ID --on {date} --by transfer"
    ),
    "pdf-repaired": Sentence(
      "the PDF is damaged and was repaired for reading",
      remedy: "Compare the pages with the original."
    ),
    "possible-duplicate": Sentence(
      "it looks like invoice {id}, filed before",
      remedy: "Discard one, or approve it with --despite possible-duplicate"
    ),
    "same-as-other-seller": Sentence(
      "invoice no. {id} of another seller has the same number and total",
      remedy: "See whether one supplier is entered twice, or one invoice read twice."
    ),
    "seller-is-buyer": Sentence(
      "seller and buyer are the same company",
      remedy: "Correct the seller."
    ),
    "seller-unknown": Sentence(
      "the supplier is not in your list",
      remedy: "Check who it is; then add it and import the list: facturier suppliers import "
        + "FILE"
    ),
    "sender-changed": Sentence(
      "it was sent from {found}, earlier ones from {known}",
      remedy: "Nothing to do if you know the sender."
    ),
    "sender-lookalike": Sentence(
      "it was sent from {found}, which looks like {known} and is not",
      remedy: "Pay nothing before you have asked the supplier by a way you know."
    ),
    "several-invoices": Sentence(
      "the file seems to hold several invoices: {found}",
      remedy: "Split it into one file for each, and drop those."
    ),
    "split-below-approval-limit": Sentence(
      "{total:amount} {currency} and invoice no. {id} of the same month are both "
        + "just below the limit of {limit:amount}",
      remedy: "See whether one order was split in two."
    ),
    "supplier-code-twice": Sentence(
      "line {line}: the code {supplier} stands twice; only the IBANs were added",
      remedy: "Give each supplier a code of its own."
    ),
    "supplier-currency-unknown": Sentence(
      "line {line}: the currency of supplier {supplier} is not known; left out",
      remedy: "Use an ISO 4217 code such as EUR, then import again."
    ),
    "supplier-iban-invalid": Sentence(
      "line {line}: an IBAN is not valid; left out",
      remedy: "Compare it with the supplier’s bank details, then import again."
    ),
    "supplier-identity-conflict": Sentence(
      "by its {by} it is supplier {supplier}, by its {otherBy} supplier {other}",
      remedy: "Ask the supplier by a way you know; a new bank account may be a fraud."
    ),
    "supplier-row-incomplete": Sentence(
      "line {line}: no code or no name; left out",
      remedy: "Correct the file."
    ),
    "supplier-siren-invalid": Sentence(
      "line {line}: the SIREN of supplier {supplier} is not valid; left out",
      remedy: "Correct the file, then import again."
    ),
    "e-invoice-differs-from-page": Sentence(
      "the e-invoice says {told}, the printed page says {page}",
      remedy: "Ask the seller which one is right; pay nothing before."
    ),
    "attachment-unreadable": Sentence(
      "the file {name} inside the PDF cannot be read",
      remedy: "Compare the fields with the page."
    ),
    "attachment-set-aside": Sentence(
      "the file {name} was left aside: {why}",
      remedy: "If it is an invoice, save it and drop it."
    ),
    "batch-cut-proposed": Sentence(
      "pages {first} to {last} of a file with several invoices, cut by what they say",
      remedy: "Compare the pages; split the file by hand if the cut is wrong."
    ),
    "code-differs-from-page": Sentence(
      "the code on the page says {told}, the print says {page}",
      remedy: "Ask the seller which one is right; pay nothing before."
    ),
    "several-e-invoices": Sentence(
      "the PDF carries {count} e-invoices; the first was taken",
      remedy: "Ask the seller which one counts."
    ),
    "rule-pattern-costly": Sentence(
      "the pattern of the rule {rule} takes too long and was given up",
      remedy: "Write it so that a text can be read in one way only: no (a+)+."
    ),
    "template-failed": Sentence(
      "the template {template} applies but gives nothing: {reason}",
      remedy: "Correct the template, or remove it."
    ),
    "template-pattern-costly": Sentence(
      "a pattern of the template {template} takes too long and was given up: {pattern}",
      remedy: "Make the pattern say less often that anything may follow."
    ),
    "template-value-doubtful": Sentence(
      "{name} of the template {template} could be read otherwise: {value}",
      remedy: "State decimal_separator or date_formats in the template."
    ),
    "terms-beyond-cap": Sentence(
      "due on {due_date}; the law allows at most until {cap}",
      remedy: "Nothing to do for you: it is late in your favour."
    ),
    "terms-unusual": Sentence(
      "due after {days} days; this supplier usually gives {usual} ({count} invoices)",
      remedy: "Compare the due date with the page; what is printed counts."
    ),
    "text-layer-replaced": Sentence(
      "the text of page {page} was unusable; the page was recognised instead",
      remedy: "Compare the fields with the page."
    ),
    "total-mismatch": Sentence(
      "{total_without_vat:amount} + {total_vat:amount} is not {total_with_vat:amount} "
        + "(difference {difference:amount})",
      remedy: "Correct the totals."
    ),
    "vat-despite-exemption": Sentence(
      "VAT of {vat:amount} is charged, and the category {category} says that none is",
      remedy: "Ask the supplier for a corrected invoice before you deduct the VAT."
    ),
    "vat-id-invalid": Sentence(
      "{vat_id} is no valid VAT id",
      remedy: "Compare it with the page; VAT on an invoice without a valid id may not be "
        + "deducted."
    ),
    "vat-mismatch": Sentence(
      "the VAT by rate adds up to {sum:amount}, the total VAT is {total_vat:amount}",
      remedy: "Compare the VAT table."
    ),
    "vat-rate-unlawful": Sentence(
      "a VAT of {rate} % is not charged in {country}",
      remedy: "Compare the rate with the page; the seller may have to correct the invoice."
    ),
    "wrong-addressee": Sentence(
      "addressed to {found}, not to {company}",
      remedy: "Send it back, or add the name to company.other_names."
    ),
  ]
}
