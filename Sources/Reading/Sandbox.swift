// Sandbox.swift — what the process that reads hostile bytes can still do.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc
package import Invoicing

/// Takes from this process what the reading of a document does not need.
package enum Sandbox {
  /// Enters the sandbox, for good: limits, no new rights, no files but the libraries' own, no
  /// network, no processes.
  ///
  /// On a kernel without landlock or seccomp the rest still holds; `report()` tells.
  ///
  /// - Throws: fault `sandbox-failed` {reason} when not even the limits can be set.
  package static func enter(limits: ReadingLimits) throws(Problem) {
    var bounds = clinux_limits(
      address_space: UInt64(limits.addressSpace),
      cpu_seconds: UInt64(limits.processorSeconds),
      cpu_seconds_in_all: UInt64(limits.processorSecondsInAll),
      descriptors: 32
    )
    guard clinux_limit_process(&bounds) == 0 else {
      throw Problem(.fault, "sandbox-failed", ["reason": String(cString: strerror(errno))])
    }
    _ = clinux_allow_reading_only(readablePaths.joined(separator: "\n"))
    _ = clinux_deny_system_calls()
  }

  /// Gives the next page as much processor time as the last one had.
  package static func grantNextPage(_ limits: ReadingLimits) {
    _ = clinux_grant_processor_time(UInt64(limits.processorSeconds))
  }

  /// Libraries, fonts, character maps and recognition data; the process itself.
  private static var readablePaths: [String] {
    let fixed = [
      "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig",
      "/proc/self", "/sys/devices/system/cpu", "/dev/null", "/dev/urandom",
    ]
    let data = getenv("TESSDATA_PREFIX").map { String(cString: $0) }
    return fixed + [data].compactMap { $0 }
  }

  /// Which of the promises hold in this process; each is tried, not asked.
  package struct Report: Codable, Sendable {
    package let cannotOpenSocket: Bool
    package let cannotReadOtherFiles: Bool
    package let cannotWriteFiles: Bool
    package let cannotStartProgram: Bool
    package let hasMemoryLimit: Bool

    package var holds: Bool {
      cannotOpenSocket && cannotReadOtherFiles && cannotWriteFiles && cannotStartProgram
        && hasMemoryLimit
    }
  }

  /// Tries what must fail.
  package static func report() -> Report {
    Report(
      cannotOpenSocket: clinux_socket_is_denied() == 1,
      cannotReadOtherFiles: !canOpen("/etc/passwd", O_RDONLY),
      cannotWriteFiles: !canOpen("/tmp", O_RDONLY) && !canOpen("/dev/full", O_WRONLY),
      cannotStartProgram: startsNoProgram(),
      hasMemoryLimit: memoryLimit() < UInt64(1) << 40
    )
  }

  private static func canOpen(_ path: String, _ flags: CInt) -> Bool {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  private static func startsNoProgram() -> Bool {
    var pid = pid_t()
    let code = posix_spawn(&pid, "/usr/bin/true", nil, nil, [nil], nil)
    if code == 0 { waitpid(pid, nil, 0) }
    return code != 0
  }

  private static func memoryLimit() -> UInt64 {
    var bounds = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &bounds)
    return UInt64(bounds.rlim_cur)
  }
}
