// ChildProcess.swift — one child, its output bounded, its time bounded, its whole group killed.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Runs one child to its end: input from a descriptor, both outputs bounded, a wall clock limit.
///
/// The child leads a process group of its own, inherits only descriptors 0 to 2 and the named
/// environment, and gets SIGKILL with its whole group when time, output or patience runs out.
struct ChildProcess: Sendable {
  let executable: String
  /// Without the executable's own name.
  let arguments: [String]
  /// Each "NAME=value".
  let environment: [String]
  /// Wall clock.
  var seconds: Int
  let outputBytes: Int
  let errorBytes: Int

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
  ///   - cancellation: ends it early.
  ///   - onLine: called with each line of its output as it is completed.
  /// - Returns: how it ended, and what it wrote.
  func run(
    input: CInt,
    cancellation: Cancellation,
    onLine: (ArraySlice<UInt8>) -> Void = { _ in }
  ) -> Result {
    var output = Stream(limit: outputBytes)
    var errors = Stream(limit: errorBytes)
    guard output.isOpen, errors.isOpen else {
      return Result(ending: .notStarted(EMFILE), output: [], errors: [])
    }
    var pid = pid_t()
    let code = spawn(&pid, descriptors: [input, output.writeEnd, errors.writeEnd])
    output.closeWriteEnd()
    errors.closeWriteEnd()
    guard code == 0 else { return Result(ending: .notStarted(code), output: [], errors: []) }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var ending = follow(&output, &errors, until: deadline, cancellation, onLine)
    let exit = reap(pid, until: ending == nil ? deadline : nil, cancellation, &ending)
    return Result(ending: ending ?? exit, output: output.bytes, errors: errors.bytes)
  }

  /// Reads both outputs to their ends; returns why the child must be killed, or nil.
  private func follow(
    _ output: inout Stream,
    _ errors: inout Stream,
    until deadline: ContinuousClock.Instant,
    _ cancellation: Cancellation,
    _ onLine: (ArraySlice<UInt8>) -> Void
  ) -> Ending? {
    while output.readEnd >= 0 || errors.readEnd >= 0 {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return .outOfTime }
      // poll(2) passes over negative descriptors: ended streams.
      var polled = [output.readEnd, errors.readEnd, cancellation.readEnd].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let wait = min(left.components.seconds * 1000 + 1, 60_000)
      guard poll(&polled, nfds_t(polled.count), Int32(wait)) >= 0 || errno == EINTR else {
        return .outOfTime
      }
      if polled[2].revents != 0 { return .cancelled }
      if polled[0].revents != 0, !output.take(keepingOnlyLimit: false) { return .outOfBounds }
      while let line = output.nextLine() { onLine(line) }
      if polled[1].revents != 0 { _ = errors.take(keepingOnlyLimit: true) }
    }
    return nil
  }

  /// Waits for the end; kills the group at once without a deadline, else when it has passed.
  private func reap(
    _ pid: pid_t,
    until deadline: ContinuousClock.Instant?,
    _ cancellation: Cancellation,
    _ ending: inout Ending?
  ) -> Ending {
    var status: Int32 = 0
    if let deadline {
      while waitpid(pid, &status, WNOHANG) == 0 {
        if cancellation.isRequested { ending = .cancelled }
        if ContinuousClock.now >= deadline { ending = .outOfTime }
        if ending != nil { break }
        usleep(2_000)
      }
    }
    // The group outlives its leader when the child has left a process behind.
    kill(-pid, SIGKILL)
    if deadline == nil || ending != nil {
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  private func spawn(_ pid: inout pid_t, descriptors: [CInt]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (target, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // Signals that the daemon ignores or blocks would stay so in the child.
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ([executable] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    // An executable that is being written just now (an upgrade) is busy for a moment only.
    for _ in 0..<50 {
      let result = posix_spawn(&pid, executable, &actions, &attributes, words, variables)
      guard result == ETXTBSY else { return result }
      usleep(20_000)
    }
    return ETXTBSY
  }
}

/// The reading end of a child's output, with the bytes that came so far.
private struct Stream {
  private(set) var readEnd: CInt = -1
  private(set) var writeEnd: CInt = -1
  private(set) var bytes: [UInt8] = []
  /// Where the line begins that is not complete yet, and up to where its end was looked for.
  private var lineStart = 0
  private var searched = 0
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    guard let ends = connectedPair(blocking: true) else { return }
    (readEnd, writeEnd) = ends
  }

  var isOpen: Bool { readEnd >= 0 }

  mutating func closeWriteEnd() {
    close(writeEnd)
    writeEnd = -1
  }

  /// Takes what is there; false when it leaves the limit, unless the rest is to be dropped.
  mutating func take(keepingOnlyLimit: Bool) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(readEnd, &buffer, buffer.count)
    if count < 0, errno == EINTR { return true }
    guard count > 0 else {
      close(readEnd)
      readEnd = -1
      return true
    }
    bytes.append(contentsOf: buffer.prefix(min(count, limit - bytes.count)))
    return keepingOnlyLimit || bytes.count < limit
  }
  /// The next complete line without its end, or nil.
  mutating func nextLine() -> ArraySlice<UInt8>? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    defer { (lineStart, searched) = (end + 1, end + 1) }
    return bytes[lineStart..<end]
  }
}

/// Two connected descriptors that no child inherits, or nil.
///
/// A pair of sockets and not a pipe: their flag is set as they are made, so that a child that another
/// thread starts meanwhile cannot keep them open (pipe2(2) is hidden from Swift).
func connectedPair(blocking: Bool) -> (CInt, CInt)? {
  var ends: [CInt] = [-1, -1]
  let flags = SOCK_CLOEXEC.rawValue | (blocking ? 0 : SOCK_NONBLOCK.rawValue)
  let type = Int32(SOCK_STREAM.rawValue | flags)
  return socketpair(AF_UNIX, type, 0, &ends) == 0 ? (ends[0], ends[1]) : nil
}
