// Problems+English.swift — why something cannot go on, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let englishProblems: [String: Sentence] = [
    "already-decided": Sentence(
      "it is {state} already",
      remedy: "Undo that decision first: facturier undo {id}."
    ),
    "archive-damaged": Sentence(
      "the archived original of {document} is damaged",
      remedy: "Restore it from a backup."
    ),
    "archive-missing": Sentence(
      "the archived original of {document} is missing",
      remedy: "Restore it from a backup, or drop the file again."
    ),
    "bad-request": Sentence(
      "the daemon did not understand the request {route}",
      remedy: "Use commands and daemon of the same version."
    ),
    "blocking-findings": Sentence(
      "blocking findings stand: {codes}",
      remedy: "Correct the invoice, or name each one: --despite CODE."
    ),
    "cancelled": Sentence(
      "the work was interrupted",
      remedy: "It goes on at the next start."
    ),
    "changed-meanwhile": Sentence(
      "invoice {id} was changed by somebody else meanwhile",
      remedy: "Look at it again, then decide."
    ),
    "claims-elsewhere": Sentence(
      "the claim folder is on another file system than the inbox",
      remedy: "Put the inbox and its folder .facturier on one file system."
    ),
    "csv-amount-unreadable": Sentence(
      "line {line}, column {column}: {value} is no amount",
      remedy: "Correct the file, or set decimal in the mapping."
    ),
    "csv-column-missing": Sentence(
      "the column {column} that the mapping {mapping} names is not in the file",
      remedy: "Did you mean {nearest}? Correct the mapping or the file."
    ),
    "csv-currency-unknown": Sentence(
      "line {line}: {value} is no currency",
      remedy: "Use ISO 4217 codes such as EUR."
    ),
    "csv-date-unreadable": Sentence(
      "line {line}, column {column}: {value} is no date",
      remedy: "Correct the file, or set date in the mapping."
    ),
    "csv-header-missing": Sentence(
      "{file} has no line of column names",
      remedy: "Export it again with its heading, or set skip in the mapping."
    ),
    "csv-id-twice": Sentence(
      "line {line}: the id {value} stands twice",
      remedy: "Each entry needs an id of its own."
    ),
    "csv-mapping-missing": Sentence(
      "no mapping fits the columns of {file}",
      remedy: "Write one in rules/ledger, or name one: --mapping FILE."
    ),
    "csv-order-total-differs": Sentence(
      "line {line}: the rows of order {value} name different totals",
      remedy: "Correct the export."
    ),
    "csv-quote-unclosed": Sentence(
      "line {line}: a quotation mark is never closed",
      remedy: "Correct the file."
    ),
    "daemon-unreachable": Sentence(
      "the daemon does not answer on {path}: {reason}",
      remedy: "Look at its journal: journalctl -u facturier."
    ),
    "decision-not-possible": Sentence(
      "that cannot be done while it is {state}",
      remedy: "See its state: facturier status {id}."
    ),
    "disk-full": Sentence(
      "the disk is full",
      remedy: "Free some space; the work goes on by itself."
    ),
    "empty-file": Sentence(
      "the file is empty",
      remedy: "Scan or send it again, then drop it."
    ),
    "fec-amount-unreadable": Sentence(
      "line {line}, column {column}: {value} is no amount",
      remedy: "Export the FEC again."
    ),
    "fec-column-missing": Sentence(
      "the FEC has no column {column}",
      remedy: "Export it with the 18 columns of article A47 A-1."
    ),
    "fec-date-unreadable": Sentence(
      "line {line}, column {column}: {value} is no date (YYYYMMDD)",
      remedy: "Export the FEC again."
    ),
    "fec-ebcdic": Sentence(
      "{file} is written in EBCDIC",
      remedy: "Export it as UTF-8 or ISO-8859-15."
    ),
    "fec-entry-unbalanced": Sentence(
      "entry {entry} of journal {journal} does not balance (line {line}): {difference}",
      remedy: "Correct it in the accounting package and export again."
    ),
    "fec-field-count": Sentence(
      "line {line} has {found} fields instead of {expected}",
      remedy: "Export the FEC again."
    ),
    "fec-sense-unreadable": Sentence(
      "line {line}, column {column}: {value} is neither debit nor credit",
      remedy: "Export the FEC again."
    ),
    "fec-unbalanced": Sentence(
      "debit and credit of the file differ by {difference}",
      remedy: "The export is incomplete: make it again."
    ),
    "fec-xml": Sentence(
      "{file} is a FEC in XML",
      remedy: "Export it as text, with columns."
    ),
    "file-failed": Sentence(
      "{path} could not be used: {reason}",
      remedy: "Look at rights and space of its folder."
    ),
    "file-too-large": Sentence(
      "the file is larger than {limit}",
      remedy: "Split it, or scan it with a lower resolution."
    ),
    "format-not-supported": Sentence(
      "this version cannot read {format} files yet",
      remedy: "Keep it: it is read by itself after an upgrade. Or drop the invoice as a PDF."
    ),
    "format-unknown": Sentence(
      "this is neither a PDF nor an image",
      remedy: "Drop the invoice as PDF, TIFF, JPEG or PNG."
    ),
    "home-locked": Sentence(
      "another facturier is working in this home (process {pid})",
      remedy: "Wait for it, or stop it."
    ),
    "image-damaged": Sentence(
      "the image cannot be decoded ({format})",
      remedy: "Scan it again."
    ),
    "image-too-large": Sentence(
      "the image declares {width} × {height} pixels",
      remedy: "Scan it with 300 dpi."
    ),
    "inbox-unreachable": Sentence(
      "the inbox {path} cannot be used (error {errno})",
      remedy: "Look at its rights and whether it is mounted."
    ),
    "language-data-missing": Sentence(
      "tesseract has no data for {language}",
      remedy: "Install it: apt-get install {package}."
    ),
    "lease-lost": Sentence(
      "document {id} was taken over by another worker",
      remedy: "Nothing to do."
    ),
    "ledger-file-empty": Sentence(
      "{file} holds no entry",
      remedy: "Export it again."
    ),
    "ledger-file-unrecognised": Sentence(
      "{file} is no ledger that is known here",
      remedy: "Name its format or mapping: --format, --mapping."
    ),
    "ledger-format-unknown": Sentence(
      "there is no ledger format {format}",
      remedy: "Known are: {known}."
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
      "{file}:{line}:{column}: the pattern does not compile: {detail}",
      remedy: "Correct it."
    ),
    "mapping-syntax": Sentence(
      "{file}:{line}:{column}: this is no YAML: {detail}",
      remedy: "Correct it."
    ),
    "mapping-value-wrong": Sentence(
      "{file}:{line}:{column}: {key} cannot be {value}",
      remedy: "Correct it."
    ),
    "no-such-document": Sentence(
      "there is no document {id}",
      remedy: "See them: facturier status."
    ),
    "no-such-field": Sentence(
      "there is no field {field}",
      remedy: "See the names: facturier show ID --json."
    ),
    "not-a-regular-file": Sentence(
      "it is no regular file",
      remedy: "Drop a copy of the file itself."
    ),
    "not-quarantined": Sentence(
      "document {id} is not in quarantine",
      remedy: "See it: facturier status {id}."
    ),
    "nothing-to-undo": Sentence(
      "nothing was decided about {id} that could be undone",
      remedy: ""
    ),
    "page-too-large": Sentence(
      "page {page} is larger than any paper",
      remedy: "Print it to a PDF of normal size."
    ),
    "pattern-limit": Sentence(
      "line {line}: the pattern {pattern} took too long",
      remedy: "Write it more simply."
    ),
    "pdf-damaged": Sentence(
      "the PDF is damaged or cut off",
      remedy: "Ask the sender for it again."
    ),
    "pdf-encrypted": Sentence(
      "the PDF is protected by a password",
      remedy: "Remove it (qpdf --decrypt), then drop the result."
    ),
    "reader-crashed": Sentence(
      "reading it made the reader fail ({how})",
      remedy: "Print it to a new PDF, or scan it again."
    ),
    "reader-killed-daemon": Sentence(
      "reading it stopped the whole program several times",
      remedy: "Print it to a new PDF, or scan it again."
    ),
    "reader-missing": Sentence(
      "facturier-reader is not at {path}",
      remedy: "Install both executables together."
    ),
    "reader-timeout": Sentence(
      "reading it took more than {seconds} seconds",
      remedy: "Split it, or scan it with a lower resolution."
    ),
    "register-busy": Sentence(
      "the register is in use by another program",
      remedy: "Try again in a moment."
    ),
    "register-damaged": Sentence(
      "the register is damaged",
      remedy: "Restore it from a backup."
    ),
    "register-failed": Sentence(
      "the register could not be written (SQLite {sqlite})",
      remedy: "Look at rights and space of its folder."
    ),
    "register-foreign": Sentence(
      "register.sqlite was not made by Facturier",
      remedy: "Move it away, or name another home."
    ),
    "register-missing": Sentence(
      "there is no register at {path} yet",
      remedy: "Process something first: facturier process --once."
    ),
    "register-newer": Sentence(
      "the register was written by a newer version",
      remedy: "Upgrade this program."
    ),
    "register-older": Sentence(
      "the register was written by an older version",
      remedy: "Run any command that writes: it brings the register up to date."
    ),
    "register-read-only": Sentence(
      "the register is open for reading only",
      remedy: ""
    ),
    "rule-file-invalid": Sentence(
      "{file}:{line}:{column}: {reason}\n    {excerpt}",
      remedy: "Correct the file; the rules before it stay in force."
    ),
    "sandbox-failed": Sentence(
      "the reader could not shut itself in: {reason}",
      remedy: "Look at the journal; the file is unharmed."
    ),
    "socket-failed": Sentence(
      "the socket {path} cannot be used: {reason}",
      remedy: "Look at the rights of the home."
    ),
    "supplier-code-twice": Sentence(
      "line {line}: the code {value} stands twice",
      remedy: "Each supplier needs a code of its own."
    ),
    "suppliers-column-missing": Sentence(
      "the file has no column {column} (found: {found})",
      remedy: "Add it, or rename its heading."
    ),
    "too-many-pages": Sentence(
      "it has {count} pages, more than {limit}",
      remedy: "Split it."
    ),
    "too-many-words": Sentence(
      "it holds more words than an invoice can",
      remedy: "Split it."
    ),
    "truncated-file": Sentence(
      "the file is cut off",
      remedy: "Copy or scan it again."
    ),
    "watch-failed": Sentence(
      "the folder {path} cannot be watched (error {errno})",
      remedy: "It is looked at every ten seconds instead."
    ),
  ]
}
