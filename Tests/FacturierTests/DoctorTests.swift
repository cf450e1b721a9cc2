// DoctorTests.swift — what `doctor` measures and how it tells it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import facturier

@Suite struct DoctorTests {
  @Test func `free space is told in MiB`() {
    var status = statvfs()
    status.f_bavail = 20_000_000
    status.f_frsize = 4096
    #expect(freeMebibytes(status) == 78_125)
  }
}
