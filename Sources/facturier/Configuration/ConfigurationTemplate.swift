// ConfigurationTemplate.swift — the facturier.yml that `init` writes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The text of a new facturier.yml: every key stands there, commented out with its default.
enum ConfigurationTemplate {
  /// The text, with the company filled in; from the SIREN its French VAT id is derived.
  static func text(name: String?, siren: SIREN?) -> String {
    """
    # facturier.yml: one home is one company. A key without # is in force; the values behind # are
    # the defaults. A key that is not known is an error. See: facturier config show --origin

    \(company(name: name, siren: siren))

    # Earlier documents are history: searched and compared for duplicates, never due, paid or exported.
    # books_from: 2026-01-01

    # Language of messages, en or fr. Default: that of the environment (LANG).
    # language: en

    # How long a dropped file must stay unchanged, and how long an empty or cut-off one is waited for.
    # A Maildir, which fetchmail, getmail or mbsync fill: its new mails are taken and moved to cur.
    # intake:
    #   settle: 2s
    #   settle_max: 10min
    #   maildir: /var/mail/invoices

    # Files of the books (FEC, journal, bank statement, list of open items): read at the start and again
    # when they change, as `facturier ledger import` does by hand.
    # ledger:
    #   files: [/srv/compta/881085468FEC20261231.txt]

    # Languages of recognition as tesseract names them, the likeliest first: a page is read in that one
    # until it shows another. Whether logos and stamps of pages with text are read too, which takes
    # longer. How many documents are read at once (default: one for each core); the longest that one
    # page may take.
    # reading:
    #   languages: [fra, eng, deu, nld, spa, ita]
    #   pictures: false
    #   workers: 2
    #   timeout: 5min

    # Whether approved invoices teach a rule file of their seller, in rules/learned.
    # rules:
    #   learn: true

    # So many sure matches of a kind (entries of the books, orders, bank lines) must be kept by people
    # before they are relied on; until then each says that it is on trial. 0: no trial. Where people
    # replace them they are switched off: facturier status --matching
    # matching:
    #   trial: 50

    # Address of the review page; this version serves none yet.
    # listen: 127.0.0.1:8470

    """
  }

  private static func company(name: String?, siren: SIREN?) -> String {
    let mark = name == nil ? "# " : ""
    var lines = [
      "# Whose invoices these are. Without a company the checks of the buyer are off.",
      mark + "company:",
      mark + "  name: " + quoted(name ?? "Ateliers Exemple SAS"),
      "#   other_names: []",
    ]
    if let siren {
      lines.append("  siren: " + siren.compact)
      lines.append("#   sirets: []")
      lines.append("  vat_ids: [\(VATIdentifier(siren).compact)]")
    } else {
      lines += ["#   siren: 123456782", "#   sirets: []", "#   vat_ids: []"]
    }
    lines += [
      "#   ibans: []", "#   country: FR",
      "#   From these totals on a second person approves: invoices just below are told.",
      "#   approval_limits: [1000, 5000]",
    ]
    return lines.joined(separator: "\n")
  }

  /// A double-quoted YAML scalar, so that any name is a text.
  private static func quoted(_ text: String) -> String { JSON.text(text).line }
}
