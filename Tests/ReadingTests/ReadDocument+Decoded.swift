// ReadDocument+Decoded.swift — what was read, as whoever gets the answer sees it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation
import Invoicing
import Testing

@testable import Reading

extension ReadDocument {
  /// The document of the answer.
  var decoded: Document {
    get throws {
      let answer = try JSONDecoder().decode(ReadingAnswer.self, from: Data(answer))
      guard case .read(let document) = answer else { throw Problem(.fault, "not-read") }
      return document
    }
  }
}
