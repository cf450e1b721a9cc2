// LedgerDelivery.swift — what a file of the books holds, on its way to the register.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Bookkeeping
import Invoicing
import Service

/// What a file of the books holds, on its way to the register.
struct LedgerDelivery {
  let books: Bookkeeping.LedgerImport
  let fileName: String
  let sha256: String

  /// Entries of one request: a million at once would be half a gigabyte, and a minute in which
  /// nothing else is written.
  private static let partSize = 50_000

  /// Sends everything, in parts where the ids of the entries allow it.
  ///
  /// - Parameters:
  ///   - progress: is told how many entries of how many were taken over.
  ///   - send: carries out one request.
  /// - Returns: what all parts changed.
  /// - Throws: what `send` throws.
  func deliver(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    by send: (LocalRequest) async throws(Problem) -> LocalResponse
  ) async throws(Problem) -> LocalResponse {
    let size = books.entries.haveUniqueIDs ? Self.partSize : books.entries.count
    let iterator = books.entries.makeIterator()
    var done = 0
    var outcome: ImportOutcome?
    while true {
      let part = Array(iterator.prefix(max(1, size)))
      done += part.count
      let isLast = part.isEmpty || done >= books.entries.count
      let response = try await send(
        .importLedger(request(part, continued: outcome?.number, isLast))
      )
      guard case .imported(let answer) = response else { return response }
      let sum = ImportOutcome(outcome, then: answer)
      if isLast { return .imported(sum) }
      outcome = sum
      progress(done, books.entries.count)
    }
  }

  private func request(
    _ part: [LedgerEntry],
    continued: Int64?,
    _ isLast: Bool
  ) -> Service.LedgerImport {
    Service.LedgerImport(
      source: books.source,
      fileName: fileName,
      sha256: sha256,
      entries: part,
      receipts: isLast ? books.receipts : [],
      rates: isLast ? books.rates : [],
      listsAllOpen: books.listsAllOpen,
      continued: continued,
      isLast: isLast
    )
  }
}
