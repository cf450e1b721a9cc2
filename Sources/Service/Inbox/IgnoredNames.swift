// IgnoredNames.swift — names in the inbox that are not, or not yet, a document.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Whether a name is that of a hidden, partial or lock file: a rename to its real name counts as
/// arrival.
func isIgnoredName(_ name: [UInt8]) -> Bool {
  if ignoredPrefixes.contains(where: { name.starts(with: $0) }) { return true }
  let lower = name.map { (65...90).contains($0) ? $0 + 32 : $0 }
  return ignoredSuffixes.contains { lower.count >= $0.count && lower.suffix($0.count) == $0[...] }
}

/// Dot names cover `._*`, `.~lock*` and `.syncthing.*`; "~$" is an office program's lock.
private let ignoredPrefixes: [[UInt8]] = [".", "~$", "._", ".~lock", ".syncthing."].map {
  Array($0.utf8)
}

private let ignoredSuffixes: [[UInt8]] = [".part", ".tmp", ".crdownload"].map { Array($0.utf8) }
