// InboxContent.swift — what lies in an inbox that no daemon looks after.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// What lies in an inbox that no daemon looks after.
package struct InboxContent: Hashable, Sendable {
  /// How many files wait there.
  package let waiting: Int
  /// The first 20 of them, each with the reason's code.
  package let held: [InboxNotice]
  /// Names that are left alone.
  package let notices: [InboxNotice]

  /// Looks at the inbox of a home once; nothing is taken.
  ///
  /// - Throws: fault `inbox-unreachable` {path, errno}.
  package init(of home: Home) throws(Problem) {
    var scanner = InboxScanner(folder: home.inbox, settle: .zero, settleMax: .zero)
    let scan = try scanner.scan()
    (waiting, held, notices) = (scan.waiting, scan.held, scan.notices)
  }
}
