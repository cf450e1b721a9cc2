// ReadingCorpus.swift — the documents that are read, and what is printed on them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// A document of the corpus.
struct ReadingDocument: Hashable, Sendable {
  let path: String
  /// "scan-clean", "fax", "digital".
  let kind: String
  /// What is printed on it; empty where nobody wrote it down.
  var values: [TruthValue] = []

  var isPDF: Bool { path.lowercased().hasSuffix(".pdf") }
}

/// A value that is printed on a document, by its field's name.
struct TruthValue: Hashable, Sendable {
  let name: String
  let value: String
}

/// The documents of a folder by kind.
struct ReadingCorpus {
  /// The kind of PDF files that hold text.
  static let digital = "digital"

  let documents: [ReadingDocument]

  var kinds: [String] { Set(documents.map(\.kind)).sorted() }
  var hasTruth: Bool { documents.contains { !$0.values.isEmpty } }

  /// The documents that the files in `truth/` describe; without that folder all files, by what they are.
  ///
  /// - Throws: when a file of the truth is not understood.
  init(folder: String) throws {
    let names = try fileNames(in: folder + "/truth").filter { $0.hasSuffix(".json") }
    documents =
      names.isEmpty
      ? try Self.files(in: folder)
      : try names.compactMap { try Self.document(described: "\(folder)/truth/\($0)", folder) }
  }

  /// Kinds whose text lies in something other than pages, or that hold several invoices.
  private static let leftOut: Set<String> = ["bad", "xml", "facturx", "mail", "multi"]

  private static func document(
    described path: String,
    _ folder: String
  ) throws -> ReadingDocument? {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    guard let truth = object as? [String: Any], let kind = truth["kind"] as? String,
      let file = truth["file"] as? String
    else { throw BenchFailure("\(path) is no truth of a document") }
    let fields = truth["fields"] as? [String: Any] ?? [:]
    guard !leftOut.contains(kind), !fields.isEmpty else { return nil }
    let tags = truth["tags"] as? [String] ?? []
    let values = ValueSearch.fieldNames.compactMap { name -> TruthValue? in
      guard let value = fields[name] as? String, !value.isEmpty, !tags.contains(name + "_computed")
      else { return nil }
      return TruthValue(name: name, value: value)
    }
    return ReadingDocument(path: "\(folder)/\(file)", kind: kind, values: values)
  }

  /// Every PDF file and picture of the folder.
  private static func files(in folder: String) throws -> [ReadingDocument] {
    try fileNames(in: folder).compactMap { name in
      let path = "\(folder)/\(name)"
      switch name.lowercased().split(separator: ".").last {
      case "pdf":
        let kind = try hasText(path) ? digital : "scan"
        return ReadingDocument(path: path, kind: kind)
      case "png", "jpg", "jpeg", "tif", "tiff": return ReadingDocument(path: path, kind: "picture")
      default: return nil
      }
    }
  }

  private static func hasText(_ path: String) throws -> Bool {
    try PopplerTools.text(of: path).filter { !$0.isWhitespace }.count >= 100
  }
}
