// Phrase.swift — headings, answers and labels of commands and screens.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A heading, an answer or a label; the raw value is its code.
///
/// Each language is one switch over all cases: a phrase that is not translated does not compile.
package enum Phrase: String, Hashable, Sendable, CaseIterable {
  case acceptedBefore = "accepted-before"
  case approveQuestion = "approve-question"
  case besideLabel = "beside-label"
  case byBooks = "by-books"
  case bySupplierList = "by-supplier-list"
  case cameBy = "came-by"
  case cameIn = "came-in"
  case chooseHelp = "choose-help"
  case closed
  case computedFrom = "computed-from"
  case contains
  case `default`
  case drafted
  case draftedMissed = "drafted-missed"
  case dropHere = "drop-here"
  case dryRun = "dry-run"
  case due
  case dueThisWeek = "due-this-week"
  case duplicateOf = "duplicate-of"
  case emptyHome = "empty-home"
  case enteredBy = "entered-by"
  case file
  case filed
  case firstOf = "first-of"
  case history
  case holdUntil = "hold-until"
  case homeReady = "home-ready"
  case imported
  case inboxBeingWritten = "inbox-being-written"
  case inboxCutOff = "inbox-cut-off"
  case inboxEmpty = "inbox-empty"
  case inboxNotTaken = "inbox-not-taken"
  case inboxNotice = "inbox-notice"
  case inInbox = "in-inbox"
  case late
  case ledger
  case ledgerLine = "ledger-line"
  case ledgerOfAnother = "ledger-of-another"
  case ledgerRead = "ledger-read"
  case learned
  case learnedDropped = "learned-dropped"
  case learnedFields = "learned-fields"
  case leftInInbox = "left-in-inbox"
  case kept
  case linksInForce = "links-in-force"
  case linksInTrial = "links-in-trial"
  case linksResumed = "links-resumed"
  case linksSwitchedOff = "links-switched-off"
  case lifecycle
  case looksLike = "looks-like"
  case match
  case matches
  case mended
  case moreLines = "more-lines"
  case nextApprove = "next-approve"
  case nextDrop = "next-drop"
  case nextProcess = "next-process"
  case nextRefused = "next-refused"
  case nextReview = "next-review"
  case noCompany = "no-company"
  case noCompanyShort = "no-company-short"
  case noHabits = "no-habits"
  case noLedger = "no-ledger"
  case noTemplate = "no-template"
  case notAnInvoice = "not-an-invoice"
  case notRunning = "not-running"
  case nothingFound = "nothing-found"
  case nothingWaits = "nothing-waits"
  case `open`
  case orElse = "or-else"
  case pageOf = "page-of"
  case paidOn = "paid-on"
  case partlyPaid = "partly-paid"
  case postponed
  case processed
  case promised
  case proposedAccount = "proposed-account"
  case processing
  case ratesRead = "rates-read"
  case receiptsRead = "receipts-read"
  case received
  case registerSizes = "register-sizes"
  case residual
  case rulesChecked = "rules-checked"
  case rulesTested = "rules-tested"
  case runnersUp = "runners-up"
  case running
  case sandboxHolds = "sandbox-holds"
  case sender
  case sum
  case sureMatches = "sure-matches"
  case supplier
  case type
  case unknownSupplier = "unknown-supplier"
  case usualAccounts = "usual-accounts"
  case usualPayment = "usual-payment"
  case usualRates = "usual-rates"
  case usualTerms = "usual-terms"
  case verdictBad = "verdict-bad"
  case verdictDoubtful = "verdict-doubtful"
  case verdictGood = "verdict-good"
  case waiting
  case warnAgain = "warn-again"
  case watching
  case writtenTo = "written-to"

  // The readable view of an e-invoice.
  case viewAddress = "view-address"
  case viewAllowance = "view-allowance"
  case viewAllowances = "view-allowances"
  case viewAllowanceSum = "view-allowance-sum"
  case viewBuyer = "view-buyer"
  case viewCategory = "view-category"
  case viewCharge = "view-charge"
  case viewChargeSum = "view-charge-sum"
  case viewCreditNote = "view-credit-note"
  case viewDescription = "view-description"
  case viewInvoice = "view-invoice"
  case viewLines = "view-lines"
  case viewLineSum = "view-line-sum"
  case viewMoreLines = "view-more-lines"
  case viewNet = "view-net"
  case viewNotes = "view-notes"
  case viewOriginal = "view-original"
  case viewPayment = "view-payment"
  case viewQuantity = "view-quantity"
  case viewRate = "view-rate"
  case viewReason = "view-reason"
  case viewRounding = "view-rounding"
  case viewSeller = "view-seller"
  case viewTax = "view-tax"
  case viewTaxable = "view-taxable"
  case viewTerms = "view-terms"
  case viewTotals = "view-totals"
  case viewUnitPrice = "view-unit-price"

  // The checks of `doctor`.
  case doctorClock = "doctor-clock"
  case doctorDaemon = "doctor-daemon"
  case doctorDisk = "doctor-disk"
  case doctorFolders = "doctor-folders"
  case doctorInbox = "doctor-inbox"
  case doctorLanguages = "doctor-languages"
  case doctorMount = "doctor-mount"
  case doctorReader = "doctor-reader"
  case doctorRegister = "doctor-register"
  case doctorRules = "doctor-rules"
  case doctorSandbox = "doctor-sandbox"
  case doctorWatches = "doctor-watches"
}

/// The text of a phrase; arguments fill its `{name}` places.
package func text(
  _ phrase: Phrase,
  _ arguments: [String: String] = [:],
  in language: Language
) -> String {
  Template(phrase.template(in: language)).filled { arguments[$0] }
}

extension Phrase {
  /// The text with its `{name}` places.
  func template(in language: Language) -> String {
    switch language {
    case .english: english
    case .french: french
    }
  }
}
