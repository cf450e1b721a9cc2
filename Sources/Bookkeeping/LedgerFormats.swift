// LedgerFormats.swift — every ledger format there is.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// The one visible list of ledger formats; a new format is a file in `Formats` and a line here.
package enum LedgerFormats {
  /// Asked in this order: the more telling first.
  package static let all: [LedgerFormat] = [
    .camt, .ublOrder, .orderX, .ofx, .cfonb, .mt940, .ecbRates, .fec, .hledger, .ledger, .beancount,
    .csv,
  ]

  /// Reads a file by the named format, or by the first that recognises it.
  ///
  /// - Throws: `ledger-format-unknown` (a name that is no format), `ledger-file-unrecognised`,
  ///   `ledger-office-file`, and the problems of the format.
  package static func read(
    _ file: LedgerFile,
    settings: LedgerSettings,
    format name: String? = nil
  ) throws(Problem) -> LedgerImport {
    if let name {
      guard let format = all.first(where: { $0.name == name }) else {
        throw Problem(
          .usage,
          "ledger-format-unknown",
          ["format": name, "known": all.map(\.name).joined(separator: ", ")]
        )
      }
      return try format.read(file, settings)
    }
    guard let format = all.first(where: { $0.recognises(file, settings) }) else {
      throw unrecognised(file)
    }
    return try format.read(file, settings)
  }

  private static func unrecognised(_ file: LedgerFile) -> Problem {
    if file.bytes.isEmpty { return Problem(.refusal, "ledger-file-empty", ["file": file.name]) }
    let isOffice = file.markup == nil && (file.isArchive || file.bytes.starts(with: Self.oldOffice))
    let code = isOffice ? "ledger-office-file" : "ledger-file-unrecognised"
    return Problem(.refusal, code, ["file": file.name])
  }

  /// How files of Excel began before 2007.
  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
}
