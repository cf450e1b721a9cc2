// ReadingPlan.swift — what a reader is asked to do.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// How a file is to be read.
///
/// With the file's hash and the reader's version it is the key of the cache.
package struct ReadingPlan: Hashable, Sendable, Codable {
  /// Languages for recognition as tesseract names them, the likeliest first: ["fra", "eng"].
  package let languages: [String]

  /// Whether logos, stamps and pasted pictures of pages with text are read too; 15 ms each.
  package let readsPictures: Bool

  /// Whether the cells of a workbook are wanted: among the books it is a ledger, in the inbox a file
  /// of an office program, which is refused.
  package let readsWorkbooks: Bool

  package init(languages: [String], readsPictures: Bool = false, readsWorkbooks: Bool = false) {
    self.languages = languages
    self.readsPictures = readsPictures
    self.readsWorkbooks = readsWorkbooks
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    languages = try values.decode([String].self, forKey: .languages)
    readsPictures = try values.decodeIfPresent(Bool.self, forKey: .readsPictures) ?? false
    readsWorkbooks = try values.decodeIfPresent(Bool.self, forKey: .readsWorkbooks) ?? false
  }

  /// A short text that is the same for the same plan.
  package var key: String {
    languages.joined(separator: "+") + (readsPictures ? "+pictures" : "")
      + (readsWorkbooks ? "+workbooks" : "")
  }
}

/// What the reader answers for one file: a line of JSON on its standard output.
package enum ReadingAnswer: Sendable, Codable {
  case read(Document)
  case refused(Problem)
  /// Pages done so far and in all; any number of these precede the answer.
  case progress(done: Int, of: Int)
}
