// ChildProcess.swift — one child, its output bounded, its time bounded, its whole group killed.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Runs one child to its end: input from a descriptor, both outputs bounded, and the time between two lines.
///
/// The child leads a process group of its own, inherits only descriptors 0 to 2 and the named
/// environment, and gets SIGKILL with its whole group when time, output or patience runs out.
struct ChildProcess: Sendable {
  let executable: String
  /// Without the executable's own name.
  let arguments: [String]
  /// Each "NAME=value".
  let environment: [String]
  /// Wall clock, granted anew with each line that tells of progress.
  var seconds: Int
  let outputBytes: Int
  let errorBytes: Int

  /// However many lines it writes.
  private static let longest = Duration.seconds(2 * 3600)

  /// How a child ended.
  enum Ending: Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// Its time was up and it was killed.
    case outOfTime
    /// It wrote more than it may and was killed.
    case outOfBounds
    /// We were asked to stop and it was killed.
    case cancelled
    /// It could not be started; an `errno`.
    case notStarted(Int32)
    /// The zygote that had forked it is gone, and with it the child: nobody knows how it ended.
    case lost

    /// What wait(2) tells.
    init(status: Int32) {
      self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }
  }

  struct Result {
    let ending: Ending
    let output: [UInt8]
    /// Standard error, its first bytes.
    let errors: [UInt8]
  }

  /// Runs the child; blocks until it has ended and is reaped.
  ///
  /// - Parameters:
  ///   - input: its standard input.
  ///   - zygote: forks the child if it can; else the executable is started.
  ///   - cancellation: ends it early.
  ///   - onLine: called with each line of its output as it is completed; whether it tells of progress.
  /// - Returns: how it ended, and what it wrote.
  func run(
    input: CInt,
    zygote: ReaderZygote? = nil,
    cancellation: Cancellation,
    onLine: (ArraySlice<UInt8>) -> Bool = { _ in false }
  ) -> Result {
    var output = ChildOutput(limit: outputBytes)
    var errors = ChildOutput(limit: errorBytes)
    defer {
      output.closeReadEnd()
      errors.closeReadEnd()
    }
    let child: any RunningChild
    do {
      defer {
        output.closeWriteEnd()
        errors.closeWriteEnd()
      }
      guard output.isOpen, errors.isOpen else {
        return Result(ending: .notStarted(EMFILE), output: [], errors: [])
      }
      let descriptors = [input, output.writeEnd, errors.writeEnd]
      if let forked = zygote?.fork(arguments, descriptors: descriptors) {
        child = forked
      } else {
        var spawned = SpawnedChild()
        let code = spawned.start(executable, arguments, environment, descriptors: descriptors)
        guard code == 0 else { return Result(ending: .notStarted(code), output: [], errors: []) }
        child = spawned
      }
    }
    var deadline = ContinuousClock.now + .seconds(seconds)
    let stopped = follow(&output, &errors, until: &deadline, cancellation, onLine)
    let ending = child.reap(until: stopped == nil ? deadline : nil, cancellation)
    return Result(ending: stopped ?? ending, output: output.bytes, errors: errors.bytes)
  }

  /// Reads both outputs to their ends; returns why the child must be killed, or nil.
  private func follow(
    _ output: inout ChildOutput,
    _ errors: inout ChildOutput,
    until deadline: inout ContinuousClock.Instant,
    _ cancellation: Cancellation,
    _ onLine: (ArraySlice<UInt8>) -> Bool
  ) -> Ending? {
    let last = ContinuousClock.now + Self.longest
    while output.isOpen || errors.isOpen {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return .outOfTime }
      // poll(2) passes over negative descriptors: ended streams.
      var polled = [output.readEnd, errors.readEnd, cancellation.readEnd].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&polled, nfds_t(polled.count), left.pollTime) >= 0 || errno == EINTR else {
        return .outOfTime
      }
      if polled[2].revents != 0 { return .cancelled }
      if polled[0].revents != 0, !output.take(keepingOnlyLimit: false) { return .outOfBounds }
      while let line = output.nextLine() {
        if onLine(line) { deadline = min(last, .now + .seconds(seconds)) }
      }
      if polled[1].revents != 0 { _ = errors.take(keepingOnlyLimit: true) }
    }
    return nil
  }
}

/// A child that has been started; it is reaped once, by whoever started it.
protocol RunningChild {
  /// Waits for its end and ends what is left of its group.
  ///
  /// - Parameters:
  ///   - deadline: when it is killed; nil: at once.
  ///   - cancellation: kills it early.
  /// - Returns: how it ended; why it was killed, if it was for the deadline or the cancellation.
  func reap(
    until deadline: ContinuousClock.Instant?,
    _ cancellation: Cancellation
  ) -> ChildProcess.Ending
}

extension Duration {
  /// Milliseconds for poll(2), rounded up, a minute at most.
  var pollTime: Int32 { Int32(min(max(self / .milliseconds(1), 0) + 1, 60_000)) }
}
