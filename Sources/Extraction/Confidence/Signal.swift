// Signal.swift — what speaks for or against a value.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What speaks for or against a value that was found; how much each weighs is data beside the rules.
package enum Signal: String, Hashable, Sendable, CaseIterable {
  /// How well label, place and form fit: the weight of the finders in five steps.
  case fitsPoorly = "fits_poorly"
  case fitsFairly = "fits_fairly"
  case fitsWell = "fits_well"
  case fitsVeryWell = "fits_very_well"
  case fitsPerfectly = "fits_perfectly"
  /// Another value fits nearly as well.
  case hasRival = "has_rival"
  /// Recognition could have taken a letter for a digit or a digit for a letter: O beside 6.
  case isAmbiguous = "is_ambiguous"
  /// It is not printed, but follows from others.
  case isComputed = "is_computed"
  /// No label says what it is: the only one of its form, or the only one in its place.
  case isUnlabelled = "is_unlabelled"
  /// Digits follow that may belong to it, with a mark that was not read: "08867 04"; or a word that
  /// may begin it stands before a name.
  case isPerhapsCut = "is_perhaps_cut"
  /// One misread character was changed.
  case isRepaired = "is_repaired"
  /// Its page was recognised, not read from a text layer.
  case isRecognised = "is_recognised"
  /// Recognition doubts a word of it; and doubts it much.
  case isDoubtful = "is_doubtful"
  case isVeryDoubtful = "is_very_doubtful"
  /// Recognition doubts many words of the document.
  case isNoisyDocument = "is_noisy_document"
  /// Without VAT and VAT make up the total (BR-CO-15); and the VAT follows from rates (BR-CO-17).
  case totalsClose = "totals_close"
  case ratesAgree = "rates_agree"
  /// The lines sum up to the total (BR-CO-10), or to something else.
  case linesSumUp = "lines_sum_up"
  case linesDiffer = "lines_differ"
  /// Quantity × price is the net of every line, or not of every one.
  case linesAgree = "lines_agree"
  case linesOpen = "lines_open"
  /// It agrees with another identifier of the document.
  case isConfirmed = "is_confirmed"
  /// A name with its legal form.
  case hasLegalForm = "has_legal_form"
}

/// Fields whose values go wrong in the same ways.
package enum SignalGroup: String, Hashable, Sendable, CaseIterable {
  case amounts, dates, numbers, checked, names, codes, lists
}
