// Learner.swift — reviewed invoices of one seller become its rule file.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// Learns the rule file of a seller from its reviewed invoices, and keeps only what reproduces every
/// one of them.
package struct Learner: Sendable {
  private let rules: RuleBook
  private let company: Company?
  private let suppliers: [Supplier]

  /// `rules` are those in force, an older learned file of the seller among them or not.
  package init(rules: RuleBook, company: Company?, suppliers: [Supplier] = []) {
    self.rules = rules
    self.company = company
    self.suppliers = suppliers
  }

  /// How many invoices are learned from at most, the newest.
  package static let most = 12

  static let labelled: [FieldName] = [
    Field.invoiceNumber.name, Field.issueDate.name, Field.dueDate.name, Field.supplyDate.name,
    Field.purchaseOrder.name, Field.paymentReference.name, Field.totalWithoutVAT.name,
    Field.totalVAT.name, Field.totalWithVAT.name, Field.prepaid.name, Field.amountDue.name,
  ]

  /// Fields that stand in one place on every invoice of a seller: where no label tells them, the place
  /// does, with little trust.
  private static let placed: Set = [
    Field.invoiceNumber.name, Field.issueDate.name, Field.totalWithVAT.name,
  ]

  static let constant: [FieldName] = [
    Field.sellerVATID.name, Field.sellerLegalID.name, Field.iban.name, Field.buyerVATID.name,
    Field.buyerName.name,
  ]

  /// The fields that a person is asked about, in the order in which people read an invoice.
  static let asked = FieldDefinition.all.filter {
    (labelled + constant + [Field.sellerName.name]).contains($0.name)
  }

  /// What the invoices teach, all of one seller, the oldest first.
  ///
  /// - Throws: usage `nothing-to-learn` {} when nothing identifies the seller, or the seller is the
  ///   company itself; `seller-has-rules` {profile} when a person wrote some; `learned-contradicts` {ids}
  ///   when not even the seller's numbers reproduce the reviewed invoices.
  package func profile(from all: [ReviewedInvoice]) throws(Problem) -> LearnedProfile {
    let reviewed = Array(all.suffix(Self.most))
    guard let mark = mark(of: reviewed), let name = Self.name(of: mark) else {
      throw Problem(.usage, "nothing-to-learn")
    }
    let ids = reviewed.map { "#\($0.id)" }.joined(separator: ", ")
    let head = [
      "Learned by Facturier from the reviewed invoices \(ids). It is written anew when another one of",
      "this seller is approved. To make it yours, move it to ../suppliers/: there nothing is changed",
      "by itself. What the keys mean stands in the README.md of the shipped rules.",
    ]
    let form = ProfileForm(name: "learned/" + name, head: head, seller: mark)
    return try learned(form, from: reviewed, ids: ids)
  }

  /// The rule file that a person would write of a sample, with the sample as its example.
  ///
  /// - Parameters:
  ///   - sample: with the values that the person confirmed.
  ///   - suffix: of the sample's file, ".pdf"; its copy is called samples/NAME.pdf.
  /// - Returns: the profile, its name made of the seller's.
  /// - Throws: as `profile(from:)`; `seller-has-rules` only for a file of another name.
  package func draft(
    from sample: ReviewedInvoice,
    suffix: String
  ) throws(Problem) -> LearnedProfile {
    guard let mark = mark(of: [sample]), let id = Self.name(of: mark) else {
      throw Problem(.usage, "nothing-to-learn")
    }
    let words = folded(mark.name ?? "").lowercased().split {
      !$0.isASCII || !($0.isLetter || $0.isNumber)
    }
    let slug = words.joined(separator: "-").prefix(40)
    let name = slug.count >= 3 ? String(slug) : id
    let copy = "samples/" + name + suffix
    let head = [
      "Drafted by Facturier from \(copy)",
      "with the values that you confirmed. It is yours: nothing changes it by itself. What the keys",
      "mean stands in the README.md of the shipped rules.",
    ]
    let form = ProfileForm(name: "suppliers/" + name, head: head, seller: mark, sample: copy)
    return try learned(form, from: [sample], ids: copy)
  }

  /// Rules that reproduce the invoices, in a rule file of this form; `ids` names the invoices.
  private func learned(
    _ form: ProfileForm,
    from reviewed: [ReviewedInvoice],
    ids: String
  ) throws(Problem) -> LearnedProfile {
    let name = form.name
    if let own = rules.suppliers.first(where: {
      $0.name != name && !$0.isLearned && $0.seller?.isSame(as: form.seller) == true
    }) {
      throw Problem(.usage, "seller-has-rules", ["profile": own.name])
    }
    let base = rules.without(name)
    let examples = reviewed.map { Example($0, rules: base, learner: self) }
    let labels = KnownLabels(rules.languages)
    var learned = Self.labelled.compactMap(FieldDefinition.named).flatMap {
      labelRules($0, of: examples, profile: name, labels)
    }
    learned = labels.told(learned)
    learned += Self.constant.compactMap(FieldDefinition.named).flatMap { known($0, of: examples) }
    var dropped: Set<FieldName> = []
    func book(_ rules: [LearnedRule]) throws(Problem) -> RuleBook {
      let text = form.text(rules: rules, reviewed: reviewed)
      return base.adding(
        try RuleFileReader.profile(of: RuleFile(path: name + ".yml", text: text))
      )
    }
    func contradicted(by book: RuleBook) -> Set<FieldName> {
      Set(examples.flatMap { $0.contradicted(by: book, learner: self) })
    }
    while true {
      let all = try book(learned)
      let wrong = contradicted(by: all)
      guard !wrong.isEmpty else { return finished(form, learned, dropped, examples, all) }
      guard !learned.isEmpty else {
        throw Problem(.usage, "learned-contradicts", ["ids": ids])
      }
      // What is wrong goes first; where that has no rules, the one field whose rules make it wrong, or
      // else everything that was learned.
      let fields = Set(learned.map(\.field.name))
      var leaving = fields.intersection(wrong)
      if leaving.isEmpty {
        leaving = fields
        for field in fields.sorted(by: { $0.name < $1.name }) {
          let others = learned.filter { $0.field.name != field }
          guard contradicted(by: try book(others)).isEmpty else { continue }
          leaving = [field]
          break
        }
      }
      dropped.formUnion(leaving)
      learned.removeAll { leaving.contains($0.field.name) }
    }
  }

  /// The profile with its example, where it has one: the values that it reads back.
  private func finished(
    _ form: ProfileForm,
    _ learned: [LearnedRule],
    _ dropped: Set<FieldName>,
    _ examples: [Example],
    _ book: RuleBook
  ) -> LearnedProfile {
    let reviewed = examples.map(\.invoice)
    var readBack: [FieldName: FieldValue] = [:]
    var missed: Set<FieldName> = []
    if form.sample != nil, let sample = reviewed.last {
      let found = draft(sample, book)
      for field in Self.asked {
        guard let value = sample.draft[name: field.name]?.value else { continue }
        let isFound = found[name: field.name]?.value.isSame(as: value) ?? false
        if isFound { readBack[field.name] = value } else { missed.insert(field.name) }
      }
    }
    let fields = Set(learned.map(\.field.name))
    let all = FieldDefinition.all.map(\.name)
    return LearnedProfile(
      name: form.name,
      text: form.text(rules: learned, reviewed: reviewed, readBack: readBack),
      sample: form.sample,
      fields: all.filter(fields.contains),
      dropped: all.filter(dropped.contains),
      readBack: all.filter { readBack[$0] != nil },
      missed: all.filter(missed.contains)
    )
  }

  /// What the rules make of a document.
  fileprivate func draft(_ invoice: ReviewedInvoice, _ rules: RuleBook) -> Draft {
    extractor(invoice, rules).result().draft
  }

  fileprivate func extractor(_ invoice: ReviewedInvoice, _ rules: RuleBook) -> Extractor {
    extractor(invoice.document, receivedOn: invoice.receivedOn, rules)
  }

  private func extractor(
    _ document: Document,
    receivedOn: CalendarDate,
    _ rules: RuleBook
  ) -> Extractor {
    Extractor(
      document,
      rules: rules,
      company: company,
      suppliers: suppliers,
      receivedOn: receivedOn
    )
  }

  /// What stands on a sample, and what a person may choose for each field.
  package func choices(on sample: Document, receivedOn: CalendarDate) -> SampleChoices {
    let extractor = extractor(sample, receivedOn: receivedOn, rules)
    return SampleChoices(extractor.result(), on: extractor.scene, fields: Self.asked)
  }

  // MARK: The seller

  /// What identifies the seller, as the newest invoice has it; nil for ourselves and for nobody.
  private func mark(of reviewed: [ReviewedInvoice]) -> SellerMark? {
    func latest(_ field: Field<String>) -> String? {
      reviewed.reversed().lazy.compactMap { $0.draft[field] }.first
    }
    let vatID = latest(.sellerVATID).map(lettersAndDigits)
    let legal = latest(.sellerLegalID).map(lettersAndDigits)
    let siren = legal.flatMap { id in
      [9, 14].contains(id.count) ? SIREN(String(id.prefix(9)))?.compact : nil
    }
    let ibans = Set(reviewed.compactMap { $0.draft[.iban] }.map(lettersAndDigits))
    let own = company.map { Set(($0.vatIDs + [$0.siren].compactMap { $0 }).map(lettersAndDigits)) }
    guard own?.isDisjoint(with: [vatID, siren].compactMap { $0 }) ?? true else { return nil }
    let name = latest(.sellerName)
    return SellerMark(
      name: name,
      vatID: vatID,
      siren: siren,
      legalID: siren == nil ? legal : nil,
      ibans: ibans.subtracting((company?.ibans ?? []).map(lettersAndDigits)).sorted(),
      names: Set(reviewed.compactMap { $0.draft[.sellerName] }).sorted().filter {
        $0.count(where: \.isLetter) >= 5
      },
      phrases: []
    )
  }

  /// "FR40303265045": by the VAT id, else another number, else the name.
  private static func name(of mark: SellerMark) -> String? {
    let ids = [
      mark.vatID, mark.siren, mark.legalID, mark.ibans.first, mark.name.map(lettersAndDigits),
    ]
    let first = ids.lazy.compactMap { $0 }.map { $0.filter(\.isASCII) }.first { $0.count >= 3 }
    return first.map { String($0.prefix(40)) }
  }

  // MARK: The fields

  /// Labels that find the confirmed value on every invoice on which they stand, and what else tells it.
  private func labelRules(
    _ field: FieldDefinition,
    of examples: [Example],
    profile: String,
    _ known: KnownLabels
  ) -> [LearnedRule] {
    let values = examples.compactMap { $0.invoice.draft[name: field.name]?.value }
    let forms = field.kind == .identifier ? Self.forms(of: values) : []
    let isNumber = field.name == Field.invoiceNumber.name
    let found = examples.flatMap { $0.labels(of: field).prefix(4) }
    var learned: [LearnedRule] = []
    for (text, side) in found where learned.count < 3 {
      let isOnlyNumber = LabelText(text)?.tokens == ["N°"]
      guard !isOnlyNumber || !forms.isEmpty else { continue }
      let texts = [known.shortened(text, of: field.name), text].compactMap { $0 }
      let rule = texts.lazy.map { LearnedRule(field: field, way: .label($0, side), forms: forms) }
        .first { rule in examples.allSatisfy { $0.agrees(with: rule, of: profile) } }
      if let rule, !learned.contains(rule) { learned.append(rule) }
    }
    // Below a heading stands the amount of a line, too; beside its label a total is known better.
    if field.kind == .amount, learned.contains(where: { !$0.isBelow }) {
      learned.removeAll(where: \.isBelow)
    }
    if isNumber, forms.contains(where: \.isTelling) {
      let rule = LearnedRule(field: field, way: .form, forms: forms.filter(\.isTelling))
      if examples.allSatisfy({ $0.agrees(with: rule, of: profile) }) { learned.append(rule) }
    }
    if learned.isEmpty, Self.placed.contains(field.name) {
      learned = examples.compactMap { $0.region(of: field) }.prefix(1).map {
        LearnedRule(field: field, way: .region($0))
      }.filter { rule in examples.allSatisfy { $0.agrees(with: rule, of: profile) } }
    }
    return learned
  }

  /// At most four forms that all the values have.
  private static func forms(of values: [FieldValue]) -> [ValueForm] {
    var forms: [ValueForm] = []
    for case .text(let text) in values {
      guard let form = ValueForm(of: text) else { return [] }
      if let index = forms.firstIndex(where: { $0.joined(with: form) != nil }),
        let joined = forms[index].joined(with: form)
      {
        forms[index] = joined
      } else {
        forms.append(form)
      }
    }
    return forms.count <= 4 ? forms : []
  }

  /// Values that are the same on every invoice of the seller.
  private func known(_ field: FieldDefinition, of examples: [Example]) -> [LearnedRule] {
    let texts = examples.compactMap { example -> String? in
      guard case .text(let text)? = example.invoice.draft[name: field.name]?.value,
        lettersAndDigits(text).count >= 5
      else { return nil }
      return text
    }
    return Set(texts).sorted().suffix(4).map { LearnedRule(field: field, way: .known($0)) }
  }
}

