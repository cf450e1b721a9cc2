// MonthNames.swift — the months in the languages of templates.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Month names and their abbreviations, folded, to 1...12.
///
/// English, French, Dutch, German, Polish, Spanish, Italian and Portuguese: no name means two months.
enum MonthNames {
  /// The month of a folded name, or nil.
  static func month(_ name: String) -> Int? { byName[name] }

  static let english = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER",
  ]

  private static let byName: [String: Int] = {
    let lists = [
      "JAN JANUARY JANVIER JANV JANUARI JANUAR JANNER ENERO ENE GENNAIO GEN JANEIRO STYCZNIA"
        + " STYCZEN STY",
      "FEB FEBRUARY FEVRIER FEVR FEV FEBRUARI FEBRUAR FEBRERO FEBBRAIO FEVEREIRO LUTEGO LUTY LUT",
      "MAR MARCH MARS MAART MRT MARZ MRZ MARZO MARCO MARCA MARZEC",
      "APR APRIL AVRIL AVR ABRIL ABR APRILE KWIETNIA KWIECIEN KWI",
      "MAY MAI MEI MAYO MAGGIO MAG MAIO MAJA MAJ",
      "JUN JUNE JUIN JUNI JUNIO GIUGNO GIU JUNHO CZERWCA CZERWIEC CZE",
      "JUL JULY JUILLET JUIL JULI JULIO LUGLIO LUG JULHO LIPCA LIPIEC LIP",
      "AUG AUGUST AOUT AUGUSTUS AGOSTO AGO SIERPNIA SIERPIEN SIE",
      "SEP SEPT SEPTEMBER SEPTEMBRE SEPTIEMBRE SETTEMBRE SET SETEMBRO WRZESNIA WRZESIEN WRZ",
      "OCT OCTOBER OCTOBRE OKT OKTOBER OCTUBRE OTTOBRE OTT OUTUBRO OUT PAZDZIERNIKA PAZDZIERNIK"
        + " PAZ",
      "NOV NOVEMBER NOVEMBRE NOVIEMBRE NOVEMBRO LISTOPADA LISTOPAD LIS",
      "DEC DECEMBER DECEMBRE DEZ DEZEMBER DICIEMBRE DIC DICEMBRE DEZEMBRO GRUDNIA GRUDZIEN GRU",
    ]
    var months: [String: Int] = [:]
    for (index, list) in lists.enumerated() {
      for name in list.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()
}
