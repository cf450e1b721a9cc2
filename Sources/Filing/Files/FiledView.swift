// FiledView.swift — the browsable copies of filed invoices.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Glibc
package import Invoicing

/// The browsable copies: `filed/2026/11/2026-11-20 OVH SAS F-123 119,88 EUR.pdf`, read-only.
///
/// They are for people: safe to delete, made again from archive and register. Paths are relative to
/// the home, as the register keeps them. Every method blocks.
package struct FiledView: Sendable {
  private let home: String

  /// The view in a home's folder.
  package init(home: String) { self.home = home }

  /// The path that an invoice's copy should have: by date of issue (of arrival, when it has none).
  ///
  /// Fields that were not found are left out; without any, the name is that of the dropped file.
  package static func path(of invoice: InvoiceRecord) -> String {
    let draft = invoice.assessment.draft
    let day = draft[.issueDate]?.description
    let folder = (day ?? invoice.receivedAt).split(separator: "-").prefix(2).joined(separator: "/")
    let file = SafeName.split(invoice.fileName)
    let facts = [draft[.sellerName], draft[.invoiceNumber], amount(draft)].compactMap { $0 }
    let stem = facts.isEmpty ? file.stem : ([day].compactMap { $0 } + facts).joined(separator: " ")
    return "filed/\(folder)/" + SafeName.name(stem, suffix: file.suffix.lowercased())
  }

  /// Makes the copy of an original, or renames the one that is there.
  ///
  /// - `path`: from `FiledView.path(of:)`.
  /// - `previous`: the path that the register holds.
  /// - `descriptor`: the open original.
  /// - Returns: the path to keep: with " (2)" where the name is taken.
  /// - Throws: "disk-full", "file-failed"
  package func place(
    at path: String,
    previous: String?,
    from descriptor: Int32
  ) throws(Problem) -> String {
    if let previous, exists(absolute(previous)) {
      if SafeName.isNumbered(previous, of: path) { return previous }
      return try rename(previous, to: path)
    }
    try makeFolder(folder(of: path), mode: 0o750, place: place)
    let copy = try UnnamedFile.make(in: folder(of: path), size: 0, place: place)
    try copy.fill(from: descriptor)
    return try firstFree(path) { (candidate) throws(Problem) in
      try copy.link(as: candidate, mode: 0o444, synced: false)
    }
  }

  /// Renames a copy after a correction.
  ///
  /// - Returns: the path to keep: with " (2)" where the name is taken.
  /// - Throws: "file-failed"
  package func rename(_ previous: String, to path: String) throws(Problem) -> String {
    try makeFolder(folder(of: path), mode: 0o750, place: place)
    let source = absolute(previous)
    return try firstFree(path) { (candidate) throws(Problem) in
      try renameWithoutReplacing(source, candidate, place: place)
    }
  }

  /// Removes a copy; nothing happens when there is none.
  ///
  /// - Throws: "file-failed"
  package func remove(_ path: String) throws(Problem) {
    guard path.hasPrefix("filed/"), !path.contains("/../") else { return }
    guard unlink(absolute(path)) == 0 || errno == ENOENT else {
      throw fileProblem("unlink", place)
    }
  }

  /// Whether the copy is there.
  package func holds(_ path: String) -> Bool { exists(absolute(path)) }

  private let place = "filed"

  private static func amount(_ draft: Draft) -> String? {
    guard let total = draft[.totalWithVAT] ?? draft[.amountDue] else { return nil }
    let sign = draft.isCreditNote ? "-" : ""
    return sign + total.plainText.replacing(".", with: ",") + " " + total.currency.code
  }

  private func absolute(_ path: String) -> String { home + "/" + path }

  private func folder(of path: String) -> String {
    absolute(path.split(separator: "/").dropLast().joined(separator: "/"))
  }

  /// The first of path, path (2), path (3)… for which `take` (given the absolute path) succeeds.
  private func firstFree(
    _ path: String,
    _ take: (String) throws(Problem) -> Bool
  ) throws(Problem) -> String {
    for number in 1...999 {
      let candidate = SafeName.numbered(path, number)
      if try take(absolute(candidate)) { return candidate }
    }
    errno = EEXIST
    throw fileProblem("link", place)
  }
}
