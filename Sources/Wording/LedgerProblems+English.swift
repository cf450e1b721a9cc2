// LedgerProblems+English.swift — why a file of the books cannot be read, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let englishLedgerProblems: [String: Sentence] = [
    "bank-amount-unreadable": Sentence(
      "line {line}: the amount or its side is missing or is no amount",
      remedy: "Ask the bank for the statement again."
    ),
    "bank-currency-unknown": Sentence(
      "line {line}: the currency is none that is known",
      remedy: "Ask the bank for the statement again."
    ),
    "bank-date-unreadable": Sentence(
      "line {line}: the date is missing or is no date",
      remedy: "Ask the bank for the statement again."
    ),
    "bank-record-short": Sentence(
      "line {line}: the record is shorter than it must be",
      remedy: "Ask the bank for the statement again."
    ),
    "bank-unbalanced": Sentence(
      "the lines of account {account} do not make its new balance: {difference:amount} apart",
      remedy: "The statement is incomplete: ask the bank for it again."
    ),
    "csv-amount-unreadable": Sentence(
      "line {line}: what stands in column {column} is no amount",
      remedy: "Correct the file, or set decimal in the mapping."
    ),
    "csv-column-missing": Sentence(
      "the column {column} that the mapping {mapping} names is not in the file",
      remedy: "<Did you mean {nearest}? >Correct the mapping or the file."
    ),
    "csv-currency-unknown": Sentence(
      "line {line}: what stands in column {column} is no currency",
      remedy: "Use ISO 4217 codes such as EUR."
    ),
    "csv-date-unreadable": Sentence(
      "line {line}: what stands in column {column} is no date",
      remedy: "Correct the file, or set date in the mapping."
    ),
    "csv-header-missing": Sentence(
      "{file} has no line of column names",
      remedy: "Export it again with its heading, or set skip in the mapping."
    ),
    "csv-id-twice": Sentence(
      "line {line}: the id {id} stands twice",
      remedy: "Each entry needs an id of its own; a mapping may compose it."
    ),
    "csv-mapping-missing": Sentence(
      "no mapping fits the columns of {file}",
      remedy: "Write one in rules/ledger, or name one: --mapping FILE"
    ),
    "csv-order-total-differs": Sentence(
      "line {line}: the rows of order {id} name different totals",
      remedy: "Correct the export."
    ),
    "csv-quote-unclosed": Sentence(
      "line {line}: a quotation mark is never closed",
      remedy: "Correct the file."
    ),
    "fec-amount-unreadable": Sentence(
      "line {line}: what stands in column {column} is no amount",
      remedy: "Export the FEC again."
    ),
    "fec-column-missing": Sentence(
      "the FEC has no column {column}",
      remedy: "Export it with the 18 columns of article A47 A-1."
    ),
    "fec-date-unreadable": Sentence(
      "line {line}: what stands in column {column} is no date (YYYYMMDD)",
      remedy: "Export the FEC again."
    ),
    "fec-ebcdic": Sentence(
      "{file} is written in EBCDIC",
      remedy: "Export it as UTF-8 or ISO-8859-15."
    ),
    "fec-entry-unbalanced": Sentence(
      "entry {entry} of journal {journal} does not balance (line {line}): {difference:amount}",
      remedy: "Correct it in the accounting package and export again."
    ),
    "fec-field-count": Sentence(
      "line {line} has {found} fields instead of {expected}",
      remedy: "Export the FEC again."
    ),
    "fec-sense-unreadable": Sentence(
      "line {line}: column {column} holds neither debit nor credit",
      remedy: "Export the FEC again."
    ),
    "fec-unbalanced": Sentence(
      "debit and credit of the file differ by {difference:amount}",
      remedy: "The export is incomplete: make it again."
    ),
    "ledger-sum-too-large": Sentence(
      "the amounts up to line {line} add up to more than books can hold",
      remedy: "Look at the amounts around that line, correct the file and import it again."
    ),
    "fec-xml": Sentence("{file} is a FEC in XML", remedy: "Export it as text, with columns."),
    "csv-receipt-incomplete": Sentence(
      "line {line} lacks the order, its line or the quantity",
      remedy: "Correct the file."
    ),
    "journal-amount-unreadable": Sentence(
      "line {line}: the amount is no amount",
      remedy: "Import the journal itself: facturier ledger import FILE"
    ),
    "journal-date-unreadable": Sentence(
      "line {line}: the date is no date",
      remedy: "Import the journal itself: facturier ledger import FILE"
    ),
    "journal-entry-unbalanced": Sentence(
      "the transaction {entry} does not balance (line {line}): {difference:amount}",
      remedy: "Import the journal itself: facturier ledger import FILE"
    ),
    "ledger-file-empty": Sentence("{file} holds no entry", remedy: "Export it again."),
    "ledger-file-unrecognised": Sentence(
      "{file} is no ledger that is known here",
      remedy: "Name its format or its mapping: --format, --mapping"
    ),
    "ledger-format-unknown": Sentence(
      "there is no ledger format {format}",
      remedy: "Known are: {known}."
    ),
    "ledger-tool-failed": Sentence(
      "{tool} could not read the journal: {detail}",
      remedy: "Correct the journal and import it again"
    ),
    "ledger-office-file": Sentence(
      "{file} is a file of an office program that is not read here",
      remedy: "Save it as a workbook (.xlsx) or as CSV."
    ),
    "ledger-tool-missing": Sentence(
      "the journal needs the command {tool}, which is not installed",
      remedy: "Install it (apt install {package}) and import the journal again"
    ),
    "ledger-tool-timeout": Sentence(
      "{tool} took longer than {seconds} seconds",
      remedy: "Split the journal by years and import one at a time"
    ),
    "mapping-key-missing": Sentence(
      "{file}:{line}:{column}: the key {key} is missing",
      remedy: "Add it."
    ),
    "mapping-key-unknown": Sentence(
      "{file}:{line}:{column}: unknown key {key}",
      remedy: "Did you mean {nearest}?"
    ),
    "mapping-pattern-wrong": Sentence(
      "{file}:{line}:{column}: the pattern does not compile, at character {offset}: {detail}",
      remedy: "Correct the pattern."
    ),
    "mapping-syntax": Sentence(
      "{file}:{line}:{column}: this is no YAML: {detail}",
      remedy: "Correct it."
    ),
    "mapping-value-wrong": Sentence(
      "{file}:{line}:{column}: {key} cannot have this value",
      remedy: "Write there: {expected}."
    ),
    "order-incomplete": Sentence(
      "{file} is an order without {field}",
      remedy: "Ask for the order again from the software that made it."
    ),
    "order-other-type": Sentence(
      "{file} is no order but of type {type}",
      remedy: "Import the order itself (type 220) or its change (230)."
    ),
    "pattern-limit": Sentence(
      "line {line}: the pattern {pattern} took too long",
      remedy: "Write it more simply."
    ),
    "several-orders": Sentence(
      "the PDF carries {count} orders that differ",
      remedy: "Import the one that holds, as a file of its own."
    ),
    "suppliers-codes-repeat": Sentence(
      "{file} is no list of suppliers: of its {rows} rows, {repeated} name a supplier again",
      remedy: "Entries of the books are taken with: facturier ledger import {file}. A list of "
        + "suppliers has a row for each."
    ),
    "suppliers-column-missing": Sentence(
      "the file has no column {column} (found: {found})",
      remedy: "Add it, or rename its heading."
    ),
    "workbook-headings-missing": Sentence(
      "no sheet of {file} has the headings of the mapping {mapping}: {headings}",
      remedy: "Name another mapping with --mapping, or copy one and write your headings into it."
    ),
    "rates-date-unreadable": Sentence(
      "line {line}: the date of the rates cannot be read",
      remedy: "Download the file again from the ECB: eurofxref-hist.csv"
    ),
    "rates-unreadable": Sentence(
      "line {line}: a rate is no number above zero",
      remedy: "Download the file again from the ECB: eurofxref-hist.csv"
    ),
  ]
}
