// Surroundings.swift — what the process was started in: environment, folder, person.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Glibc

/// What the process was started in.
enum Surroundings {
  /// A variable of the environment, or nil when it is absent.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Files made from now on can be read by the person and the group only: invoices are private.
  static func keepFilesFromOthers() { umask(umask(0) | S_IRWXO) }

  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// The folder of the running executable, links resolved.
  static var executableFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink("/proc/self/exe", &buffer, Int(PATH_MAX)) > 0 else { return "/" }
    let path = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return parent(of: String(decoding: path, as: UTF8.self))
  }

  /// The folder that holds a path; "/" of "/".
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The account name of the person, else the number of the account.
  static var accountName: String {
    // Under sudo the person is the one who typed it.
    if getuid() == 0, let name = variable("SUDO_USER"), !name.isEmpty { return name }
    guard let entry = getpwuid(getuid()) else { return String(getuid()) }
    return String(cString: entry.pointee.pw_name)
  }

  /// The name of the group that owns a path, else its number; empty when it cannot be seen.
  static func group(of path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    guard let entry = getgrgid(status.st_gid) else { return String(status.st_gid) }
    return String(cString: entry.pointee.gr_name)
  }
}
