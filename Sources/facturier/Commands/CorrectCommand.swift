// CorrectCommand.swift — facturier correct: a person knows better.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Invoicing
import Service

struct CorrectCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Says what stands on an invoice; your word is kept through every re-assessment.",
    discussion: """
      facturier correct 1041 ttc=119,88 echeance=20/11/2026
      facturier correct 1041 total_with_vat=119.88 due_date=2026-11-20 --approve
      facturier correct 1041 commande=             it is not on this invoice
      facturier correct 1042 document_type=invoice
      facturier correct 1041 'vat_breakdown=[{"taxable_amount":"99.90","vat_rate":"20",
                              "vat_amount":"19.98"}]'

      Names are those of EN 16931 (invoice_number, issue_date …) or short: numero, date, echeance,
      ht, tva, ttc, acompte, net, fournisseur, client, commande, devise.

      What is wrong with a typed value, check digits for one, is told; it is kept, since it may be
      printed so. Exit 1 then.
      """
  )

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Approve it too, if nothing blocks then.") var approve = false
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID
  @Argument(help: ArgumentHelp("What a field holds.", valueName: "field=value"))
  var assignments: [String]

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let register = try await session.register()
    let item = try await FoundItem(id.number, in: register)
    let currency = item.invoices.first?.assessment.draft.currency ?? .euro
    var fields: [FieldChange] = []
    var status = ExitStatus.ok
    for change in try TypedChange.changes(assignments, currency: currency) {
      switch change {
      case .field(let field): fields.append(field)
      case .declaration(let type):
        status = phrases.tell(
          try await session.write(.declare(id: id.number, type: type))
        )
      }
    }
    guard !fields.isEmpty else { return status }
    // A declaration may just have made the invoice.
    let invoice = try await FoundItem.invoice(id.number, in: register)
    status = phrases.tell(
      try await session.write(
        .correct(invoice: invoice.id, changes: fields, approve: approve)
      )
    )
    let corrected = try await FoundItem.invoice(invoice.id, in: register)
    let doubts = Self.doubts(about: fields, in: corrected.assessment)
    let explanation = Explanation(
      phrases: phrases.about(invoice.id),
      style: .of(.messages),
      isDetailed: false
    )
    for line in explanation.findings(doubts) { Output.messages.print(line) }
    return doubts.isEmpty ? status : Set([status, .needsPerson]).weightiest
  }

  /// What is wrong with the values that were typed: they are kept, since they may be printed so.
  static func doubts(about changes: [FieldChange], in assessment: Assessment) -> [Finding] {
    let typed = Set(changes.filter { $0.value != nil }.map(\.field))
    return assessment.findings.filter { finding in
      finding.severity > .info && finding.field.map(typed.contains) == true
    }
  }
}
