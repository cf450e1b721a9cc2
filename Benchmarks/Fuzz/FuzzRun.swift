// FuzzRun.swift — the life of one daemon among broken files.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// Drops files into one home, and waits until something became of each.
struct FuzzRun {
  private let contents: HomeContents
  private let home: FuzzHome
  private var daemon: DaemonUnderTest
  /// By digest; the same bytes are one document.
  private var inputs: [String: FuzzInput] = [:]
  /// Of outcome and faults.
  private(set) var tally = FuzzTally()

  private static let batch = 100
  /// A daemon that dies more often than this is not started again.
  private static let mostDeaths = 20

  init(command: String, home: FuzzHome) throws {
    self.home = home
    contents = HomeContents(command: command, home: home)
    daemon = try DaemonUnderTest(command: command, home: home)
  }

  /// How long nothing may settle while so many files are left.
  ///
  /// A document is tried three times, with pauses of 5 s and 60 s, and several may be slow at once.
  private func patience(_ left: Int) -> Duration {
    let slow = (min(left, 8) + coreCount() - 1) / coreCount()
    return .seconds(65 + 30 + slow * 3 * FuzzHome.readingSeconds)
  }

  /// Works through the files and stops the daemon.
  ///
  /// - Throws: when the commands cannot be run or their answers are not understood.
  mutating func work(through numbers: Range<Int>, of source: FuzzSource) throws {
    let result = Result { try feed(numbers, of: source) }
    try finish()
    try result.get()
  }

  private mutating func feed(_ numbers: Range<Int>, of source: FuzzSource) throws {
    var next = numbers.lowerBound
    while next < numbers.upperBound {
      let end = min(next + Self.batch, numbers.upperBound)
      for number in next..<end { try drop(source.input(number)) }
      next = end
      guard try awaitIntake() else { break }
    }
    try awaitSettlement()
    try account()
    countOrphans(try daemon.readers())
  }

  private mutating func drop(_ input: FuzzInput) throws {
    tally.inputs += 1
    guard inputs.updateValue(input, forKey: input.digest) == nil else { return }
    try home.drop(input)
  }

  /// Waits until the inbox is empty; false when it does not get empty.
  private mutating func awaitIntake() throws -> Bool {
    var left = try home.untaken.count
    var deadline = ContinuousClock.now + patience(left)
    while left > 0 {
      usleep(50_000)
      guard try isAlive() else { return false }
      let now = try home.untaken.count
      if now < left { deadline = .now + patience(now) }
      left = now
      if ContinuousClock.now >= deadline { return false }
    }
    return true
  }

  /// Waits until all are read and judged, or until nothing happens any more.
  private mutating func awaitSettlement() throws {
    var least = Int.max
    var deadline = ContinuousClock.now
    while try isAlive() {
      let left = try unsettled().count
      if left == 0 { return }
      if left < least {
        least = left
        deadline = .now + patience(left)
      }
      if ContinuousClock.now >= deadline { return }
      sleep(1)
    }
  }

  /// How many files wait anywhere; they move from the inbox on, and are looked for in that order.
  private func unsettled() throws -> (count: Int, status: HomeStatus) {
    let waiting = try home.untaken.count + home.claims.count
    let status = try contents.status()
    return (waiting + status.unsettled, status)
  }

  /// Whether the daemon runs; one that has died is started again, but not for ever.
  private mutating func isAlive() throws -> Bool {
    guard let status = daemon.status else { return true }
    tally.deaths += 1
    tell("the daemon ended (\(status)):\n\(home.lastWords)")
    countOrphans(try daemon.offspring())
    guard tally.deaths < Self.mostDeaths else { return false }
    daemon = try DaemonUnderTest(command: contents.command, home: home)
    return true
  }

  /// Finds every file among what the commands tell.
  private mutating func account() throws {
    let (unsettled, status) = try unsettled()
    var outcomes: [String: String] = [:]
    for refused in status.quarantined { outcomes[refused.document] = "refused " + refused.code }
    for other in status.notInvoices { outcomes[other.document] = "no invoice" }
    for invoice in try contents.invoices() { outcomes[invoice.document] = "invoice" }
    for (digest, input) in inputs {
      guard let outcome = outcomes[digest] else {
        // What waits is not lost yet.
        if unsettled == 0 { tally.lost += 1 } else { tally.hangs += 1 }
        tell("\(unsettled == 0 ? "lost" : "hangs"): \(input.name)")
        tally.suspects.append(input)
        continue
      }
      tally.outcomes[outcome, default: 0] += 1
      if outcome.contains("reader-") { tally.suspects.append(input) }
      if !home.holds(digest, input) {
        tell("not in the archive: \(input.name)")
        tally.lost += 1
      }
    }
    let repeated = tally.inputs - inputs.count
    if repeated > 0 { tally.outcomes["the same bytes again", default: 0] += repeated }
  }

  private mutating func finish() throws {
    let ending = daemon.stop()
    if ending == nil { tally.hangs += 1 }
    if let ending, ending != 0 { tally.deaths += 1 }
    if ending != 0 { tell("the daemon did not stop well:\n\(home.lastWords)") }
    countOrphans(try daemon.offspring())
    tally.orphans += try home.claims.count
  }

  /// Counts processes that should not be there, and ends them: we have started them.
  private mutating func countOrphans(_ processes: [pid_t]) {
    tally.orphans += processes.count
    for process in processes {
      tell("still there: process \(process)")
      kill(process, SIGKILL)
    }
  }
}
