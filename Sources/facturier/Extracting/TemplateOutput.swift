// TemplateOutput.swift — what templates of invoice2data find, printed as invoice2data prints it.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Templates

/// Collects what the templates make of several files: one JSON list, an object for each file on which
/// a template found something.
struct TemplateOutput {
  let book: TemplateBook
  let explanation: Explanation
  private var records: [String] = []

  init(book: TemplateBook, explanation: Explanation) {
    self.book = book
    self.explanation = explanation
  }

  /// Takes a file in; what went wrong is told to the person at once.
  mutating func add(_ extracted: ExtractedFile) -> ExitStatus {
    if let problem = extracted.problem {
      explanation.phrases.tell(problem)
      return ExitStatus(problem)
    }
    // A mail need not speak of its attachments in the words of a template.
    var statuses: [ExitStatus] = []
    for document in extracted.documents { statuses.append(add(document, of: extracted)) }
    return statuses.min { $0.rawValue < $1.rawValue } ?? .needsPerson
  }

  private mutating func add(_ document: Document, of extracted: ExtractedFile) -> ExitStatus {
    let reading = book.reading(of: document)
    let findings = explanation.findings(reading?.findings ?? [])
    if !findings.isEmpty || reading == nil { Output.messages.print(extracted.file.display) }
    if reading == nil { Output.messages.print("  " + explanation.phrases.say("no-template")) }
    for line in findings { Output.messages.print(line) }
    guard let record = reading?.record else { return .needsPerson }
    records.append(record.json)
    return findings.isEmpty ? .ok : .needsPerson
  }

  /// The JSON of all files.
  var json: String {
    records.isEmpty ? "[]" : "[\n  " + records.joined(separator: ",\n  ") + "\n]"
  }
}
