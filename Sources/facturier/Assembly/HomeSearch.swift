// HomeSearch.swift — which home a command works on.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Invoicing
import Service

/// Finds the home: named by the option or the environment, else the usual places.
struct HomeSearch {
  /// How a folder is to us.
  enum Access { case missing, usable, forbidden }

  static let systemHome = "/var/lib/facturier"

  let option: String?
  let environment: String?
  let workingDirectory: String
  /// How a folder is to us.
  let access: (String) -> Access
  let isFile: (String) -> Bool

  /// The search of this process.
  init(option: String?) {
    self.init(
      option: option,
      environment: Surroundings.variable("FACTURIER_HOME"),
      workingDirectory: Surroundings.workingDirectory,
      access: Self.access(to:),
      isFile: { Glibc.access($0, F_OK) == 0 }
    )
  }

  init(
    option: String?,
    environment: String?,
    workingDirectory: String,
    access: @escaping (String) -> Access,
    isFile: @escaping (String) -> Bool
  ) {
    self.option = option
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.access = access
    self.isFile = isFile
  }

  /// The home that somebody named, whether or not it exists; nil when nobody did.
  var named: Home? {
    [option, environment].compactMap { $0 }.first { !$0.isEmpty }.map { Home(absolute($0)) }
  }

  /// The home to work on.
  ///
  /// - Throws: configuration `home-missing` {path} (named and not there), `home-unknown` (none named
  ///   and none found); fault `home-forbidden` {path, group}.
  func home() throws(Problem) -> Home {
    if let named {
      try refuseUnusable(named.path, code: "home-missing")
      return named
    }
    if access(Self.systemHome) != .missing {
      try refuseUnusable(Self.systemHome, code: "home-missing")
      return Home(Self.systemHome)
    }
    let watch = workingDirectory + "/watch"
    guard isFile(watch + "/facturier.yml") else { throw Problem(.configuration, "home-unknown") }
    return Home(watch)
  }

  private func refuseUnusable(_ path: String, code: String) throws(Problem) {
    switch access(path) {
    case .usable: return
    case .missing: throw Problem(.configuration, code, ["path": path])
    case .forbidden:
      let group = Surroundings.group(of: path)
      throw Problem(.fault, "home-forbidden", ["path": path, "group": group])
    }
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : workingDirectory + "/" + path
  }

  private static func access(to path: String) -> Access {
    guard Glibc.access(path, F_OK) == 0 else { return errno == EACCES ? .forbidden : .missing }
    return Glibc.access(path, R_OK | X_OK) == 0 ? .usable : .forbidden
  }
}
