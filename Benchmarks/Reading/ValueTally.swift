// ValueTally.swift — how many of the printed values were found.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How many of the printed values stand in the texts that were read.
struct ValueTally: Hashable, Sendable, Codable {
  var wanted = 0
  var found = 0
  /// "file field value" of each that was not found.
  var misses: [String] = []

  /// The share found, or nil where nothing was to be found.
  var share: Double? { wanted == 0 ? nil : Double(found) / Double(wanted) }

  /// Looks for all values of a document in the text that was read from it.
  mutating func count(_ document: ReadingDocument, in text: String) {
    guard !document.values.isEmpty else { return }
    let search = ValueSearch(text)
    for value in document.values {
      wanted += 1
      if search.finds(value) {
        found += 1
      } else {
        let name = document.path.split(separator: "/").last ?? ""
        misses.append("\(name) \(value.name) \(value.value)")
      }
    }
  }

  /// Adds what other documents gave.
  static func += (left: inout ValueTally, right: ValueTally) {
    left.wanted += right.wanted
    left.found += right.found
    left.misses += right.misses
  }

  /// All values of documents, in the texts that were read from them.
  static func of(_ documents: [ReadingDocument], _ texts: [String]) -> ValueTally {
    var tally = ValueTally()
    for (document, text) in zip(documents, texts) { tally.count(document, in: text) }
    return tally
  }
}
