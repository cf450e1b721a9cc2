// Spawning.swift — starts a process with chosen descriptors and nothing else of ours.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// A program and what it is started with.
struct Program: Sendable {
  /// A path, or a name that is looked up on the PATH.
  let executable: String
  /// Without the executable's own name.
  var arguments: [String] = []
  /// Each "NAME=value".
  var environment: [String] = Program.plainEnvironment()

  /// What a program needs of our environment, its threads limited to one, and `extra`.
  static func plainEnvironment(_ extra: [String] = []) -> [String] {
    let inherited = ["PATH", "HOME", "LANG", "TESSDATA_PREFIX", "FACTURIER_RULES"]
    let kept = inherited.compactMap { name in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
    return kept + ["OMP_THREAD_LIMIT=1"] + extra
  }

  /// Starts it.
  ///
  /// - Parameters:
  ///   - descriptors: its standard input, output and error.
  ///   - leadsSession: whether it leads a session of its own, by which all its offspring is known.
  /// - Returns: its process, which the caller reaps.
  /// - Throws: `BenchFailure` when it cannot be started.
  func start(descriptors: [CInt], leadsSession: Bool = false) throws -> pid_t {
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
    if leadsSession { posix_spawnattr_setflags(&attributes, Self.newSession) }
    let words = ([executable] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid = pid_t()
    let code = posix_spawnp(&pid, executable, &actions, &attributes, words, variables)
    guard code == 0 else {
      throw BenchFailure("\(executable) cannot be started: \(String(cString: strerror(code)))")
    }
    return pid
  }

  /// POSIX_SPAWN_SETSID, a GNU constant that Swift does not import.
  private static let newSession: Int16 = 0x80
}

/// Why a measurement cannot go on, in a sentence.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
