// Gauge.swift — what the parts of the daemon last saw, for whoever asks how it is.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the parts of the daemon last saw.
actor Gauge {
  /// A part that can be kept from working by its surroundings.
  enum Part: Hashable { case inbox, maildir, watch, reading, assessing }

  private(set) var waiting = 0
  private(set) var beingWritten = 0
  private(set) var held: [InboxNotice] = []
  private(set) var notices: [InboxNotice] = []
  private var standing: [Part: (fault: Problem, times: Int)] = [:]

  /// Faults that stand.
  var faults: [Problem] { standing.values.map(\.fault).sorted { $0.code < $1.code } }

  func saw(_ scan: InboxScan) {
    waiting = scan.waiting + scan.ready.count
    beingWritten = scan.beingWritten
    held = scan.held
    notices = scan.notices
  }

  /// A file has left the inbox.
  func took() { waiting = max(0, waiting - 1) }

  /// Notes a fault.
  ///
  /// - Returns: how often the part has met it in a row, from 1.
  func note(_ fault: Problem, in part: Part) -> Int {
    let before = standing[part]
    let times = before?.fault.code == fault.code ? (before?.times ?? 0) + 1 : 1
    standing[part] = (fault, times)
    return times
  }

  /// Notes that a part works.
  func clear(_ part: Part) { standing[part] = nil }
}
