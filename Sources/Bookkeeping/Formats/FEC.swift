// FEC.swift — the fichier des écritures comptables (LPF art. A47 A-1) as a ledger format.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

extension LedgerFormat {
  /// The FEC: suppliers' invoices of the purchase journals and of the opening balance.
  ///
  /// - Throws: when read, `fec-xml`, `fec-ebcdic`, `fec-column-missing`, `fec-field-count`,
  ///   `fec-date-unreadable`, `fec-amount-unreadable`, `fec-sense-unreadable`,
  ///   `fec-entry-unbalanced`, `fec-unbalanced`.
  static let fec = LedgerFormat(
    name: "fec",
    recognises: { file, _ in
      FECKind(file.bytes) != .text || FECTable.isHeader(of: file.bytes)
        || FECFileName(file.name) != nil
    },
    read: { file, settings throws(Problem) in
      switch FECKind(file.bytes) {
      case .xml: throw Problem(.refusal, "fec-xml", ["file": file.name])
      case .ebcdic: throw Problem(.refusal, "fec-ebcdic", ["file": file.name])
      case .text: break
      }
      var books = FECBooks(settings: settings)
      try books.read(try FECTable(file.bytes))
      return LedgerImport(
        source: "fec",
        entries: LedgerEntries(books.entries()),
        control: books.control,
        buyerSIREN: FECFileName(file.name)?.siren
      )
    }
  )
}

/// The name that the law gives the file: SIREN, "FEC", closing date.
struct FECFileName: Hashable {
  let siren: String

  /// The parts of "881085468FEC20251231.txt", or nil when it is not so named.
  init?(_ name: String) {
    let stem = name.prefix { $0 != "." }
    let letters = stem.dropFirst(9).prefix(3)
    guard stem.prefix(9).allSatisfy(\.isWholeNumber), letters.uppercased() == "FEC",
      stem.count >= 20, stem.dropFirst(12).prefix(8).allSatisfy(\.isWholeNumber)
    else { return nil }
    siren = String(stem.prefix(9))
  }
}

/// What the bytes are; the law also allows XML and EBCDIC, which nobody has shown us yet.
enum FECKind {
  case text, xml, ebcdic

  init(_ bytes: [UInt8]) {
    let head = bytes.prefix(2_000)
    let letters = String(decoding: head, as: UTF8.self)
    if letters.contains("<comptabilite") || letters.contains("<ecriture") {
      self = .xml
    } else if head.starts(with: Self.journalCode) {
      self = .ebcdic
    } else {
      self = .text
    }
  }

  /// "JournalCode" in EBCDIC (code pages 037, 297, 1147 agree on these letters).
  private static let journalCode: [UInt8] = [
    0xD1, 0x96, 0xA4, 0x99, 0x95, 0x81, 0x93, 0xC3, 0x96, 0x84, 0x85,
  ]
}
