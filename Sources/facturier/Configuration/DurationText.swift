// DurationText.swift — lengths of time as the configuration writes them.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Reads and writes lengths of time: "500ms", "2s", "10min", "1h".
enum DurationText {
  private static let units: [(name: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000),
  ]

  /// The length of time that a text writes, or nil; a unit is needed.
  static func duration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard digits.count <= 9, let count = Int64(digits),
      let factor = units.first(where: { $0.name == unit })?.milliseconds
    else { return nil }
    return .milliseconds(count * factor)
  }

  /// The shortest text of a length of time in whole milliseconds.
  static func text(_ duration: Duration) -> String {
    let parts = duration.components
    let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    let unit = units.last { milliseconds != 0 && milliseconds % $0.milliseconds == 0 }
    guard let unit else { return "0s" }
    return String(milliseconds / unit.milliseconds) + unit.name
  }
}
