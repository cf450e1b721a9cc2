// RuleTest.swift — what the rules of now make of a document whose values are known.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Extraction
package import Filing
package import Invoicing

/// What the rules of now make of one approved invoice, or of the sample of a rule file, value by value.
package struct RuleTest: Sendable {
  /// What was tested.
  package enum Subject: Sendable {
    case invoice(InvoiceRecord)
    case example(PlacedExample)
  }

  /// A value that is not what it should be, or was not found before and is now.
  package struct Change: Hashable, Sendable {
    /// What the difference means.
    package enum Verdict: String, Hashable, Sendable {
      /// The rules found it once, and do not any more; or a rule file promises it, and it is not found.
      case worse
      /// A person had to say it, and the rules find it now.
      case better
      /// A person had to say it, and would have to again.
      case open
    }

    package let field: FieldName
    /// What was approved, or what a rule file promises; nil: nothing.
    package let expected: FieldValue?
    package let found: FieldValue?
    package let verdict: Verdict
  }

  package let subject: Subject
  package let changes: [Change]
  /// How many expected values the rules find.
  package let same: Int
  /// Why the sample could not be read, or nil.
  package let problem: Problem?

  /// How many values are lost; a sample that cannot be read is one.
  package var lost: Int { changes.count { $0.verdict == .worse } + (problem == nil ? 0 : 1) }

  /// An approved invoice.
  ///
  /// - Parameters:
  ///   - invoice: as it was approved.
  ///   - found: what the rules of now find on it.
  ///   - corrected: the fields that a person had to say.
  ///   - own: those for which its supplier's rule file has rules: they must be found since.
  init(
    _ invoice: InvoiceRecord,
    found: Draft,
    corrected: Set<FieldName>,
    own: Set<FieldName>
  ) {
    let approved = invoice.assessment.draft
    var changes: [Change] = []
    var same = 0
    for field in FieldDefinition.all.map(\.name) {
      let expected = approved[name: field]?.value
      let value = found[name: field]?.value
      let isSame = Self.isSame(expected, value)
      if isSame, expected == nil { continue }
      if isSame { same += 1 }
      guard corrected.contains(field) || !isSame else { continue }
      let verdict: Change.Verdict =
        isSame ? .better : corrected.contains(field) && !own.contains(field) ? .open : .worse
      changes.append(Change(field: field, expected: expected, found: value, verdict: verdict))
    }
    subject = .invoice(invoice)
    self.changes = changes
    self.same = same
    problem = nil
  }

  /// The sample of a rule file.
  init(_ example: PlacedExample, found: Draft) {
    let currency = found.currency ?? .euro
    var changes: [Change] = []
    var same = 0
    for field in FieldDefinition.all.map(\.name) {
      guard let promised = example.example.fields[field] else { continue }
      let expected = example.example.value(of: field, currency: currency)
      let value = found[name: field]?.value
      if (promised == .absent) == (expected == nil), Self.isSame(expected, value) {
        same += 1
      } else {
        changes.append(Change(field: field, expected: expected, found: value, verdict: .worse))
      }
    }
    subject = .example(example)
    self.changes = changes
    self.same = same
    problem = nil
  }

  /// A sample that could not be read.
  init(_ example: PlacedExample, problem: Problem) {
    subject = .example(example)
    changes = []
    same = 0
    self.problem = problem
  }

  /// Texts are compared by their letters and digits: names have many spellings.
  private static func isSame(_ left: FieldValue?, _ right: FieldValue?) -> Bool {
    left.map(compared) == right.map(compared)
  }

  private static func compared(_ value: FieldValue) -> FieldValue {
    guard case .text(let text) = value else { return value }
    return .text(lettersAndDigits(text))
  }
}
