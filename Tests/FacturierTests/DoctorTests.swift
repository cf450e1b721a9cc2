// DoctorTests.swift — what `doctor` measures and how it tells it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Invoicing
import Testing

@testable import facturier

@Suite struct DoctorTests {
  @Test func `free space is told in MiB`() {
    var status = statvfs()
    status.f_bavail = 20_000_000
    status.f_frsize = 4096
    #expect(freeMebibytes(status) == 78_125)
  }

  @Test func `verdicts are told in the reader's language`() {
    let problem = Problem(.fault, "disk-nearly-full", ["free": "12", "path": "/srv"])
    let french = Phrases(.french)
    #expect(
      Verdict.bad(problem).line("disk", french, .plain)
        == "ÉCHEC   espace disque  il ne reste que 12 Mio libres en /srv\n"
        + "        Libérez de la place."
    )
    #expect(Verdict.good("fra").line("clock", french, .plain) == "ok      horloge  fra")
    #expect(Verdict.good("").line("clock", Phrases(.english), .plain) == "ok     clock")
  }

  @Test func `what the sandbox does not hold is told in words`() {
    let report = #"{"cannotOpenSocket":false,"hasMemoryLimit":true,"cannotWriteFiles":false}"#
    let broken = brokenPromises(report)
    #expect(broken == "cannotOpenSocket, cannotWriteFiles")
    let problem = Problem(.fault, "sandbox-incomplete", ["promises": broken])
    #expect(
      Phrases(.english).message(problem)
        == "the reader's sandbox does not hold: the network can be reached, files can be written"
    )
    #expect(brokenPromises("") == "unknown")
  }
}
