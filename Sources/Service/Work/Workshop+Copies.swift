// Workshop+Copies.swift — the copies for people: filed invoices, refused files.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing
internal import Logging

/// What goes wrong here is told in the journal and nowhere else: the copies can be made again from
/// archive and register.
extension Workshop {
  /// Makes or renames the browsable copy of an invoice.
  func place(_ id: Int64) async {
    do throws(Problem) {
      guard let invoice = try await register.invoice(id) else { return }
      let path = FiledView.path(of: invoice)
      let (view, archive) = (filedView, archive)
      let kept = try await blocking { () throws(Problem) in
        let original = OpenFile(try archive.openReadOnly(invoice.document))
        return try view.place(at: path, previous: invoice.filedPath, from: original.descriptor)
      }
      if kept != invoice.filedPath { try await register.setFiledPath(id, kept) }
    } catch {
      logger.warning("no copy", metadata: ["id": "\(id)", "code": "\(error.code)"])
    }
  }

  /// Removes the browsable copy of an invoice that is no longer one.
  func withdraw(_ invoice: InvoiceRecord) async {
    guard let path = invoice.filedPath else { return }
    let view = filedView
    try? await blocking { () throws(Problem) in try view.remove(path) }
  }

  /// Puts a refused document into the quarantine folder, beside its reason.
  func shelve(_ number: Int64) async {
    do throws(Problem) {
      guard let record = try await register.document(number), let problem = record.problem else {
        return
      }
      let (quarantine, archive, text) = (quarantine, archive, renderReason(problem))
      let name = try await blocking { () throws(Problem) in
        let original = OpenFile(try archive.openReadOnly(record.document))
        return try quarantine.put(
          fileName: record.fileName,
          from: original.descriptor,
          text: text,
          reason: QuarantineReason(
            document: record.document,
            problem: problem,
            receivedAt: record.receivedAt
          )
        )
      }
      try await register.setQuarantineName(number, name)
    } catch {
      logger.warning("no copy", metadata: ["id": "\(number)", "code": "\(error.code)"])
    }
  }

  /// Takes a document out of the quarantine folder.
  func unshelve(_ record: DocumentRecord) async {
    guard let name = record.quarantineName else { return }
    let quarantine = quarantine
    do throws(Problem) {
      try await blocking { () throws(Problem) in try quarantine.remove(name) }
      try await register.setQuarantineName(record.number, nil)
    } catch {
      logger.warning("copy stays", metadata: ["id": "\(record.number)", "code": "\(error.code)"])
    }
  }
}
