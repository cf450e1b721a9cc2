// TemplateReading.swift — what a template makes of a document.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What a template makes of a document.
package struct TemplateReading: Sendable {
  /// The name of the template's file.
  package let template: String
  /// In the vocabulary of invoice2data; nil where the template applies but gives nothing.
  package let record: TemplateRecord?
  /// In the vocabulary of EN 16931, each value with its place.
  package let draft: Draft
  /// What a person should know about it.
  package let findings: [Finding]

  init(_ template: Template, on grid: TextGrid) {
    self.template = template.name
    var run = TemplateRun(template, on: grid)
    do {
      try run.run()
      let mapping = DraftMapping(record: run.record, template: template.name, grid: grid)
      record = run.record
      draft = mapping.draft()
      findings = run.findings + Self.doubts(about: run.record, template: template.name)
    } catch {
      record = nil
      draft = Draft()
      findings =
        run.findings + [
          Finding(
            .warning,
            "template-failed",
            ["template": template.name, "reason": error.reason]
          )
        ]
    }
  }

  /// One finding for each value that could be read otherwise.
  private static func doubts(about record: TemplateRecord, template: String) -> [Finding] {
    record.names.compactMap { name in
      guard let value = record[name], value.holdsDoubt else { return nil }
      return Finding(
        .warning,
        "template-value-doubtful",
        ["template": template, "name": name, "value": value.value.plainText]
      )
    }
  }
}

extension TracedValue {
  /// Whether it or a value in it could be read otherwise.
  var holdsDoubt: Bool {
    if isDoubtful { return true }
    switch value {
    case .list(let list): return list.contains(where: \.holdsDoubt)
    case .record(let record): return record.names.contains { record[$0]?.holdsDoubt ?? false }
    default: return false
    }
  }
}
