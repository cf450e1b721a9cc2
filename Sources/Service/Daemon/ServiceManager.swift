// ServiceManager.swift — tells systemd how the daemon is (sd_notify(3)).
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Tells the service manager that started this process a new state, as "READY=1".
///
/// Without $NOTIFY_SOCKET nobody asked, and nothing happens; a failure is of no consequence.
func notifyServiceManager(_ state: String) {
  guard let variable = getenv("NOTIFY_SOCKET") else { return }
  var path = Array(String(cString: variable).utf8)
  // "@" stands for the NUL of an abstract socket.
  if path.first == UInt8(ascii: "@") { path[0] = 0 }
  var address = sockaddr_un()
  guard !path.isEmpty, path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
  let type = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
  let descriptor = socket(AF_UNIX, type, 0)
  guard descriptor >= 0 else { return }
  defer { close(descriptor) }
  let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
  _ = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      sendto(descriptor, state, state.utf8.count, Int32(MSG_NOSIGNAL), $0, length)
    }
  }
}