/// A reviewed invoice as the rules without the learned file see it.
private struct Example {
  let invoice: ReviewedInvoice
  let scene: Scene
  /// What the rules find without the learned file.
  let before: Draft

  init(_ invoice: ReviewedInvoice, rules: RuleBook, learner: Learner) {
    self.invoice = invoice
    let extractor = learner.extractor(invoice, rules)
    scene = extractor.scene
    before = extractor.result().draft
  }

  /// The labels beside the places where the confirmed value stands, the first first.
  func labels(of field: FieldDefinition) -> [(String, LabelFinder.Side)] {
    guard let value = invoice.draft[name: field.name]?.value else { return [] }
    let places = ValuePlaces(scene: scene)
    return places.places(of: value, for: field).compactMap { places.label(of: $0) }
  }

  /// Where on the first page the confirmed value stands, with a margin, in thousandths.
  func region(of field: FieldDefinition) -> [Int]? {
    guard let value = invoice.draft[name: field.name]?.value, let page = scene.pages.first?.page,
      let found = ValuePlaces(scene: scene).places(of: value, for: field).first,
      found.place.page == 0, page.width > 0, page.height > 0
    else { return nil }
    let box = scene.segment(found.place).box(of: found.words)
    func share(_ length: Int32, _ whole: Int32, _ margin: Int) -> Int {
      min(1000, max(0, Int(length) * 1000 / Int(whole) + margin))
    }
    return [
      share(box.left, page.width, -30), share(box.top, page.height, -15),
      share(box.right, page.width, 60), share(box.bottom, page.height, 15),
    ]
  }

