// ConfigurationReader.swift — facturier.yml, read strictly.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Invoicing
import Yams

/// Reads facturier.yml: every key must be known and every value of its kind.
enum ConfigurationReader {
  /// Every key, by its section; the empty name is the top.
  static let keys: [String: [String]] = [
    "": [
      "company", "books_from", "language", "intake", "ledger", "listen", "matching", "reading",
      "rules",
    ],
    "company": [
      "name", "other_names", "siren", "sirets", "vat_ids", "ibans", "country", "approval_limits",
    ],
    "intake": ["settle", "settle_max", "maildir"],
    "ledger": ["files"],
    "matching": ["trial"],
    "rules": ["learn"],
    "reading": ["languages", "pictures", "workers", "timeout"],
  ]

  /// What the file at a path says; the defaults when there is none.
  ///
  /// - Throws: fault `file-unusable` {path, reason} and the problems of `configuration(_:file:)`.
  static func configuration(at path: String) throws(Problem) -> Configuration {
    guard access(path, F_OK) == 0 else { return .defaults }
    return try configuration(try FileText.read(path), file: path)
  }

  /// What the text says.
  ///
  /// - Throws: configuration `configuration-syntax` {path, line, column, reason},
  ///   `configuration-unknown-key`, `configuration-value`, `company-name-missing` {path, line}.
  static func configuration(_ text: String, file: String) throws(Problem) -> Configuration {
    var result = Configuration()
    guard let root = try root(text, file: file) else { return result }
    let top = try YAMLSection(root, file: file, path: "", known: keys[""] ?? [])
    result.lines = top.lines
    result.booksFrom = try top.value("books_from", expected: "date") { CalendarDate(iso: $0) }
    result.language = try top.value("language", expected: "language") {
      ["en", "fr"].contains($0) ? $0 : nil
    }
    result.listen = try top.value("listen", expected: "address", address) ?? result.listen
    if let section = try top.section("company", known: keys["company"] ?? []) {
      result.lines.merge(section.lines) { first, _ in first }
      result.company = try company(section, line: result.lines["company"] ?? 1)
    }
    if let section = try top.section("intake", known: keys["intake"] ?? []) {
      try read(intake: section, into: &result)
    }
    if let section = try top.section("ledger", known: keys["ledger"] ?? []) {
      result.lines.merge(section.lines) { first, _ in first }
      result.ledgerFiles =
        try section.list("files", expected: "absolute-path", absolutePath) ?? []
    }
    if let section = try top.section("reading", known: keys["reading"] ?? []) {
      try read(reading: section, into: &result)
    }
    if let section = try top.section("matching", known: keys["matching"] ?? []) {
      result.lines.merge(section.lines) { first, _ in first }
      let trial = try section.value("trial", expected: "count-or-none") { text in
        Int(text).flatMap { (0...10_000).contains($0) ? $0 : nil }
      }
      result.trial = trial ?? result.trial
    }
    if let section = try top.section("rules", known: keys["rules"] ?? []) {
      result.lines.merge(section.lines) { first, _ in first }
      let learns = try section.value("learn", expected: "true-or-false") { Bool($0) }
      result.learns = learns ?? result.learns
    }
    return result
  }

  private static func root(_ text: String, file: String) throws(Problem) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw syntaxProblem(error, file: file)
    } catch {
      throw Problem(
        .configuration,
        "configuration-syntax",
        ["path": file, "line": "1", "column": "1"]
      )
    }
  }

  private static func syntaxProblem(_ error: YamlError, file: String) -> Problem {
    var arguments = ["path": file, "line": "1", "column": "1", "reason": ""]
    switch error {
    case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
      .composer(_, let reason, let mark, _):
      arguments["line"] = String(mark.line)
      arguments["column"] = String(mark.column)
      arguments["reason"] = reason
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.map { String(describing: $0) }.sorted().first ?? ""
      arguments["line"] = String(context.mark.line)
      arguments["column"] = String(context.mark.column)
      arguments["reason"] = "a key stands twice: " + key
    default: arguments["reason"] = String(describing: error)
    }
    return Problem(.configuration, "configuration-syntax", arguments)
  }

  private static func company(_ section: YAMLSection, line: Int) throws(Problem) -> Company? {
    guard let name = try section.value("name", expected: "text", nonEmpty) else {
      if section.lines.isEmpty { return nil }
      let place = ["path": section.file, "line": String(line)]
      throw Problem(.configuration, "company-name-missing", place)
    }
    let limits = try section.list(
      "approval_limits",
      expected: "amount",
      CompanyNumbers.euros
    )
    return Company(
      name: name,
      otherNames: try section.list("other_names", expected: "text", nonEmpty) ?? [],
      siren: try section.value("siren", expected: "siren", CompanyNumbers.siren),
      sirets: try section.list("sirets", expected: "siret", CompanyNumbers.siret) ?? [],
      vatIDs: try section.list("vat_ids", expected: "vat-id", CompanyNumbers.vatID) ?? [],
      ibans: try section.list("ibans", expected: "iban", CompanyNumbers.iban) ?? [],
      country: try section.value("country", expected: "country", CompanyNumbers.country) ?? "FR",
      approvalLimits: limits?.sorted { $0.minorUnits < $1.minorUnits } ?? []
    )
  }

  private static func read(
    intake section: YAMLSection,
    into result: inout Configuration
  ) throws(Problem) {
    result.lines.merge(section.lines) { first, _ in first }
    let settle = try section.value("settle", expected: "duration", DurationText.duration)
    let most = try section.value("settle_max", expected: "duration", DurationText.duration)
    result.settle = settle ?? result.settle
    result.settleMax = most ?? result.settleMax
    result.maildir = try section.value("maildir", expected: "folder", absolutePath)
  }

  private static func read(
    reading section: YAMLSection,
    into result: inout Configuration
  ) throws(Problem) {
    result.lines.merge(section.lines) { first, _ in first }
    let languages = try section.list("languages", expected: "tesseract-language", languageCode)
    let timeout = try section.value("timeout", expected: "duration", DurationText.duration)
    let pictures = try section.value("pictures", expected: "true-or-false") { Bool($0) }
    result.readsPictures = pictures ?? result.readsPictures
    result.readingLanguages = languages ?? result.readingLanguages
    result.readingTimeout = timeout ?? result.readingTimeout
    result.workers = try section.value("workers", expected: "count") { text in
      Int(text).flatMap { (1...256).contains($0) ? $0 : nil }
    }
  }

  private static func absolutePath(_ text: String) -> String? {
    text.hasPrefix("/") && text.count > 1 ? text : nil
  }

  private static func nonEmpty(_ text: String) -> String? {
    text.contains { !$0.isWhitespace } ? text : nil
  }

  private static func languageCode(_ text: String) -> String? {
    let isCode = text.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "_") }
    return (3...12).contains(text.utf8.count) && isCode ? text : nil
  }

  /// "127.0.0.1:8470", "[::1]:8470", "localhost:8470".
  private static func address(_ text: String) -> String? {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
      let port = UInt16(text[text.index(after: colon)...]), port > 0
    else { return nil }
    return text
  }
}
