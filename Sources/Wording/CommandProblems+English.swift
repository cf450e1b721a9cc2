// CommandProblems+English.swift — why a command cannot be done, in English.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  static let englishCommandProblems: [String: Sentence] = [
    "assignment-expected": Sentence(
      "{argument} is no FIELD=VALUE",
      remedy: "For example: ttc=119,88"
    ),
    "claims-elsewhere": Sentence(
      "{path} lies on another file system than the inbox",
      remedy: "Keep both on one file system: a file is claimed by renaming it."
    ),
    "clock-wrong": Sentence(
      "the clock says {now}",
      remedy: "Set the clock: timedatectl set-ntp true"
    ),
    "company-name-missing": Sentence(
      "{path}:{line}: the company has no name",
      remedy: "Write it as company.name, as it stands on invoices."
    ),
    "company-name-needed": Sentence(
      "a SIREN alone is no company",
      remedy: "Add its name: --name NAME"
    ),
    "configuration-exists": Sentence(
      "{path} exists already",
      remedy: "Edit it there; init does not change what is there."
    ),
    "configuration-syntax": Sentence(
      "{path}:{line}:{column}: this is no YAML<: {reason}>",
      remedy: "Correct the line; indent by blanks only."
    ),
    "configuration-unknown-key": Sentence(
      "{path}:{line}:{column}: the key {key} is not known",
      remedy: "<Did you mean {nearest}? >Known here: {known}."
    ),
    "configuration-value": Sentence(
      "{path}:{line}:{column}: {key} cannot be “{value}”",
      remedy: "Write there {expected}."
    ),
    "confirmation-needed": Sentence(
      "nobody is there to be asked",
      remedy: "Add --yes to go on without a question."
    ),
    "dates-swapped": Sentence("--from lies after --to", remedy: "Swap the two dates."),
    "disk-nearly-full": Sentence(
      "only {free} MiB are free at {path}",
      remedy: "Make room on this disk."
    ),
    "drafting-stopped": Sentence(
      "nothing was written",
      remedy: "Answer every question, or add --yes to take what is found."
    ),
    "entry-ambiguous": Sentence(
      "{id} stands in several sources: {sources}",
      remedy: "Write the source before it: SOURCE:{id}"
    ),
    "field-unknown": Sentence(
      "there is no field “{field}”",
      remedy: "<Did you mean {nearest}? >See the names: facturier show ID --json"
    ),
    "file-missing": Sentence("there is no {path}", remedy: "Look at the name."),
    "file-not-regular": Sentence("{path} is no regular file", remedy: "Name the file itself."),
    "file-unusable": Sentence("{path} cannot be used: {reason}", remedy: "Look at its rights."),
    "folder-unusable": Sentence(
      "the folder {path} cannot be used: {reason}",
      remedy: "Look at its rights; what is missing is made by: facturier init"
    ),
    "home-forbidden": Sentence(
      "the home {path} may not be read by you",
      remedy: "Join its group: sudo usermod -aG {group} $USER, then log in again."
    ),
    "home-missing": Sentence(
      "the home {path} does not exist",
      remedy: "Create it: facturier init --home {path}"
    ),
    "home-unknown": Sentence(
      "no home was named and none was found",
      remedy: "Name one with --home or FACTURIER_HOME; make one with: facturier init --home "
        + "FOLDER"
    ),
    "inbox-not-prepared": Sentence("{path} is not prepared yet", remedy: "Run: facturier init"),
    "inbox-on-network": Sentence(
      "{path} lies on a {type} mount, where arrivals are not announced",
      remedy: "Nothing to do: it is looked at every ten seconds."
    ),
    "inotify-limit-low": Sentence(
      "only {limit} inotify watches are allowed",
      remedy: "Allow more: sysctl fs.inotify.max_user_watches=8192"
    ),
    "inotify-unknown": Sentence(
      "the limit of inotify watches cannot be read",
      remedy: "Nothing to do: without watches the inbox is looked at every ten seconds."
    ),
    "no-e-invoice": Sentence(
      "{id} is no e-invoice: it has no file to make a view of",
      remedy: "See its page: facturier open {id}"
    ),
    "no-page-picture": Sentence(
      "{id} is a file of kind {format}: it has no page to make a PDF of",
      remedy: "See the file itself: facturier open {id}"
    ),
    "no-such-entry": Sentence(
      "there is no entry {id} in the ledger",
      remedy: "Look for it: facturier ledger list --search {id}"
    ),
    "no-such-invoice": Sentence("there is no invoice {id}", remedy: "See them: facturier list"),
    "no-such-item": Sentence(
      "there is no document and no invoice {id}",
      remedy: "See them: facturier list"
    ),
    "no-such-note": Sentence(
      "invoice {id} has no note {code} that was a warning before",
      remedy: "See its notes: facturier show {id}"
    ),
    "no-such-supplier": Sentence(
      "there is no supplier {code}",
      remedy: "See them: facturier suppliers list"
    ),
    "no-such-page": Sentence(
      "document {id} has no page {page}",
      remedy: "See what was read: facturier status ID"
    ),
    "not-read": Sentence(
      "document {id} has not been read",
      remedy: "See why: facturier status {id}"
    ),
    "not-confirmed": Sentence("nothing was approved", remedy: "Answer y to approve, or add --yes."),
    "profile-never-applies": Sentence(
      "{profile} can never apply: nothing of its seller is long enough to be told",
      remedy: "Add a VAT id, a SIREN, an IBAN or a name to seller."
    ),
    "profile-shadowed": Sentence(
      "{profile} and {other} are both for {id}",
      remedy: "Keep one of them."
    ),
    "profile-too-broad": Sentence(
      "{profile} applies to nearly every page: “{text}” is too short",
      remedy: "Write a longer name or phrase, or a number of the seller."
    ),
    "rule-file-exists": Sentence(
      "{path} is there already",
      remedy: "Edit it, or replace it with --force."
    ),
    "rule-never-finds": Sentence(
      "{profile}: the rule for {field} can never find anything",
      remedy: "Use a finder for values of that kind; rules/README.md lists them."
    ),
    "rule-slow": Sentence(
      "{profile}: the pattern for {field} runs away on some texts: {pattern}",
      remedy: "Write it so that a text can be read in one way only: no (a+)+."
    ),
    "not-reviewed": Sentence(
      "nobody has approved invoice {id}: it is {state}",
      remedy: "Correct it where it is wrong, and approve it: facturier approve {id}"
    ),
    "nothing-to-learn": Sentence(
      "nothing on the invoice tells its seller apart",
      remedy: "Correct seller_name, seller_vat_id or seller_legal_id, and approve it."
    ),
    "seller-has-rules": Sentence(
      "you keep the rules of this seller yourself: {profile}",
      remedy: "Edit that file; see it in facturier rules list."
    ),
    "learned-contradicts": Sentence(
      "what was learned does not reproduce the invoices {ids}",
      remedy: "Look whether one of them was approved with a wrong value."
    ),
    "learned-file-edited": Sentence(
      "{path} was edited and is left as it is",
      remedy: "Move it to rules/suppliers to keep your version, or remove it to learn it anew."
    ),
    "rules-missing": Sentence(
      "the shipped rules were not found at {path}",
      remedy: "Install them again, or say where they are with FACTURIER_RULES."
    ),
    "sample-of-several": Sentence(
      "{path} holds {count} invoices",
      remedy: "Name a file with one of them alone."
    ),
    "sandbox-incomplete": Sentence(
      "the reader's sandbox does not hold: {promises}",
      remedy: "It needs landlock and seccomp of the kernel (5.13 or later)."
    ),
    "siren-wrong": Sentence(
      "{value} is no SIREN",
      remedy: "A SIREN has nine digits, the last of which checks the others."
    ),
    "tesseract-data-missing": Sentence(
      "no language data of tesseract was found",
      remedy: "Install it: apt install tesseract-ocr-fra tesseract-ocr-eng"
    ),
    "tesseract-language-missing": Sentence(
      "tesseract has no data for {languages}; scans in them are read worse",
      remedy: "Install it: apt install {packages}"
    ),
    "xml-without-page": Sentence(
      "{id} is an XML file: it has no page to make a PDF of",
      remedy: "See it as a page to read: facturier show {id} --html"
    ),
    "value-not-understood": Sentence(
      "“{value}” cannot be the {field}",
      remedy: "Write there {expected}."
    ),
  ]
}
