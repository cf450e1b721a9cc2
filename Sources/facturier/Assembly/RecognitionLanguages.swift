// RecognitionLanguages.swift — the languages that tesseract has data for.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// Looks for tesseract's language data.
enum RecognitionLanguages {
  /// The languages with data, in order; nil when no folder of data was found.
  static func installed() -> [String]? {
    let debian = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/share/tesseract-ocr"))
    let folders =
      [Surroundings.variable("TESSDATA_PREFIX")].compactMap { $0 }
      + (debian ?? []).sorted().reversed().map { "/usr/share/tesseract-ocr/\($0)/tessdata" }
      + ["/usr/share/tessdata"]
    for folder in folders {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        continue
      }
      let found = names.filter { $0.hasSuffix(".traineddata") }.map { String($0.dropLast(12)) }
      if !found.isEmpty { return found.sorted() }
    }
    return nil
  }

  /// Those of the wanted languages that have data; all of them when none has, so that the reader
  /// says what is missing.
  static func usable(of wanted: [String]) -> [String] {
    guard let installed = installed() else { return wanted }
    let found = wanted.filter(installed.contains)
    return found.isEmpty ? wanted : found
  }
}
