// Workshop.swift — what every part of the daemon works with.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Filing
package import Invoicing
package import Logging

/// The open home of the process that holds its lock: register, archive, rules, settings.
///
/// The daemon has one for its life; a command that writes while no daemon runs opens one for the
/// one request.
package final class Workshop: Sendable {
  package let home: Home
  package let register: Register
  package let archive: Archive
  package let filedView: FiledView
  package let quarantine: Quarantine
  package let knowledge: KnowledgeShelf
  package let settings: ServiceSettings
  /// Renders the sentence that is put beside a refused file.
  package let renderReason: @Sendable (Problem) -> String
  /// Codes and ids only: never an amount, an IBAN or a name.
  package let logger: Logger
  /// Rings when there may be something to read or to assess.
  let work = Bell()
  /// What the inbox watcher last saw, for `health`.
  let gauge = Gauge()
  private let lock: HomeLock

  /// Takes the lock of a home and opens what is in it; claims of a dead daemon are returned.
  ///
  /// - Throws: usage `home-locked` {pid} when a daemon or another command holds the lock, what
  ///   `Register.open` and the loader throw, fault `folder-failed` {path, reason}.
  package init(
    home: Home,
    settings: ServiceSettings,
    knowledge loader: @escaping KnowledgeLoader,
    renderReason: @escaping @Sendable (Problem) -> String,
    logger: Logger
  ) async throws(Problem) {
    self.home = home
    self.settings = settings
    self.renderReason = renderReason
    self.logger = logger
    lock = try HomeLock.take(home: home.path)
    try home.prepare()
    register = try Register.open(at: home.register)
    archive = Archive(home: home.path)
    filedView = FiledView(home: home.path)
    quarantine = Quarantine(home: home.path)
    knowledge = try await KnowledgeShelf(loader: loader)
    let refused = try await register.returnOpenLeases(at: timestamp())
    for number in refused { await shelve(number) }
  }
}
