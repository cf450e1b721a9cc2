// TesseractReading.swift — the tesseract command, arranged as well as we know.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Foundation

/// The `tesseract` command: as many processes as cores, one thread each, the model loaded once.
struct TesseractReading: Sendable {
  let languages: [String]
  /// Where its lists and texts stand.
  let folder: String

  /// Reads the pages, and tells their texts in order.
  ///
  /// - Throws: `BenchFailure` when a page is left out.
  func read(_ pages: [String]) throws -> (effort: Effort, texts: [String]) {
    let shares = try self.shares(of: pages)
    let jobs = try shares.enumerated().map { number, share in
      let list = "\(folder)/list\(number).txt"
      let text = share.map { pages[$0] + "\n" }.joined()
      try Data(text.utf8).write(to: URL(filePath: list))
      let options = ["-l", languages.joined(separator: "+"), "--psm", "3"]
      let arguments = [list, "\(folder)/text\(number)"] + options
      return Program(executable: "tesseract", arguments: arguments)
    }
    let (effort, endings) = try together { try inSlots(jobs) { try $0.run() } }
    guard endings.allSatisfy({ $0.status == 0 }) else { throw BenchFailure("tesseract failed") }
    var texts = Array(repeating: "", count: pages.count)
    for (number, share) in shares.enumerated() {
      let text = try String(contentsOfFile: "\(folder)/text\(number).txt", encoding: .utf8)
      // Between pages stands a form feed; older versions end the last page with one too.
      var parts = text.split(separator: "\u{C}", omittingEmptySubsequences: false)
      if parts.count == share.count + 1 { parts.removeLast() }
      guard parts.count == share.count else { throw BenchFailure("tesseract left out a page") }
      for (index, part) in zip(share, parts) { texts[index] = String(part) }
    }
    return (effort, texts)
  }

  /// The pages dealt out to the processes, the largest files first, each to whoever has least.
  private func shares(of pages: [String]) throws -> [[Int]] {
    let sizes = try pages.map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.size] as? Int) ?? 0
    }
    var shares = Array(repeating: (size: 0, pages: [Int]()), count: min(coreCount(), pages.count))
    for page in pages.indices.sorted(by: { (sizes[$0], $0) > (sizes[$1], $1) }) {
      let least = shares.indices.min { shares[$0].size < shares[$1].size } ?? 0
      shares[least].size += sizes[page]
      shares[least].pages.append(page)
    }
    return shares.map(\.pages)
  }
}
