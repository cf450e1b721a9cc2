// StatusTests.swift — what the status shows of the inbox.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import facturier

@Suite struct StatusTests {
  private static let report: StatusReport = {
    var report = StatusReport(homePath: "/home", inboxPath: "/home/inbox", hasCompany: true)
    report.inbox = StatusReport.Inbox(
      count: 21,
      files: [
        .init(name: "a.pdf", code: "empty"), .init(name: "longer.pdf", code: "being-written"),
      ]
    )
    return report
  }()

  @Test func `the screen tells which files wait in the inbox, and why`() {
    let screen = StatusScreen(
      report: Self.report,
      phrases: Phrases(.english),
      style: .plain,
      width: 80
    )
    let lines = screen.lines
    #expect(lines.contains("IN THE INBOX (21) the first 20:"))
    #expect(lines.contains("  a.pdf       empty"))
    #expect(lines.contains("  longer.pdf  still being written"))
    #expect(lines.last == "next: facturier process --once")
  }

  @Test func `so does the JSON`() {
    let json = StatusJSON(report: Self.report, phrases: Phrases(.french)).json.line
    let inbox =
      #""inbox":{"waiting":21,"files":[{"file":"a.pdf","why":"empty"},"#
      + #"{"file":"longer.pdf","why":"being-written"}]}"#
    #expect(json.contains(inbox))
  }
}
