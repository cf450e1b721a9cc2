// SpawnedChild.swift — a child that this process has started by posix_spawn(3).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A child that this process has started by posix_spawn(3), the leader of its own group.
struct SpawnedChild: RunningChild {
  private(set) var pid = pid_t()

  /// Starts it with these as its standard input, output and error; returns 0 or an `errno`.
  mutating func start(
    _ executable: String,
    _ arguments: [String],
    _ environment: [String],
    descriptors: [CInt]
  ) -> Int32 {
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

  func reap(
    until deadline: ContinuousClock.Instant?,
    _ cancellation: Cancellation
  ) -> ChildProcess.Ending {
    var status: Int32 = 0
    var isReaped = false
    var stopped: ChildProcess.Ending?
    if let deadline {
      while true {
        isReaped = waitpid(pid, &status, WNOHANG) != 0
        if isReaped { break }
        if cancellation.isRequested { stopped = .cancelled }
        if ContinuousClock.now >= deadline { stopped = .outOfTime }
        if stopped != nil { break }
        usleep(2_000)
      }
    }
    // The group outlives its leader when the child has left a process behind.
    kill(-pid, SIGKILL)
    if !isReaped { while waitpid(pid, &status, 0) < 0, errno == EINTR {} }
    return stopped ?? ChildProcess.Ending(status: status)
  }
}
