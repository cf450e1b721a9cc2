// UnitCodes.swift — units of measure as people write them, and their codes.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Codes of units of measure (UN/ECE recommendation 20, EN 16931-1 BT-130).
enum UnitCodes {
  /// The code of a printed unit, or nil.
  static func code(_ unit: String) -> String? {
    byUnit[unit.lowercased().filter { $0.isLetter || $0.isNumber }]
  }

  private static let byUnit: [String: String] = {
    let lists = [
      "LTR": "l ltr lt liter liters litre litres", "MLT": "ml milliliter millilitre",
      "KGM": "kg kgm kilo kilogram kilogramme", "GRM": "g gr grm gram gramme",
      "MTR": "m mtr meter meters metre metres", "CMT": "cm cmt centimeter centimetre",
      "MMT": "mm mmt millimeter millimetre", "KMT": "km kmt kilometer kilometre",
      "H87": "pcs pc pce st stk stuk stuks stück piece pieces pièce pièces ea each unit units x",
      "SET": "set sets", "HUR": "h hr hrs hur hour hours uur heure heures stunde stunden",
      "MIN": "min minute minutes", "DAY": "d day days dag dagen jour jours tag tage",
      "MON": "month months mon maand maanden mois monat monate",
      "ANN": "year years ann jaar an ans année jahr jahre",
    ]
    var units: [String: String] = [:]
    for (code, names) in lists {
      for name in names.split(separator: " ") { units[String(name)] = code }
    }
    return units
  }()
}
