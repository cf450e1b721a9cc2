// RuleTests.swift — the rules of now on what is known: approved invoices, samples of rule files.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Assessment
internal import Extraction
package import Filing
internal import Glibc
package import Invoicing

/// Runs the rules on every approved invoice whose document is stored, without recognising it again, and
/// on the samples that rule files name.
package struct RuleTests: Sendable {
  private let register: Register?
  private let knowledge: Knowledge

  /// - Parameters:
  ///   - register: nil before the first document arrived.
  ///   - knowledge: the rules to test.
  package init(register: Register?, knowledge: Knowledge) {
    self.register = register
    self.knowledge = knowledge
  }

  /// Hands over the test of each approved invoice, by its id.
  ///
  /// - Throws: faults of the register.
  package func testInvoices(_ body: (RuleTest) -> Void) async throws(Problem) {
    guard let register else { return }
    let suppliers = try await register.suppliers()
    let filter = InvoiceFilter(states: Set(InvoiceState.allCases.filter(\.isApproved)))
    for summary in try await register.summaries(filter) {
      guard let invoice = try await register.invoice(summary.id),
        let task = try await register.assessingTask(document: invoice.documentNumber)
      else { continue }
      let standing = try await register.decisions(of: invoice.id).filter { !$0.isUndone }
      let corrected = Set(
        standing.compactMap { record -> FieldName? in
          guard case .correct(let field, _) = record.decision else { return nil }
          return field
        }
      )
      // Without what people decided about its fields.
      let result = assess(
        task.document,
        under: premises(suppliers, receivedOn: day(of: task.receivedAt)),
        decisions: [0: task.decisions.map(\.decision)]
      )
      let page = invoice.assessment.pages.first
      let found = result.invoices.first { $0.pages.first == page }?.draft ?? Draft()
      let own = knowledge.rules.ownFields(of: task.document)
      body(RuleTest(invoice, found: found, corrected: corrected, own: own))
    }
  }

  /// Reads the sample of each example, and hands over the tests by the files' paths.
  ///
  /// - Parameters:
  ///   - reader: reads the samples.
  ///   - plan: how.
  ///   - today: the day on which the samples are taken to have come.
  ///   - body: is given each test; one of a sample that cannot be read says why.
  /// - Throws: faults of the register.
  package func testExamples(
    with reader: ReaderProcess,
    plan: ReadingPlan,
    today: CalendarDate,
    _ body: (RuleTest) -> Void
  ) async throws(Problem) {
    let suppliers = try await register?.suppliers() ?? []
    let premises = premises(suppliers, receivedOn: today)
    for example in knowledge.rules.examples {
      do throws(Problem) {
        let document = try await reader.document(example.sample, plan: plan)
        let found = assess(document, under: premises, decisions: [0: [.declare(.invoice)]])
        body(RuleTest(example, found: found.invoices.first?.draft ?? Draft()))
      } catch {
        body(RuleTest(example, problem: error))
      }
    }
  }

  private func premises(_ suppliers: [Supplier], receivedOn: CalendarDate) -> Premises {
    Premises(
      rules: knowledge.rules,
      templates: knowledge.templates,
      company: knowledge.company,
      suppliers: suppliers,
      receivedOn: receivedOn
    )
  }
}

extension ReaderProcess {
  /// The document of a file that a person named.
  ///
  /// - Throws: usage `file-missing` {path}, `file-not-regular` {path}; what it was refused with; faults of
  ///   the reader.
  package func document(_ path: String, plan: ReadingPlan) async throws(Problem) -> Document {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Problem(.usage, "file-missing", ["path": path]) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(.usage, "file-not-regular", ["path": path])
    }
    switch try await read(path: path, plan: plan) {
    case .read(let document): return document
    case .refused(let problem), .failed(let problem, _): throw problem
    case .cancelled: throw Problem(.fault, "cancelled")
    }
  }
}