  /// Whether a rule proposes the confirmed value before all others here, or nothing at all.
  func agrees(with learned: LearnedRule, of profile: String) -> Bool {
    guard let rule = learned.rule(of: profile) else { return false }
    let alone = Profile(
      name: profile,
      language: nil,
      seller: nil,
      lexicon: Lexicon(),
      rules: [rule],
      defaults: [:]
    )
    let scene = Scene(pages: scene.pages, profiles: [alone], values: scene.values)
    let found = try? scene.candidates(of: rule, index: 0).sorted(by: Candidate.isWeightier)
    guard let found else { return false }
    guard let best = found.first else { return true }
    guard let value = invoice.draft[name: learned.field.name]?.value else { return false }
    return best.value.isSame(as: value)
  }

  /// Fields that the learned rules get wrong though the confirmed value can be read, or that were right
  /// without them.
  func contradicted(by rules: RuleBook, learner: Learner) -> [FieldName] {
    let after = learner.draft(invoice, rules)
    let places = ValuePlaces(scene: scene)
    return FieldDefinition.all.filter(\.isCompared).compactMap { field in
      let confirmed = invoice.draft[name: field.name]?.value
      guard !Self.same(after[name: field.name]?.value, confirmed) else { return nil }
      if Self.same(before[name: field.name]?.value, confirmed) { return field.name }
      guard let confirmed, rules.learns(field) else { return nil }
      return places.places(of: confirmed, for: field).isEmpty ? nil : field.name
    }
  }

  private static func same(_ left: FieldValue?, _ right: FieldValue?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.isSame(as: right)
  }
}

extension FieldDefinition {
  /// Whether its values are one value: names have many spellings, lists many cells.
  fileprivate var isCompared: Bool {
    [.date, .amount, .identifier].contains(kind)
  }
}

extension SellerMark {
  /// Whether both name one seller by an identifier.
  fileprivate func isSame(as other: SellerMark) -> Bool {
    func ids(_ mark: SellerMark) -> Set<String> {
      Set([mark.vatID, mark.siren, mark.legalID].compactMap { $0 } + mark.ibans)
    }
    return !ids(self).isDisjoint(with: ids(other))
  }
}

extension RuleBook {
  /// The same without the profile of this name.
  fileprivate func without(_ name: String) -> RuleBook {
    with(suppliers: suppliers.filter { $0.name != name })
  }

  fileprivate func adding(_ profile: Profile) -> RuleBook {
    with(suppliers: suppliers + [profile])
  }

  /// Whether the newest profile has rules for a field.
  fileprivate func learns(_ field: FieldDefinition) -> Bool {
    suppliers.last?.rules.contains { $0.field == field } ?? false
  }
}
