// DaemonUnderTest.swift — a running daemon, and the processes it has started.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A `facturier run` that leads a session of its own, by which its offspring is known for ever.
final class DaemonUnderTest {
  private let pid: pid_t
  private var ending: Int32?

  /// Starts the daemon of a home; what it says is added to the home's log.
  ///
  /// - Throws: `BenchFailure` when it cannot be started.
  init(command: String, home: FuzzHome) throws {
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let log = open(home.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer {
      close(nothing)
      close(log)
    }
    guard nothing >= 0, log >= 0 else { throw BenchFailure("\(home.log) cannot be opened") }
    let program = Program(executable: command, arguments: ["--home", home.path, "run"])
    pid = try program.start(descriptors: [nothing, log, log], leadsSession: true)
    runningDaemon.store(pid, ordering: .relaxed)
    // In a session of its own it hears nothing of the terminal.
    for number in [SIGINT, SIGTERM] { signal(number, passOn) }
  }

  /// Nil while it runs; then its exit code, or the negative number of a signal.
  var status: Int32? {
    var status: Int32 = 0
    if ending == nil, waitpid(pid, &status, WNOHANG) == pid {
      ending = exitStatus(status)
      runningDaemon.store(0, ordering: .relaxed)
    }
    return ending
  }

  /// Asks it to stop, and kills it after the time that it promises to stop in, and some.
  ///
  /// - Returns: its exit code, or nil when it had to be killed.
  func stop() -> Int32? {
    guard status == nil else { return ending }
    kill(pid, SIGTERM)
    let deadline = ContinuousClock.now + .seconds(40)
    while status == nil, ContinuousClock.now < deadline { usleep(20_000) }
    guard status == nil else { return ending }
    kill(pid, SIGKILL)
    while status == nil { usleep(20_000) }
    return nil
  }

  /// The readers that are still there, given a moment to go; the one child of its own that forks
  /// them is left out, and stays as long as the daemon.
  func readers() throws -> [pid_t] {
    let processes = try offspring()
    let own = processes.filter { parent(of: $0) == pid }
    return own.count == 1 ? processes.filter { !own.contains($0) } : processes
  }

  /// The processes that it has started and that are still there, given a moment to go.
  func offspring(after moment: Duration = .seconds(3)) throws -> [pid_t] {
    let deadline = ContinuousClock.now + moment
    while true {
      let alive = try members(ofSession: pid).filter { $0 != pid }
      if alive.isEmpty || ContinuousClock.now >= deadline { return alive }
      usleep(50_000)
    }
  }
}

/// The daemon that runs now, or 0.
private let runningDaemon = Atomic<pid_t>(0)

/// Ends the daemon with us when we are told to end.
private func passOn(_ number: Int32) {
  let pid = runningDaemon.load(ordering: .relaxed)
  if pid > 0 { kill(pid, SIGTERM) }
  signal(number, SIG_DFL)
  raise(number)
}
