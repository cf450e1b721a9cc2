// Home.swift — the folders of one company.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
package import Invoicing

/// The folders and files of one home, as the contract names them.
package struct Home: Hashable, Sendable {
  /// Without a trailing slash.
  package let path: String

  package init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  package var configuration: String { path + "/facturier.yml" }
  package var inbox: String { path + "/inbox" }
  /// Where claimed files stand until they are archived; on the inbox's file system.
  package var claims: String { inbox + "/.facturier/claim" }
  package var filed: String { path + "/filed" }
  package var quarantine: String { path + "/quarantine" }
  package var archive: String { path + "/archive" }
  package var register: String { path + "/register.sqlite" }
  package var rules: String { path + "/rules" }
  package var exports: String { path + "/exports" }
  package var socket: String { path + "/facturier.sock" }

  /// Creates the folders that are missing; those that exist stay as they are.
  ///
  /// - Throws: fault `file-failed` {operation, place, errno}.
  package func prepare() throws(Problem) {
    for folder in [inbox, filed, quarantine, archive, rules, exports] {
      try makeFolder(folder, mode: 0o770)
    }
    try makeFolder(inbox + "/.facturier", mode: 0o700)
    try makeFolder(claims, mode: 0o700)
  }

  private func makeFolder(_ folder: String, mode: mode_t) throws(Problem) {
    guard mkdir(folder, mode) != 0, errno != EEXIST else { return }
    throw fileProblem("mkdir", "home")
  }
}
