// DraftedFile.swift — a drafted rule file and its sample are put among the supplier's rules.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Extraction
internal import Glibc
package import Invoicing

/// Writes rule files that a person had drafted into `HOME/rules/suppliers`.
package struct DraftedFile: Sendable {
  private let home: Home

  package init(home: Home) { self.home = home }

  /// Writes a profile, and the sample that its example names.
  ///
  /// - Parameters:
  ///   - profile: as `Learner.draft` made it.
  ///   - sample: the bytes of the sample.
  ///   - replaces: whether a file that is there may be replaced.
  /// - Returns: the path of the rule file.
  /// - Throws: usage `rule-file-exists` {path}; fault `file-failed`, `disk-full`.
  package func write(
    _ profile: LearnedProfile,
    sample: [UInt8],
    replaces: Bool
  ) throws(Problem) -> String {
    let folder = home.rules + "/suppliers"
    try makeFolder(folder)
    let name = String(profile.name.split(separator: "/").last ?? "") + ".yml"
    let path = folder + "/" + name
    guard replaces || access(path, F_OK) != 0 else {
      throw Problem(.usage, "rule-file-exists", ["path": path])
    }
    // The sample first: a rule file never names one that is missing.
    if let copy = profile.sample?.split(separator: "/").last {
      try makeFolder(folder + "/samples")
      try writeWhole(sample, as: String(copy), in: folder + "/samples", place: "rules")
    }
    try writeWhole(Array(profile.text.utf8), as: name, in: folder, place: "rules")
    return path
  }

  private func makeFolder(_ path: String) throws(Problem) {
    guard mkdir(path, 0o770) == 0 || errno == EEXIST else { throw fileProblem("mkdir", "rules") }
  }
}
