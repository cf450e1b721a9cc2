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

  /// The rule files for documents of several folders, the least in rank first; those that could not be
  /// read say why.
  static func documentRules(_ folders: [String]) -> [RuleFile] {
    folders.flatMap { folder in
      Self.documentFolders.flatMap { paths(below: folder + "/" + $0) }.map(ruleFile)
    }
  }

  /// The rule files of a folder that a person named: those in the subfolders and those in it.
  ///
  /// - Throws: usage `file-missing` {path} when there is no such folder.
  static func namedRules(_ folder: String) throws(Problem) -> [RuleFile] {
    guard isFolder(folder) else { throw Problem(.usage, "file-missing", ["path": folder]) }
    // Templates of invoice2data may lie among ours.
    return paths(below: folder).filter { !$0.hasPrefix(folder + "/ledger/") }.map(ruleFile).filter {
      !TemplateFile(path: $0.path, text: $0.text).isTemplate
    }
  }

  private static func ruleFile(_ path: String) -> RuleFile {
    do throws(Problem) {
      return RuleFile(path: path, text: try text(path))
    } catch {
      return RuleFile(path: path, fault: error)
    }
  }

  /// The text of a file, of a larger one than any may be its beginning.
  private static func text(_ path: String) throws(Problem) -> String {
    try FileText.read(path, atMost: largest)
  }

  /// Bytes: more than any rule file may have.
  private static let largest = 1 << 20

  /// The templates of invoice2data, the first in rank first: those of the folders that a person named,
  /// then those of the rules of a home; those that could not be read are left out and named.
  static func templates(
    named folders: [String],
    homeRules: String?
  ) -> (files: [TemplateFile], problems: [Problem]) {
    var files: [TemplateFile] = []
    var problems: [Problem] = []
    let endings = [".yml", ".yaml", ".json"]
    for folder in folders + (homeRules.map { [$0 + "/invoice2data"] } ?? []) {
      for path in paths(below: folder, ending: endings) {
        do throws(Problem) {
          let file = TemplateFile(path: path, text: try text(path))
          if file.isTemplate { files.append(file) }
        } catch {
          problems.append(error)
        }
      }
    }
    return (files, problems)
  }

  /// How CSV files of the books are read, by `ledger/*.yml` of several folders, the first in rank
  /// first; a bad file is left out and named.
  static func ledgerMappings(
    _ folders: [String]
  ) -> (mappings: [LedgerMapping], problems: [Problem]) {
    var mappings: [LedgerMapping] = []
    var problems: [Problem] = []
    for path in folders.flatMap({ paths(below: $0 + "/ledger") }) {
      do throws(Problem) {
        mappings.append(try LedgerMapping.parse(try text(path), file: path))
      } catch {
        problems.append(error)
      }
    }
    return (mappings, problems)
  }

  /// The files with these endings below a folder, by path; hidden files and folders are passed over,
  /// and what lies more than four levels down.
  private static func paths(
    below folder: String,
    ending endings: [String] = [".yml"],
    levels: Int = 4
  ) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = folder + "/" + name
      if isFolder(path) {
        return levels > 0 ? paths(below: path, ending: endings, levels: levels - 1) : []
      }
      return endings.contains { name.hasSuffix($0) } ? [path] : []
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
