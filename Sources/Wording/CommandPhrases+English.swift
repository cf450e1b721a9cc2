// CommandPhrases+English.swift — the command line's phrases in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension CommandPhrases {
  static let english: [String: String] = [
    "approve-question": "Approve these {count}? [y/N]",
    "computed-from": "computed from {fields}",
    "default": "default",
    "drop-here": "drop invoices into {path}, then: facturier process --once",
    "dry-run": "nothing was changed (--dry-run)",
    "due": "DUE",
    "late": "late",
    "due-this-week": "within 7 days",
    "duplicate-of": "duplicate of",
    "empty-home": "no document yet",
    "entered-by": "entered by {person}",
    "file": "file",
    "filed": "copy",
    "first-of": "the first {count}:",
    "history": "History",
    "hold-until": "on hold until",
    "home-ready": "the home is ready: {path}",
    "imported": "new {new}, changed {changed}, unchanged {unchanged}, closed {closed}; "
      + "{total} in all; {reassessed} invoices assessed again",
    "inbox-notice": "left alone in the inbox: {file} ({code})",
    "ledger": "LEDGER",
    "ledger-line": "{entries} entries   invoices without a counterpart {unmatched}",
    "ledger-of-another": "these books belong to SIREN {siren}, the company here has {own}",
    "ledger-read": "{rows} rows, {entries} entries from {source}; debit {debit}, credit {credit}",
    "left-in-inbox": "{count} files are still being written and stay in the inbox",
    "looks-like": "looks like: {type}",
    "match": "Match",
    "next-approve": "next: facturier approve --ready",
    "next-drop": "next: drop invoices into {path}",
    "next-process": "next: facturier process --once",
    "next-refused": "next: {remedy} Then: facturier retry {id}",
    "next-review": "next: facturier show {id}, then correct {id} FIELD=VALUE or approve {id}",
    "no-company": "no company is set in {path}: the checks of the buyer are off",
    "no-company-short": "no company is set: the checks of the buyer are off (facturier.yml)",
    "no-ledger": "no ledger yet: facturier ledger import FILE",
    "not-an-invoice": "no invoice: {type}",
    "not-running": "no daemon",
    "nothing-found": "nothing found",
    "nothing-waits": "nothing waits",
    "open": "open",
    "closed": "closed",
    "partly-paid": "partly paid",
    "or-else": "or {value}",
    "page-of": "page {done}/{total}",
    "paid-on": "paid",
    "postponed": "{count} documents could not be read now and are tried again next time",
    "processed": "taken {admitted} (seen before {repeated}), read {read}, refused {refused}",
    "processing": "processing",
    "received": "received",
    "residual": "left {amount}",
    "rules-checked": "{files} rule files, {problems} problems",
    "runners-up": "also considered: {entries}",
    "running": "running, pid {pid}",
    "sum": "{count} invoices, {amounts}",
    "supplier": "supplier",
    "type": "type",
    "unknown-supplier": "? unknown supplier",
    "waiting": "waiting",
    "watching": "watching {path}",
    "written-to": "written to {path}",
    "doctor-clock": "clock",
    "doctor-reader": "reader",
    "doctor-sandbox": "sandbox of the reader",
    "doctor-languages": "languages of recognition",
    "doctor-folders": "folders of the home",
    "doctor-disk": "free disk space",
    "doctor-inbox": "inbox and claims on one file system",
    "doctor-mount": "inbox on a local disk",
    "doctor-watches": "inotify watches",
    "doctor-rules": "rule files",
    "doctor-register": "register",
    "doctor-daemon": "daemon",
  ]

  static let englishProblems: [String: (message: String, remedy: String)] = [
    "company-name-missing": ("{path}:{line}: the company has no name", "Add company.name."),
    "configuration-syntax": ("{path}:{line}:{column}: this is no YAML: {reason}", ""),
    "configuration-unknown-key": (
      "{path}:{line}:{column}: the key {key} is not known",
      "Did you mean {nearest}? Known here: {known}."
    ),
    "configuration-value": (
      "{path}:{line}:{column}: {key}: {value} is not what it must be ({expected})", ""
    ),
    "home-unknown": (
      "no home was named and none was found",
      "Name one with --home or FACTURIER_HOME; make one with: facturier init --home FOLDER"
    ),
    "home-missing": ("the home {path} does not exist", "facturier init --home {path}"),
    "home-forbidden": (
      "the home {path} may not be read by you",
      "Join its group: sudo usermod -aG {group} $USER, then log in again."
    ),
    "rules-missing": (
      "the shipped rules were not found at {path}",
      "Install them again, or say where they are with FACTURIER_RULES."
    ),
    "cancelled": ("stopped before it was done", "Run it again; nothing is lost."),
    "claims-elsewhere": (
      "{path} lies on another file system than the inbox",
      "Keep both on one file system; a file is claimed by renaming it."
    ),
    "clock-wrong": ("the clock says {now}", "Set the clock: timedatectl set-ntp true"),
    "disk-nearly-full": ("only {free} MiB are free at {path}", "Make room on this disk."),
    "file-unusable": ("{path} cannot be used: {reason}", ""),
    "folder-unusable": ("the folder {path} cannot be used: {reason}", "Run: facturier init"),
    "inbox-not-prepared": ("{path} is not prepared yet", "Run: facturier init"),
    "inbox-on-network": (
      "{path} lies on a {type} mount: files are noticed by looking every 10 s", ""
    ),
    "inotify-limit-low": (
      "only {limit} inotify watches are allowed",
      "sysctl fs.inotify.max_user_watches=8192"
    ),
    "inotify-unknown": ("the limit of inotify watches cannot be read", ""),
    "sandbox-incomplete": (
      "the reader's sandbox does not hold: {report}",
      "It needs landlock and seccomp of the kernel (5.13 or later)."
    ),
    "tesseract-data-missing": (
      "no language data of tesseract was found", "apt install tesseract-ocr-fra tesseract-ocr-eng"
    ),
    "tesseract-language-missing": (
      "no language data for: {languages}; these are left out", "apt install {packages}"
    ),
    "unexpected-error": ("something unforeseen: {reason}", ""),
    "unknown-refusal": ("it was refused", ""),
    "assignment-expected": ("{argument} is no FIELD=VALUE", "For example: ttc=119,88"),
    "company-name-needed": ("a SIREN alone is no company", "Add --name."),
    "configuration-exists": (
      "{path} exists already", "Edit it there; init does not change what is there."
    ),
    "confirmation-needed": ("nobody is there to be asked", "Add --yes."),
    "not-confirmed": ("nothing was approved", ""),
    "dates-swapped": ("--from lies after --to", ""),
    "entry-ambiguous": ("{id} stands in several sources: {sources}", "Write SOURCE:{id}."),
    "field-unknown": ("there is no field {field}", "Did you mean {nearest}?"),
    "value-not-understood": ("{field}: {value} is not understood as {expected}", ""),
    "file-missing": ("there is no {path}", ""),
    "file-not-regular": ("{path} is no regular file", ""),
    "no-such-entry": ("there is no entry {id} in the ledger", "facturier ledger list --search {id}"),
    "no-such-invoice": ("{id} is not one invoice", "facturier list"),
    "no-such-item": ("there is no document and no invoice {id}", "facturier list"),
    "siren-wrong": ("{value} is no SIREN: nine digits with a check digit", ""),
  ]
}
