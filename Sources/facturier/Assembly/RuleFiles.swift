// RuleFiles.swift — the rule files of a folder, read from disk.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Bookkeeping
import Extraction
import Foundation
import Invoicing
import Templates

/// Reads rule files; what they mean is for Extraction and Bookkeeping to say.
enum RuleFiles {
  /// The subfolders with rules for documents, the least in rank first.
  private static let documentFolders = ["generic", "learned", "suppliers"]

  /// The rule files for documents of several folders, the least in rank first.
  ///
  /// - Throws: fault `file-unusable` {path, reason}.
  static func documentRules(_ folders: [String]) throws(Problem) -> [RuleFile] {
    var files: [RuleFile] = []
    for folder in folders {
      for path in Self.documentFolders.flatMap({ paths(below: folder + "/" + $0) }) {
        files.append(RuleFile(path: path, text: try FileText.read(path)))
      }
    }
    return files
  }

  /// The rule files of a folder that a person named: those in the subfolders and those in it.
  static func namedRules(_ folder: String) throws(Problem) -> [RuleFile] {
    guard isFolder(folder) else { throw Problem(.usage, "file-missing", ["path": folder]) }
    var files: [RuleFile] = []
    for path in paths(below: folder) where !path.hasPrefix(folder + "/ledger/") {
      let text = try FileText.read(path)
      // Templates of invoice2data may lie among ours.
      guard !TemplateFile(path: path, text: text).isTemplate else { continue }
      files.append(RuleFile(path: path, text: text))
    }
    return files
  }

  /// The templates of invoice2data, the first in rank first: those of the folders that a person named,
  /// then those of the rules of a home.
  static func templates(
    named folders: [String],
    homeRules: String?
  ) throws(Problem) -> [TemplateFile] {
    var files: [TemplateFile] = []
    let endings = [".yml", ".yaml", ".json"]
    for folder in folders + (homeRules.map { [$0 + "/invoice2data"] } ?? []) {
      for path in paths(below: folder, ending: endings) {
        let file = TemplateFile(path: path, text: try FileText.read(path))
        if file.isTemplate { files.append(file) }
      }
    }
    return files
  }

  /// How CSV files of the books are read, by `ledger/*.yml` of several folders, the first in rank
  /// first; a bad file is left out and named.
  static func ledgerMappings(
    _ folders: [String]
  ) throws(Problem) -> (mappings: [LedgerMapping], problems: [Problem]) {
    var mappings: [LedgerMapping] = []
    var problems: [Problem] = []
    for path in folders.flatMap({ paths(below: $0 + "/ledger") }) {
      let text = try FileText.read(path)
      do throws(Problem) {
        mappings.append(try LedgerMapping.parse(text, file: path))
      } catch {
        problems.append(error)
      }
    }
    return (mappings, problems)
  }

  /// The files with these endings below a folder, by path; hidden files and folders are passed over.
  private static func paths(below folder: String, ending endings: [String] = [".yml"]) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = folder + "/" + name
      if isFolder(path) { return paths(below: path, ending: endings) }
      return endings.contains { name.hasSuffix($0) } ? [path] : []
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
