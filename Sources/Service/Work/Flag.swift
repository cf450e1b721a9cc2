// Flag.swift — something that happens once, told across threads.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// Something that happens once, told across threads.
final class Flag: Sendable {
  private let state = Atomic(false)

  var isRaised: Bool { state.load(ordering: .acquiring) }

  func raise() { state.store(true, ordering: .releasing) }
}
