// RegisterLedgerTests.swift — what the register promises about the ledger and the suppliers.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Filing

struct RegisterLedgerTests {
  private let home: TemporaryHome
  private let register: Register

  init() throws {
    home = try TemporaryHome()
    register = try Register.open(at: home.register)
  }

  private func importing(
    _ entries: [LedgerEntry],
    listsAllOpen: Bool = false
  ) async throws -> ImportReport {
    try await register.importLedger(
      source: "fec",
      fileName: "fec.txt",
      sha256: "",
      entries: entries,
      listsAllOpen: listsAllOpen,
      importedAt: at()
    )
  }

  @Test func `importing twice changes nothing`() async throws {
    let entries = [entry("1", amount: -100), entry("2", amount: -200), entry("2", amount: -300)]
    let first = try await importing(entries)
    #expect(first == ImportReport(new: 3, changed: 0, unchanged: 0, closed: 0, total: 3, number: 1))
    let second = try await importing(entries)
    #expect(
      second == ImportReport(new: 0, changed: 0, unchanged: 3, closed: 0, total: 3, number: 2)
    )
    #expect(try await register.entries() == entries, "two lines of one id are both kept")
  }

  @Test func `tells what changed and what was settled`() async throws {
    _ = try await importing([entry("1", amount: -100), entry("2", amount: -200)])
    let report = try await importing([entry("1", amount: -100, isOpen: false)])
    #expect(
      report == ImportReport(new: 0, changed: 1, unchanged: 0, closed: 1, total: 2, number: 2)
    )
    let list = try await importing([entry("3", amount: -1)], listsAllOpen: true)
    #expect(list == ImportReport(new: 1, changed: 0, unchanged: 0, closed: 1, total: 3, number: 3))
    #expect(try await register.entries(LedgerFilter(openOnly: true)).map(\.id.id) == ["3"])
  }

  @Test func `takes a large file in parts, and knows it only when it is whole`() async throws {
    func part(
      _ entries: [LedgerEntry],
      continued: Int64?,
      isLast: Bool
    ) async throws -> ImportReport {
      try await register.importLedger(
        source: "fec",
        fileName: "fec.txt",
        sha256: "abc",
        entries: entries,
        listsAllOpen: true,
        continued: continued,
        isLast: isLast,
        importedAt: at()
      )
    }
    func isKnown() async throws -> Bool {
      try await register.isLatestImport(fileName: "fec.txt", sha256: "abc")
    }
    _ = try await importing([entry("0", amount: -1)])
    let first = try await part([entry("1", amount: -100)], continued: nil, isLast: false)
    #expect(first.closed == 0 && first.number == 2)
    #expect(try await !isKnown())
    let last = try await part([entry("2", amount: -200)], continued: first.number, isLast: true)
    // What no part listed is settled.
    #expect(last.closed == 1 && last.total == 3 && last.number == 2)
    #expect(try await isKnown())
    #expect(
      try await register.entries(LedgerFilter(openOnly: true)).map(\.id.id) == ["1", "2"]
    )
  }

  @Test func `brings the latest two hundred of a recurring amount, and counts them all`()
    async throws
  {
    let start = try #require(CalendarDate(iso: "2026-01-01"))
    let recurring = (0..<300).map { place in
      entry("\(place)", amount: -4_999, date: start.adding(days: place % 250).description)
    }
    _ = try await importing(recurring + [entry("x", amount: -4_999, date: nil)])
    let query = LedgerQuery(
      amounts: [-4_999],
      currency: .euro,
      skeletons: [],
      digits: [],
      partyCode: nil,
      dates: start...start.adding(days: 239)
    )
    let answers = try await register.answers(to: query)
    #expect(answers.amountFrequency == [-4_999: 301] && answers.entryCount == 301)
    let dates = answers.candidates.compactMap(\.documentDate)
    #expect(dates.count == 200 && answers.candidates.count == 201)
    #expect(dates.max() == start.adding(days: 239))
    // The counts follow the next import.
    _ = try await importing([entry("y", amount: -4_999)])
    #expect(try await register.answers(to: query).entryCount == 302)
  }

  @Test(arguments: [1, 3, 4, 5, 9])
  func `answers as many keys as a question has`(count: Int) async throws {
    let numbers = 1...count
    _ = try await importing(
      numbers.flatMap { number in
        [
          entry("a\(number)", amount: Int64(-number)),
          entry("r\(number)", amount: -77, reference: "F-10\(number)", date: nil),
        ]
      } + [entry("x", amount: -99)]
    )
    let answers = try await register.answers(
      to: LedgerQuery(
        amounts: numbers.map { Int64(-$0) },
        currency: .euro,
        skeletons: numbers.map { ReferenceKey.skeleton(of: "F-10\($0)") },
        digits: numbers.map { "10\($0)" },
        partyCode: nil,
        dates: day("2026-10-01")...day("2026-12-31")
      )
    )
    let wanted = numbers.flatMap { ["a\($0)", "r\($0)"] }
    #expect(answers.candidates.map(\.id.id) == wanted.sorted())
    #expect(answers.amountFrequency.count == count && answers.skeletonFrequency.count == count)
    #expect(Set(answers.amountFrequency.values) == [1])
    #expect(Set(answers.skeletonFrequency.values) == [1])
  }

  private func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .init(dayNumber: 0) }

  @Test func `answers with the rates of a foreign currency around the days asked`() async throws {
    let rates = try ["2025-12-30", "2026-01-02", "2026-02-20"].map { day in
      ExchangeRate(
        currency: .usDollar,
        date: try #require(CalendarDate(iso: day)),
        perEuro: DecimalNumber(mantissa: 11566, scale: 4)
      )
    }
    try await register.importRates(rates)
    try await register.importRates(rates)
    let start = try #require(CalendarDate(iso: "2026-01-01"))
    func answered(_ currency: Currency) async throws -> ExchangeRates {
      let query = LedgerQuery(
        amounts: [-100],
        currency: currency,
        skeletons: [],
        digits: [],
        partyCode: nil,
        dates: start...start.adding(days: 10)
      )
      return try await register.answers(to: query).rates
    }
    #expect(try await answered(.usDollar) == ExchangeRates(Array(rates.prefix(2))))
    #expect(try await answered(.euro) == ExchangeRates())
  }

  @Test func `answers with the entries that share a key and how common it is`() async throws {
    _ = try await importing([
      entry("1", amount: -11988, reference: "F-123", party: "OVH"),
      entry("2", amount: -11988, reference: "X9", party: "EDF"),
      entry("3", amount: -7, reference: "FACTURE F 123"),
      entry("4", amount: -8, party: "OVH"),
      entry("5", amount: -11988, date: "2020-01-01"),
      entry("6", amount: -9),
    ])
    let day = try #require(CalendarDate(iso: "2026-11-01"))
    let answers = try await register.answers(
      to: LedgerQuery(
        amounts: [-11988, -55],
        currency: .euro,
        skeletons: [ReferenceKey.skeleton(of: "f123")],
        digits: ["123"],
        partyCode: "OVH",
        dates: day...day
      )
    )
    #expect(answers.candidates.map(\.id.id) == ["1", "2", "3", "4"])
    #expect(answers.entryCount == 6)
    #expect(answers.amountFrequency == [-11988: 3, -55: 0])
    #expect(answers.skeletonFrequency == [ReferenceKey.skeleton(of: "F123"): 1])
    #expect(answers.partyFrequency == 2)
  }

  @Test func `finds bank lines by what their text names and by whom they pay`() async throws {
    func line(_ id: String, _ text: String) -> LedgerEntry {
      LedgerEntry(
        id: LedgerEntryID(source: "camt", id: id),
        kind: .bankLine,
        partyCode: nil,
        partyName: "Zoé Outillage",
        partyIBAN: "FR7630006000011234567890189",
        account: nil,
        reference: nil,
        documentDate: nil,
        bookingDate: nil,
        dueDate: nil,
        amount: Money(minorUnits: -100, currency: .euro),
        label: text,
        isOpen: true,
        isPartlyPaid: true,
        sourceLine: 1
      )
    }
    func found(_ skeletons: [String], _ payees: [String]) async throws -> [String] {
      let answers = try await register.answers(
        to: LedgerQuery(
          amounts: [],
          currency: .euro,
          skeletons: skeletons.map(ReferenceKey.skeleton),
          digits: [],
          partyCode: nil,
          payees: payees,
          dates: nil
        )
      )
      return answers.candidates.map(\.id.id)
    }
    let lines = [line("1", "FA 2025 118, FA 2025 119"), line("2", "FA 2025 118")]
    _ = try await importing(lines)
    #expect(try await register.entries() == lines)
    #expect(try await found(["FA-2025-118"], []) == ["1", "2"])
    #expect(try await found(["FA2025119"], []) == ["1"])
    #expect(try await found([], ["FR7630006000011234567890189"]) == ["1", "2"])
    #expect(try await found([], [PayeeKey.name("ZOE TRANSPORTS")].compactMap { $0 }) == [])
    #expect(
      try await found([], [PayeeKey.name("ZOE OUTILLAGE SARL")].compactMap { $0 }) == ["1", "2"]
    )
    _ = try await importing([line("1", "FA 2025 120"), line("2", "FA 2025 118")])
    #expect(try await found(["FA2025119"], []) == [])
    #expect(try await found(["FA2025120"], []) == ["1"])
  }

  @Test func `tells what nothing has paid`() async throws {
    _ = try await importing([entry("1", amount: -100, isOpen: false), entry("2", amount: -100)])
    let document = try await register.readDocument("a", pages: 3)
    let links = ["1", "2"].map { proposal([LedgerEntryID(source: "fec", id: $0)]) }
    let ids = try await register.assess(
      document,
      [
        assessed(match: links[0]), assessed(page: 2, match: links[1]), assessed(page: 3),
      ]
    )
    let unpaid = try await register.summaries(InvoiceFilter(unpaidOnly: true)).map(\.id)
    #expect(unpaid == Array(ids.dropFirst()), "what a settled entry is linked to is paid")
    #expect(try await register.entries(LedgerFilter(kind: .bankLine)).isEmpty)
    #expect(try await register.entries(LedgerFilter(kind: .openItem)).count == 2)
  }

  @Test func `knows who else is linked to an entry`() async throws {
    _ = try await importing([entry("1", amount: -100), entry("2", amount: -100)])
    let one = LedgerEntryID(source: "fec", id: "1")
    let two = LedgerEntryID(source: "fec", id: "2")
    let document = try await register.readDocument("a", pages: 2)
    let ids = try await register.assess(
      document,
      [assessed(match: proposal([one])), assessed(page: 2, match: proposal([one]))]
    )
    #expect(try await register.linkedInvoices(entries: [one, two]) == [one: ids])
    #expect(
      try await register.entries(LedgerFilter(unmatchedOnly: true)).map(\.id) == [two]
    )
    let seen = try #require(try await register.invoice(ids[0])).rowVersion
    _ = try await register.decide(
      .acceptMatch([two]),
      on: ids[0],
      seen: seen,
      author: "anne",
      at: at()
    )
    let linked = try await register.linkedInvoices(entries: [one, two])
    #expect(linked == [one: [ids[1]], two: [ids[0]]])
    _ = try await register.undoLast(ids[0], author: "anne", at: at())
    #expect(try await register.linkedInvoices(entries: [one, two]) == [one: ids])
  }

  @Test func `a new match of an undecided invoice is filed, of a decided one not`() async throws {
    let match = proposal([LedgerEntryID(source: "fec", id: "1")])
    let id = try await register.assess(try await register.readDocument("a"), [assessed()])[0]
    let seen = try #require(try await register.invoice(id)).rowVersion
    #expect(try await register.refile(assessed(match: match), as: id, seen: seen, at: at()))
    let record = try #require(try await register.invoice(id))
    #expect(record.match == match)
    #expect(try await !register.refile(assessed(), as: id, seen: seen, at: at()))
  }

  @Test func `the supplier master is taken over by code`() async throws {
    let ovh = Supplier(code: "F1", name: "OVH", ibans: ["FR76"], currency: .euro)
    let edf = Supplier(code: "F2", name: "EDF")
    _ = try await register.importSuppliers([ovh])
    let report = try await register.importSuppliers([ovh, edf])
    #expect(report == ImportReport(new: 1, changed: 0, unchanged: 1, closed: 0, total: 2))
    let renamed = Supplier(code: "F2", name: "Électricité de France")
    #expect(try await register.importSuppliers([renamed]).changed == 1)
    #expect(try await register.suppliers() == [ovh, renamed])
  }

  @Test func `what a list of suppliers has no column for stays as it is known`() async throws {
    let known = Supplier(
      code: "F1",
      name: "OVH",
      vatID: "FR22424761419",
      ibans: ["FR76"],
      country: "FR"
    )
    _ = try await register.importSuppliers([known])
    let told = Supplier(code: "F1", name: "OVH SAS", country: nil)
    let report = try await register.importSuppliers([told], columns: [.country])
    #expect(report.changed == 1)
    let expected = Supplier(code: "F1", name: "OVH SAS", vatID: "FR22424761419", ibans: ["FR76"])
    #expect(try await register.suppliers() == [expected])
    #expect(try await register.importSuppliers([told], columns: [.country]).unchanged == 1)
  }
}
