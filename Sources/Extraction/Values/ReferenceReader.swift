// ReferenceReader.swift — references to give with a payment.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Reads structured payment references: ISO 11649 (RF…) and the Belgian +++123/4567/89012+++.
enum ReferenceReader {
  /// The valid references that start in these words.
  static func values(in segment: Segment, words: Range<Int>) -> [ReadValue] {
    words.compactMap { start in
      var text = ""
      for end in start..<min(segment.words.count, start + 8) {
        text += segment.words[end].text
        if let reference = CreditorReference(text) {
          return ReadValue(
            value: .text(reference.compact),
            words: start..<(end + 1),
            quality: 1000
          )
        }
        if let communication = StructuredCommunication(text) {
          return ReadValue(
            value: .text(communication.description),
            words: start..<(end + 1),
            quality: 1000
          )
        }
      }
      return nil
    }
  }
}
