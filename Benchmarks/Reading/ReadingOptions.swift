// ReadingOptions.swift — what reads, and what is read.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// The options of commands that measure reading.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var corpus: String
  @Option(help: ArgumentHelp("facturier.", valueName: "path"))
  var binary = ".build/release/facturier"
  @Option(help: ArgumentHelp("facturier-reader; default: beside facturier.", valueName: "path"))
  var reader: String?
  @Option(help: "Languages of recognition, for both.") var languages = "fra+eng+deu"

  func validate() throws {
    for path in [binary, readerPath] where !FileManager.default.isExecutableFile(atPath: path) {
      throw ValidationError("\(path) is no program; build it first")
    }
    guard exists(corpus) else { throw ValidationError("there is no folder \(corpus)") }
  }

  var readerPath: String {
    reader ?? URL(filePath: binary).deletingLastPathComponent().path() + "facturier-reader"
  }

  /// The languages, each by tesseract's name.
  var languageNames: [String] { languages.split(separator: "+").map(String.init) }
}
