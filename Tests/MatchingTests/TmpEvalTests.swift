import Foundation
import Invoicing
import Testing
@testable import Matching
private func money(_ v: Any?, _ c: Currency) -> Money? { (v as? String).flatMap { DecimalNumber($0) }.flatMap { Money($0, currency: c) } }
@Test(arguments: [("881085468FEC20251231.txt", "fec"), ("open_items.csv", "open_items"), ("purchase_orders.csv", "purchase_orders")])
func tmpEval(file: String, source: String) throws {
  let dir = "/work/shared/corpus/dev/truth/"
  let entries = try JSONDecoder().decode([LedgerEntry].self, from: Data(contentsOf: URL(fileURLWithPath: "/tmp/mt/\(file).json")))
  let suppliers = SupplierIndex(try JSONDecoder().decode([Supplier].self, from: Data(contentsOf: URL(fileURLWithPath: "/tmp/mt/suppliers.json"))))
  let index = LedgerIndex(entries)
  var out = ""
  var questions_: [MatchQuestion] = []; var names: [String] = []
  for f in try FileManager.default.contentsOfDirectory(atPath: dir).sorted() where f.hasSuffix(".json") {
    let d = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: dir + f))) as! [String: Any]
    guard let fields = d["fields"] as? [String: Any], d["kind"] as? String != "bad" else { continue }
    guard let m = d["match"] as? [String: Any] else { continue }
    let c = Currency(code: fields["currency"] as? String ?? "EUR")!
    var draft = Draft()
    let ev = Evidence(origin: .computed(from: []), text: "", rule: "t", confidence: .certain)
    func t(_ f: Field<String>) { if let v = fields[f.name.name] as? String { draft.set(f, to: v, evidence: ev) } }
    func a(_ f: Field<Money>) { if let v = money(fields[f.name.name], c) { draft.set(f, to: v, evidence: ev) } }
    for f in [Field<String>.invoiceNumber, .invoiceType, .currency, .purchaseOrder, .sellerName, .sellerLegalID, .sellerVATID, .iban] { t(f) }
    for f in [Field<Money>.totalWithVAT, .totalWithoutVAT, .amountDue] { a(f) }
    if let v = fields["issue_date"] as? String, let x = CalendarDate(iso: v) { draft.set(.issueDate, to: x, evidence: ev) }
    let res = resolveSupplier(draft, among: suppliers)
    let want = m["supplier_code"] as? String
    if res.supplier?.code != want { print("SUP", source, f, fields["seller_name"] ?? "", want ?? "-", res.supplier?.code ?? "-", res.means as Any) }
    for x in res.findings { print("FIND", f, x.code, x.arguments) }
    let asm = Assessment(pages: [1], language: nil, documentType: .invoice, draft: draft, findings: [])
    let q = questions(asm, supplier: res.supplier)
    questions_.append(MatchQuestion(assessment: asm, supplier: res.supplier, answers: index.answers(to: q!)))
    names.append(d["file"] as! String)
  }
  let start = ContinuousClock.now
  let props = match(questions_, given: [:])
  print("TMP match", source, props.count, start.duration(to: .now))
  for (n, p) in zip(names, props) {
    let o: [String: Any] = ["file": n, "match": ["status": p.status.rawValue, "automatic": p.automatic, "confidence": p.confidence.permille, "residual": p.residual?.plainText ?? "", "entries": p.entries.map { ["source": $0.source, "id": $0.id] }, "reasons": p.reasons.map { "\($0.code) \($0.arguments.description) \($0.deciBits)" }, "runners": p.runnersUp.map(\.id)]]
    out += String(decoding: try JSONSerialization.data(withJSONObject: o), as: UTF8.self) + "\n"
  }
  try out.write(toFile: "/tmp/mt/\(source).jsonl", atomically: true, encoding: .utf8)
}
