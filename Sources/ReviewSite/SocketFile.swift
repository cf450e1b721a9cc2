// SocketFile.swift — the unix socket of a home: never open to others, not even for a moment.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Invoicing
internal import Service

/// The place of the local API's socket.
///
/// The server binds it inside a folder that only we may enter; its mode is set there, and then it is
/// renamed into the home, over one that a dead daemon has left (we hold the home's lock).
final class SocketFile: Sendable {
  private let home: Home
  private let folder: CInt

  /// - Throws: fault `socket-failed` {path, reason}.
  init(home: Home) throws(Problem) {
    self.home = home
    folder = open(home.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0, mkdirat(folder, Self.nest, 0o700) == 0 || errno == EEXIST else {
      throw Self.failed(home)
    }
  }

  deinit { if folder >= 0 { close(folder) } }

  private static let nest = ".socket"

  /// Where to bind: short whatever the home's path, since sun_path(7) holds 107 bytes.
  var bindingPath: String { "/proc/self/fd/\(folder)/\(Self.nest)/socket" }

  /// Makes the bound socket the home's; returns what went wrong, or nil.
  func publish() -> Problem? {
    let bound = Self.nest + "/socket"
    guard fchmodat(folder, bound, 0o660, 0) == 0,
      renameat(folder, bound, folder, "facturier.sock") == 0
    else { return Self.failed(home) }
    unlinkat(folder, Self.nest, AT_REMOVEDIR)
    return nil
  }

  /// Takes the socket away when the server has stopped.
  func remove() {
    unlinkat(folder, Self.nest + "/socket", 0)
    unlinkat(folder, Self.nest, AT_REMOVEDIR)
    unlinkat(folder, "facturier.sock", 0)
  }

  private static func failed(_ home: Home) -> Problem {
    let reason = String(cString: strerror(errno))
    return Problem(.fault, "socket-failed", ["path": home.socket, "reason": reason])
  }
}
