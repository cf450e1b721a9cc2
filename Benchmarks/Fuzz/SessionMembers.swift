// SessionMembers.swift — the processes of a session, whoever their parents are by now.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// The processes of a session: its leader and all offspring that has not left it.
///
/// - Throws: `BenchFailure` when /proc cannot be listed.
func members(ofSession leader: pid_t) throws -> [pid_t] {
  try fileNames(in: "/proc").compactMap { pid_t($0) }.filter { session(of: $0) == leader }
}

/// The parent of a process, or nil when it is gone.
func parent(of process: pid_t) -> pid_t? { statistic(4, of: process) }

private func session(of process: pid_t) -> pid_t? { statistic(6, of: process) }

/// A number of proc_pid_stat(5), whose fields count from 1; one after the name in parentheses.
private func statistic(_ field: Int, of process: pid_t) -> pid_t? {
  let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = read(descriptor, &buffer, buffer.count)
  let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  guard let end = text.lastIndex(of: ")") else { return nil }
  let fields = text[end...].split(separator: " ")
  return fields.count > field - 2 ? pid_t(fields[field - 2]) : nil
}
