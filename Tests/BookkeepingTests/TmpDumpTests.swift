import Foundation
import Invoicing
import Testing
@testable import Bookkeeping
@Test func tmpDump() throws {
  let base = "/work/shared/corpus/dev/ledger/"
  let maps = try ["open_items", "purchase_orders", "grand_livre"].map {
    try LedgerMapping.parse(String(contentsOfFile: "/work/main/rules/ledger/\($0).yml", encoding: .utf8), file: $0)
  }
  for f in ["881085468FEC20251231.txt", "fec-iso8859-15.txt", "open_items.csv", "purchase_orders.csv"] {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: base + f)))
    let start = ContinuousClock.now
    let b = try LedgerFormats.read(LedgerFile(bytes: bytes, name: f), settings: LedgerSettings(mappings: maps))
    print("TMP", f, b.source, b.entries.count, b.control, b.buyerSIREN ?? "-", b.entries.count { $0.isOpen }, b.entries.count { $0.isPartlyPaid }, start.duration(to: .now))
    try JSONEncoder().encode(b.entries).write(to: URL(fileURLWithPath: "/tmp/mt/\(f).json"))
  }
  let s = try SupplierImport.read(LedgerFile(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: base + "suppliers.csv"))), name: "s"))
  print("TMP", s.suppliers.count, s.findings)
  try JSONEncoder().encode(s.suppliers).write(to: URL(fileURLWithPath: "/tmp/mt/suppliers.json"))
}
