// Operations+Learning.swift — approved invoices teach the rule file of their seller.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Extraction
internal import Filing
internal import Invoicing
internal import Logging

extension Operations {
  private var register: Register { workshop.register }

  /// Learns the seller of an approved invoice from all its approved invoices, writes
  /// `HOME/rules/learned/<seller>.yml` and puts it in force.
  ///
  /// - Throws: usage `no-such-invoice` {id}, `not-reviewed` {id, state}, `nothing-to-learn`,
  ///   `seller-has-rules` {profile}, `learned-contradicts` {ids}, `learned-file-edited` {path}; faults of
  ///   the register, `file-failed`.
  func learn(_ id: Int64) async throws(Problem) -> LocalResponse {
    let invoice = try await invoice(id)
    guard invoice.state.isApproved else {
      let arguments = ["id": String(id), "state": invoice.state.rawValue]
      throw Problem(.usage, "not-reviewed", arguments)
    }
    let reviewed = try await examples(like: invoice)
    guard !reviewed.isEmpty else { throw Problem(.usage, "nothing-to-learn") }
    let knowledge = await workshop.knowledge.current
    let learner = Learner(
      rules: knowledge.rules,
      company: knowledge.company,
      suppliers: try await register.suppliers()
    )
    let file = LearnedFile(home: workshop.home)
    let (profile, path) = try await blocking { () throws(Problem) in
      let profile = try learner.profile(from: reviewed)
      return (profile, try file.write(profile))
    }
    if await workshop.knowledge.reload() { await workshop.work.ring() }
    return .learned(
      LearnOutcome(
        profile: profile.name,
        path: path,
        invoices: reviewed.map(\.id),
        fields: profile.fields,
        dropped: profile.dropped
      )
    )
  }

  /// Learns from invoices that were just approved, each seller once; what cannot be learned is no
  /// matter for who approves.
  func learnQuietly(from response: LocalResponse) async {
    guard workshop.settings.learns, case .invoices(let outcomes) = response else { return }
    var sellers: [SellerKey] = []
    // The newest first: it teaches what the others teach.
    for outcome in outcomes.reversed() where outcome.state?.isApproved == true {
      guard outcome.problem == nil, let invoice = try? await register.invoice(outcome.id),
        let seller = SellerKey(invoice.assessment.draft), !sellers.contains(where: seller.isSame)
      else { continue }
      sellers.append(seller)
      do throws(Problem) {
        _ = try await learn(outcome.id)
      } catch {
        workshop.logger.info("not learned", metadata: ["code": "\(error.code)"])
      }
    }
  }

  /// The reviewed invoices of the same seller, the oldest first, that stand alone in their file.
  private func examples(like invoice: InvoiceRecord) async throws(Problem) -> [ReviewedInvoice] {
    guard let seller = SellerKey(invoice.assessment.draft) else { return [] }
    let states = Set(InvoiceState.allCases.filter(\.isApproved))
    let alike = try await register.summaries(InvoiceFilter(states: states)).filter { summary in
      summary.id == invoice.id
        || summary.supplierCode != nil && summary.supplierCode == invoice.supplierCode
        || summary.sellerName != nil && summary.sellerName == invoice.assessment.draft[.sellerName]
    }.suffix(Learner.most * 4)
    var reviewed: [ReviewedInvoice] = []
    for record in try await register.invoices(InvoiceFilter(ids: alike.map(\.id))) {
      guard states.contains(record.state),
        SellerKey(record.assessment.draft)?.isSame(as: seller) == true,
        let task = try await register.assessingTask(document: record.documentNumber),
        task.document.pages.map(\.number) == record.assessment.pages,
        task.document.pages.contains(where: { !$0.words.isEmpty })
      else { continue }
      reviewed.append(
        ReviewedInvoice(
          id: record.id,
          document: task.document,
          draft: record.assessment.draft,
          receivedOn: day(of: record.receivedAt)
        )
      )
    }
    return reviewed.suffix(Learner.most)
  }
}
