// Problems+English.swift — why a document or the register cannot go on, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let englishProblems: [String: Sentence] = [
    "already-decided": Sentence(
      "{id} was decided already, its state is: {state}",
      remedy: "Undo that decision first: facturier undo {id}"
    ),
    "archive-damaged": Sentence(
      "the archived original of {document} is damaged",
      remedy: "Restore it from a backup."
    ),
    "archive-missing": Sentence(
      "the archived original of {document} is missing",
      remedy: "Restore it from a backup, or drop the file again."
    ),
    "archive-empty": Sentence(
      "nothing in the zip file may be a document",
      remedy: "Look into it, and drop the invoices themselves."
    ),
    "archive-encrypted": Sentence(
      "the zip file asks for a password",
      remedy: "Unpack it, and drop the invoices themselves."
    ),
    "archive-unreadable": Sentence(
      "the zip file is damaged",
      remedy: "Unpack it with another program, or ask the sender for it again."
    ),
    "assessing-killed-daemon": Sentence(
      "looking for its values stopped the whole program {deaths} times",
      remedy: "Print it to a new PDF, or enter the invoice by hand."
    ),
    "container-too-deep": Sentence(
      "mails or zip files lie inside each other more than {limit} times",
      remedy: "Drop the innermost one, or the invoices themselves."
    ),
    "container-too-large": Sentence(
      "what it holds is larger than {limit:size}",
      remedy: "Unpack it, and drop the invoices themselves."
    ),
    "container-too-many-files": Sentence(
      "it holds more than {limit} files or parts",
      remedy: "Split it, or drop the invoices themselves."
    ),
    "maildir-unreachable": Sentence(
      "the Maildir {path} cannot be used: {reason}",
      remedy: "Look at intake.maildir, at the rights of its folders new and cur, and whether it is "
        + "mounted."
    ),
    "mail-damaged": Sentence(
      "the mail cannot be taken apart",
      remedy: "Save its attachments and drop those."
    ),
    "office-file": Sentence(
      "this is a file of an office program",
      remedy: "Print it to a PDF, and drop that."
    ),
    "bad-request": Sentence(
      "the daemon did not understand the request {route}",
      remedy: "Use commands and daemon of the same version."
    ),
    "blocking-findings": Sentence(
      "blocking findings stand: {codes}",
      remedy: "Correct the invoice, or name each one: --despite CODE"
    ),
    "cancelled": Sentence("stopped before it was done", remedy: "Run it again; nothing is lost."),
    "changed-meanwhile": Sentence(
      "{id} was changed by somebody else meanwhile",
      remedy: "Look at it again, then decide."
    ),
    "daemon-unreachable": Sentence(
      "the daemon does not answer on {path}: {reason}",
      remedy: "Look at its journal: journalctl -u facturier."
    ),
    "decision-not-possible": Sentence(
      "the decision {decision} cannot be made while the state is: {state}",
      remedy: "See what was decided: facturier status {id}"
    ),
    "disk-full": Sentence(
      "the disk is full",
      remedy: "Free some space; the work goes on by itself."
    ),
    "empty-file": Sentence("the file is empty", remedy: "Scan or send it again, then drop it."),
    "file-failed": Sentence(
      "{path} could not be used: {reason}",
      remedy: "Look at rights and space of its folder."
    ),
    "file-too-large": Sentence(
      "the file has {bytes:size}, more than the {limit:size} allowed",
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
    "hold-in-past": Sentence(
      "{day} has passed: nothing can be held until then",
      remedy: "Name a day to come, or leave --until away to hold it without an end."
    ),
    "home-locked": Sentence(
      "another facturier works in this home (process {pid})",
      remedy: "Wait for it, or stop it."
    ),
    "xml-damaged": Sentence(
      "the XML is damaged near line {line}",
      remedy: "Ask the sender for the file again."
    ),
    "xml-doctype": Sentence(
      "the XML declares a document type, which no e-invoice does and attacks need",
      remedy: "Ask the sender for a plain e-invoice."
    ),
    "xml-too-large": Sentence(
      "the XML has more than {limit} bytes or elements, or is nested too deeply",
      remedy: "Ask the sender to split the invoice."
    ),
    "image-damaged": Sentence(
      "the image cannot be decoded ({format})",
      remedy: "Scan it again, or ask the sender for it again."
    ),
    "image-too-large": Sentence(
      "the image declares {width} × {height} pixels",
      remedy: "Scan it with 300 dpi."
    ),
    "inbox-unreachable": Sentence(
      "the inbox {path} cannot be used: {reason}",
      remedy: "Look at its rights and whether it is mounted."
    ),
    "is-a-folder": Sentence("it is a folder", remedy: "Drop the files themselves into the inbox."),
    "language-data-missing": Sentence(
      "tesseract has no data for {language}",
      remedy: "Install it: apt-get install {package}."
    ),
    "lease-lost": Sentence(
      "document {id} was taken over by another worker",
      remedy: "Nothing to do."
    ),
    "no-such-document": Sentence("there is no document {id}", remedy: "See them: facturier status"),
    "no-such-field": Sentence(
      "there is no field {field}",
      remedy: "See the names: facturier show ID --json."
    ),
    "not-a-regular-file": Sentence(
      "it is no regular file",
      remedy: "Drop a copy of the file itself."
    ),
    "not-quarantined": Sentence(
      "document {id} is not in quarantine but {state}",
      remedy: "See it: facturier status {id}"
    ),
    "not-readable": Sentence(
      "it cannot be read by the account of the daemon",
      remedy: "Give its group the right to read it: chmod g+r FILE"
    ),
    "nothing-to-undo": Sentence(
      "nothing was decided about {id} that could be undone",
      remedy: "See its history: facturier status {id}"
    ),
    "page-too-costly": Sentence(
      "a page asks for more work than any page of paper",
      remedy: "Print it to a new PDF, or scan it again."
    ),
    "page-too-large": Sentence(
      "page {page} is larger than any paper ({width} × {height} inches)",
      remedy: "Print it to a PDF of normal size."
    ),
    "paid-in-future": Sentence(
      "{day} is still to come: nothing has been paid on it",
      remedy: "Name the day of the payment once it has come."
    ),
    "pdf-damaged": Sentence(
      "the PDF is damaged or cut off",
      remedy: "Ask the sender for it again."
    ),
    "pdf-encrypted": Sentence(
      "the PDF is protected by a password",
      remedy: "Remove it (qpdf --decrypt), then drop the result."
    ),
    "rendering-failed": Sentence(
      "a page could not be drawn ({reason})",
      remedy: "Open the original: facturier open ID"
    ),
    "reader-crashed": Sentence(
      "reading it made the reader fail ({how})",
      remedy: "Print it to a new PDF, or scan it again."
    ),
    "reader-killed-daemon": Sentence(
      "reading it stopped the whole program {deaths} times",
      remedy: "Print it to a new PDF, or scan it again."
    ),
    "reader-limit": Sentence(
      "reading it needs more than the reader may use ({limit})",
      remedy: "Split it, or scan it with a lower resolution."
    ),
    "reader-missing": Sentence(
      "facturier-reader is not at {path}",
      remedy: "Install both executables together."
    ),
    "reader-timeout": Sentence(
      "reading one of its pages took more than {seconds} seconds",
      remedy: "Split it, or scan it with a lower resolution."
    ),
    "register-busy": Sentence(
      "the register is in use by another program",
      remedy: "Try again in a moment."
    ),
    "register-damaged": Sentence("the register is damaged", remedy: "Restore it from a backup."),
    "register-failed": Sentence(
      "the register could not be used (SQLite {code})",
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
      "the register was written by a newer version ({found}, known here: {known})",
      remedy: "Upgrade this program."
    ),
    "register-older": Sentence(
      "the register was written by an older version ({found}, current: {known})",
      remedy: "Bring it up to date: facturier process --once, or start the daemon."
    ),
    "register-read-only": Sentence(
      "the register is open for reading only",
      remedy: "Tell us about it: a command tried to write where it may only look."
    ),
    "rule-file-invalid": Sentence(
      "{file}:{line}:{column}: {reason}< — {excerpt}>",
      remedy: "Correct the file<: {stands}>."
    ),
    "sandbox-failed": Sentence(
      "the reader could not shut itself in: {reason}",
      remedy: "The file is unharmed; look what is missing: facturier doctor"
    ),
    "socket-failed": Sentence(
      "the socket {path} cannot be used: {reason}",
      remedy: "Look at the rights of the home."
    ),
    "too-many-pages": Sentence(
      "it has {count} pages, more than the {limit} allowed",
      remedy: "Split it into single invoices."
    ),
    "too-many-words": Sentence(
      "it holds more than {limit} words, more than an invoice can",
      remedy: "Split it into single invoices."
    ),
    "truncated-file": Sentence("the file is cut off", remedy: "Copy or scan it again."),
    "unexpected-error": Sentence(
      "something unforeseen happened: {reason}",
      remedy: "Try again; if it stays, report it with this message."
    ),
    "unknown-refusal": Sentence(
      "it was refused, and the reason was not kept",
      remedy: "Try again: facturier retry ID"
    ),
    "watch-failed": Sentence(
      "the folder {path} cannot be watched: {reason}",
      remedy: "Nothing to do: it is looked at every ten seconds instead."
    ),
  ]
}
