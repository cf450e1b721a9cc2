// RulesLocation.swift — where the shipped rules lie.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Invoicing

/// Finds the folder of the shipped rules.
struct RulesLocation {
  let environment: String?
  let executableFolder: String
  let workingDirectory: String
  let isFolder: (String) -> Bool

  /// The location for this process.
  init() {
    self.init(
      environment: Surroundings.variable("FACTURIER_RULES"),
      executableFolder: Surroundings.executableFolder,
      workingDirectory: Surroundings.workingDirectory,
      isFolder: { path in
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      }
    )
  }

  init(
    environment: String?,
    executableFolder: String,
    workingDirectory: String,
    isFolder: @escaping (String) -> Bool
  ) {
    self.environment = environment
    self.executableFolder = executableFolder
    self.workingDirectory = workingDirectory
    self.isFolder = isFolder
  }

  /// The folder: `$FACTURIER_RULES`, that of an installation, that of the checkout we were built or
  /// stand in.
  ///
  /// - Throws: configuration `rules-missing` {path}.
  func folder() throws(Problem) -> String {
    if let environment, !environment.isEmpty {
      guard isFolder(environment) else {
        throw Problem(.configuration, "rules-missing", ["path": environment])
      }
      return environment
    }
    let installed = Surroundings.parent(of: executableFolder) + "/share/facturier/rules"
    if isFolder(installed) { return installed }
    let above = upward(from: executableFolder) + upward(from: workingDirectory)
    guard let found = above.first(where: { isFolder($0 + "/rules/generic") }) else {
      throw Problem(.configuration, "rules-missing", ["path": installed])
    }
    return (found == "/" ? "" : found) + "/rules"
  }

  /// The folder and everything above it, the nearest first.
  private func upward(from folder: String) -> [String] {
    var folders = [folder]
    while let last = folders.last, last != "/", last.hasPrefix("/") {
      folders.append(Surroundings.parent(of: last))
    }
    return folders
  }
}
