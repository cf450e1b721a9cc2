// LocalAPITests.swift — the local API over its real socket.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Foundation
import Glibc
import Hummingbird
import HummingbirdTesting
import Invoicing
import Logging
import Service
import Testing

@testable import ReviewSite

@Suite struct LocalAPITests {
  private func workshop() async throws -> Workshop {
    let path = NSTemporaryDirectory() + "site-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return try await Workshop(
      home: Home(path),
      settings: ServiceSettings(readers: 1, plan: ReadingPlan(languages: ["fra"])),
      knowledge: { _ throws(Problem) in
        Knowledge(rules: RuleBook.load([]).book, company: nil)
      },
      renderReason: { $0.code },
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    )
  }

  private func api(_ workshop: Workshop) -> LocalAPI {
    LocalAPI(operations: Operations(workshop), version: "1.2", logger: workshop.logger)
  }

  private func remove(_ workshop: Workshop) {
    try? FileManager.default.removeItem(atPath: workshop.home.path)
  }

  @Test func `serves client and server over the socket, closed to others`() async throws {
    let workshop = try await workshop()
    defer { remove(workshop) }
    let api = api(workshop)
    let server = Task { try await api.run() }
    let client = LocalClient(home: workshop.home)
    let deadline = ContinuousClock.now + .seconds(5)
    while access(workshop.home.socket, F_OK) != 0, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(10))
    }
    var status = stat()
    #expect(stat(workshop.home.socket, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o660)
    #expect(try await client.health()?.version == "1.2")
    let call = LocalCall(author: "anna", request: .approve(invoices: [7], despite: []))
    let problem = Problem(.usage, "no-such-invoice", ["id": "7"])
    let outcome = InvoiceOutcome(id: 7, state: nil, problem: problem)
    #expect(try await client.perform(call) == .invoices([outcome]))
    let undo = LocalCall(author: "anna", request: .undo(id: 7))
    await #expect(throws: Problem(.usage, "no-such-document", ["id": "7"])) {
      _ = try await client.perform(undo)
    }
    let suppliers = (1...5000).map { Supplier(code: "F\($0)", name: "Supplier \($0)") }
    let large = LocalCall(author: "anna", request: .importSuppliers(suppliers))
    guard case .imported(let report) = try await client.perform(large) else {
      Issue.record("no report")
      return
    }
    #expect(report.total == 5000)
    server.cancel()
    _ = try? await server.value
    #expect(access(workshop.home.socket, F_OK) != 0)
    #expect(try await client.health() == nil)
  }

  @Test func `replaces the socket of a dead daemon`() async throws {
    let workshop = try await workshop()
    defer { remove(workshop) }
    try Data().write(to: URL(filePath: workshop.home.socket))
    let api = api(workshop)
    let server = Task { try await api.run() }
    let client = LocalClient(home: workshop.home)
    var health: DaemonHealth?
    for _ in 0..<300 where health == nil {
      try await Task.sleep(for: .milliseconds(10))
      health = try? await client.health()
    }
    #expect(health != nil)
    server.cancel()
    _ = try? await server.value
  }

  @Test func `answers nonsense with a problem`() async throws {
    let workshop = try await workshop()
    defer { remove(workshop) }
    let application = Application(responder: api(workshop).router.buildResponder())
    try await application.test(.router) { client in
      let undo = try JSONEncoder().encode(LocalCall(author: "a", request: .undo(id: 1)))
      for (route, body) in [("undo", Data("{".utf8)), ("approve", undo)] {
        let uri = "/api/v1/" + route
        try await client.execute(uri: uri, method: .post, body: ByteBuffer(bytes: body)) { answer in
          #expect(answer.status == .badRequest)
          let bytes = Data(answer.body.readableBytesView)
          let envelope = try JSONDecoder().decode(ProblemEnvelope.self, from: bytes)
          #expect(envelope.problem.code == "bad-request")
        }
      }
      try await client.execute(uri: "/api/v1/nothing", method: .post) { answer in
        #expect(answer.status == .notFound)
      }
      try await client.execute(uri: "/api/v1/undo", method: .get) { answer in
        #expect(answer.status != .ok)
      }
    }
  }

  @Test func `shows pages of documents that are there`() async throws {
    let workshop = try await workshop()
    defer { remove(workshop) }
    let application = Application(responder: api(workshop).router.buildResponder())
    let asked = [
      "7/pages/1.png": "no-such-document", "7/pages/1.png?width=100": "no-such-document",
      "x/pages/1.png": "bad-request", "7/pages/x.png": "bad-request",
    ]
    try await application.test(.router) { client in
      for (path, code) in asked {
        let uri = "/api/v1/documents/" + path
        try await client.execute(uri: uri, method: .get) { answer in
          let bytes = Data(answer.body.readableBytesView)
          let envelope = try JSONDecoder().decode(ProblemEnvelope.self, from: bytes)
          #expect(envelope.problem.code == code, "\(path)")
        }
      }
    }
  }
}
