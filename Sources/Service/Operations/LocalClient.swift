// LocalClient.swift — asks the running daemon over its unix socket.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc
package import Invoicing

/// Asks the running daemon of a home: one HTTP/1.1 exchange per call over its unix socket.
package struct LocalClient: Sendable {
  private let home: Home

  package init(home: Home) { self.home = home }

  /// How the daemon is, or nil when none runs in this home.
  ///
  /// - Throws: fault `daemon-unreachable` {path, reason}.
  package func health() async throws(Problem) -> DaemonHealth? {
    guard let answer = try await exchange("GET", "health") else { return nil }
    return try decode(DaemonHealth.self, from: answer)
  }

  /// Lets the daemon carry out a request, or returns nil when none runs in this home.
  ///
  /// - Throws: fault `daemon-unreachable` {path, reason}, and every problem of `Operations`.
  package func perform(_ call: LocalCall) async throws(Problem) -> LocalResponse? {
    // Written only when somebody listens: a part of a ledger has twenty megabytes.
    let answer = try await exchange("POST", call.request.route) { () throws(Problem) in
      guard let body = try? JSONEncoder().encode(call) else { throw unreachable("encoding") }
      return [UInt8](body)
    }
    guard let answer else { return nil }
    return try decode(LocalResponse.self, from: answer)
  }

  private func decode<Answer: Decodable>(
    _ type: Answer.Type,
    from answer: HTTPAnswer
  ) throws(Problem) -> Answer {
    if answer.status != 200 {
      let envelope = try? JSONDecoder().decode(ProblemEnvelope.self, from: Data(answer.body))
      throw envelope?.problem ?? unreachable("HTTP \(answer.status)")
    }
    guard let value = try? JSONDecoder().decode(type, from: Data(answer.body)) else {
      throw unreachable("an answer that is not understood")
    }
    return value
  }

  private func exchange(
    _ method: String,
    _ route: String,
    body: @escaping @Sendable () throws(Problem) -> [UInt8] = { () throws(Problem) in [] }
  ) async throws(Problem) -> HTTPAnswer? {
    try await blocking { () throws(Problem) in
      guard let socket = try connected() else { return nil }
      let body = try body()
      let head = """
        \(method) /api/v1/\(route) HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Content-Type: application/json\r
        Content-Length: \(body.count)\r
        \r\n
        """
      try send(Array(head.utf8) + body, to: socket.descriptor)
      guard let answer = HTTPAnswer(try receive(from: socket.descriptor)) else {
        throw unreachable("no HTTP answer")
      }
      return answer
    }
  }

  /// An open connection, or nil when nobody listens.
  private func connected() throws(Problem) -> OpenFile? {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let socket = OpenFile(Glibc.socket(AF_UNIX, type, 0))
    guard socket.descriptor >= 0 else { throw unreachable("errno \(errno)") }
    // A folder of any depth is named shortly through its descriptor: sun_path holds 107 bytes.
    guard let folder = try? openFolder(home.path, place: "home") else { return nil }
    let path = "/proc/self/fd/\(folder.descriptor)/facturier.sock"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket.descriptor, $0, size)
      }
    }
    if code == 0 { return socket }
    if errno == ENOENT || errno == ECONNREFUSED { return nil }
    throw unreachable("errno \(errno)")
  }

  private func send(_ bytes: [UInt8], to descriptor: CInt) throws(Problem) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unreachable("errno \(errno)") }
      sent += count
    }
  }

  /// Everything up to the end of the stream.
  private func receive(from descriptor: CInt) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreachable("errno \(errno)") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer.prefix(count))
    }
  }

  private func unreachable(_ reason: String) -> Problem {
    Problem(.fault, "daemon-unreachable", ["path": home.socket, "reason": reason])
  }
}

/// The body of an answer that is not 200.
package struct ProblemEnvelope: Hashable, Sendable, Codable {
  package let problem: Problem

  package init(problem: Problem) { self.problem = problem }
}

/// Status and body of an HTTP/1.1 answer that ends with its connection (RFC 9112 §6.3).
private struct HTTPAnswer {
  let status: Int
  let body: [UInt8]

  /// The answer in these bytes, or nil when they hold none.
  init?(_ bytes: [UInt8]) {
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count >= 16, let split = Data(bytes).range(of: Data(end)),
      let status = Int(String(decoding: bytes[9..<12], as: UTF8.self))
    else { return nil }
    self.status = status
    body = Array(bytes[split.upperBound...])
  }
}
