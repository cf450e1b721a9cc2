// HomeLockTests.swift — one writer for each home.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Invoicing
import Testing

@testable import Filing

struct HomeLockTests {
  @Test func `one holder at a time, and the second is told whom to ask`() throws {
    let home = try TemporaryHome()
    #expect(HomeLock.holder(home: home.path) == nil)
    do {
      let lock = try HomeLock.take(home: home.path)
      #expect(HomeLock.holder(home: home.path) == getpid())
      let pid = ["pid": String(getpid())]
      #expect(throws: Problem(.usage, "home-locked", pid)) { try HomeLock.take(home: home.path) }
      withExtendedLifetime(lock) {}
    }
    #expect(HomeLock.holder(home: home.path) == nil)
    _ = try HomeLock.take(home: home.path)
  }
}
