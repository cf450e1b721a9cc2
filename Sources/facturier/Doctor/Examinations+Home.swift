// Examinations+Home.swift — checks of the home.
// Facturier. SPDX-License-Identifier: Apache-2.0

import CLinux
import Filing
import Glibc
import Invoicing
import Service

extension Examination {
  /// Inbox, archive, quarantine and the others are there and writable for us.
  static let folders = Examination(name: "folders") { session in
    let home = session.home
    let folders = [home.inbox, home.filed, home.quarantine, home.archive, home.rules]
    for folder in folders where access(folder, R_OK | W_OK | X_OK) != 0 {
      let reason = String(cString: strerror(errno))
      return .bad(Problem(.fault, "folder-unusable", ["path": folder, "reason": reason]))
    }
    return .good(home.path)
  }

  /// Less than 1 GiB is little for archive and copies.
  static let disk = Examination(name: "disk") { session in
    var status = statvfs()
    guard statvfs(session.home.path, &status) == 0 else {
      let reason = String(cString: strerror(errno))
      return .bad(
        Problem(.fault, "folder-unusable", ["path": session.home.path, "reason": reason])
      )
    }
    let free = freeMebibytes(status)
    let arguments = ["free": String(free), "path": session.home.path]
    if free < 100 { return .bad(Problem(.fault, "disk-nearly-full", arguments)) }
    if free < 1024 { return .doubtful(Problem(.fault, "disk-nearly-full", arguments)) }
    return .good("\(free) MiB")
  }

  /// A claim is a rename, which needs one file system.
  static let inbox = Examination(name: "inbox") { session in
    var (inbox, claims) = (stat(), stat())
    guard stat(session.home.inbox, &inbox) == 0, stat(session.home.claims, &claims) == 0 else {
      return .doubtful(Problem(.fault, "inbox-not-prepared", ["path": session.home.inbox]))
    }
    guard inbox.st_dev == claims.st_dev else {
      return .bad(Problem(.fault, "claims-elsewhere", ["path": session.home.claims]))
    }
    return .good(session.home.inbox)
  }

  /// On network file systems nothing is heard of other machines' writes: the inbox is listed instead.
  static let mount = Examination(name: "mount") { session in
    let remote: [Int64: String] = [
      0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x6573_5546: "FUSE",
      0x0102_1997: "9P",
    ]
    guard let name = remote[clinux_filesystem_magic(session.home.inbox)] else { return .good("") }
    let arguments = ["type": name, "path": session.home.inbox]
    return .doubtful(Problem(.fault, "inbox-on-network", arguments))
  }

  static let rules = Examination(name: "rules") { session in
    do throws(Problem) {
      let knowledge = try KnowledgeSource(home: session.home, named: []).load()
      if let first = knowledge.problems.first { return .bad(first) }
      return .good(try RulesLocation().folder())
    } catch {
      return .bad(error)
    }
  }

  /// Looks for damage in the whole register.
  static let register = Examination(name: "register") { session in
    do throws(Problem) {
      guard let register = try await session.existingRegister() else { return .good("") }
      try await register.check()
      let sizes = try await register.sizes().mapValues(String.init)
      return .good(session.phrases.say("register-sizes", sizes))
    } catch {
      return .bad(error)
    }
  }

  static let daemon = Examination(name: "daemon") { session in
    do throws(Problem) {
      guard let health = try await LocalClient(home: session.home).health() else {
        return .good(session.phrases.say("not-running"))
      }
      if let fault = health.faults.first { return .bad(fault) }
      return .good(session.phrases.say("running", ["pid": String(health.pid)]))
    } catch {
      return .bad(error)
    }
  }
}

/// The space of a file system that is left for us, in MiB.
func freeMebibytes(_ status: statvfs) -> UInt64 {
  UInt64(status.f_bavail) * UInt64(status.f_frsize) / (1 << 20)
}
