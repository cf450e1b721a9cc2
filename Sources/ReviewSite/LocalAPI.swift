// LocalAPI.swift — the local API: every writing command as a route on a unix socket.
// Facturier. SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Hummingbird
internal import Invoicing
package import Logging
package import Service
internal import ServiceLifecycle
package import Wording

/// Serves the local API on the home's unix socket.
///
/// Who may open the socket (mode 0660) may do everything; there is no other check. It decides
/// nothing itself: it hands each request to `Operations`.
package struct LocalAPI: ServiceLifecycle.Service {
  private let operations: Operations
  private let version: String
  private let language: Language
  private let logger: Logger

  /// The API on these operations; `version` is that of the program, for `health`, `language` that of
  /// readable views where none is asked for.
  package init(
    operations: Operations,
    version: String,
    language: Language = .french,
    logger: Logger
  ) {
    self.operations = operations
    self.version = version
    self.language = language
    var quiet = logger
    // The server writes paths and requests at the lower levels.
    quiet.logLevel = max(logger.logLevel, .warning)
    self.logger = quiet
  }

  /// Serves until it is told to stop.
  ///
  /// - Throws: fault `socket-failed` {path, reason}, and what the server throws.
  package func run() async throws {
    let socket = try SocketFile(home: operations.workshop.home)
    let application = Application(
      responder: router.buildResponder(),
      configuration: ApplicationConfiguration(
        address: .unixDomainSocket(path: socket.bindingPath)
      ),
      onServerRunning: { _ in
        if let problem = socket.publish() {
          logger.error("local API", metadata: ["code": "\(problem.code)"])
        }
      },
      logger: logger
    )
    do { try await application.run() } catch {
      socket.remove()
      throw error
    }
    socket.remove()
  }

  /// An import of a ledger is the largest body.
  private static let bodyLimit = 256 << 20

  /// GET /api/v1/health, /api/v1/documents/<id>/pages/<n>.png?width=<pixels> and
  /// /api/v1/documents/<id>/view.html?language=<en or fr>, and POST /api/v1/<route> for every route of
  /// `LocalRequest`.
  var router: Router<BasicRequestContext> {
    let router = Router()
    let api = router.group("api/v1")
    api.get("health") { _, _ in await answer { () throws(Problem) in try await health() } }
    api.get("documents/{id}/pages/{page}.png") { request, context in
      await preview(
        document: context.parameters.get("id", as: Int64.self),
        page: context.parameters.get("page", as: Int.self),
        width: request.uri.queryParameters.get("width", as: Int.self) ?? Self.previewWidth
      )
    }
    api.get("documents/{id}/view.html") { request, context in
      await view(
        document: context.parameters.get("id", as: Int64.self),
        request.uri.queryParameters.get("language").flatMap(Language.init(rawValue:)) ?? language
      )
    }
    for route in LocalRequest.routes {
      api.post(RouterPath(route)) { request, _ in
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let bytes = Data(body.readableBytesView)
        return await answer { () throws(Problem) in try await perform(bytes, on: route) }
      }
    }
    return router
  }

  /// Pixels: an A4 page at 100 dpi.
  private static let previewWidth = 827

  private func preview(document: Int64?, page: Int?, width: Int) async -> Response {
    do throws(Problem) {
      guard let document, let page else {
        throw Problem(.usage, "bad-request", ["route": "documents"])
      }
      let png = try await operations.preview(
        ofPage: page,
        document: document,
        width: width,
        language: language
      )
      return Response(
        status: .ok,
        headers: [.contentType: "image/png", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: png))
      )
    } catch {
      return response(status(of: error), ProblemEnvelope(problem: error))
    }
  }

  /// The readable view of an e-invoice; what is asked of the browser stands in the page, too.
  private func view(document: Int64?, _ language: Language) async -> Response {
    do throws(Problem) {
      guard let document else { throw Problem(.usage, "bad-request", ["route": "documents"]) }
      let html = try await operations.readableView(ofDocument: document, language: language)
      var headers: HTTPFields = [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
        .contentSecurityPolicy: Operations.viewPolicy,
      ]
      headers[.xContentTypeOptions] = "nosniff"
      return Response(
        status: .ok,
        headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(string: html))
      )
    } catch {
      return response(status(of: error), ProblemEnvelope(problem: error))
    }
  }

  private func health() async throws(Problem) -> DaemonHealth {
    try await operations.health(version: version, pid: getpid())
  }

  private func perform(_ body: Data, on route: String) async throws(Problem) -> LocalResponse {
    guard let call = try? JSONDecoder().decode(LocalCall.self, from: body),
      call.request.route == route
    else { throw Problem(.usage, "bad-request", ["route": route]) }
    return try await operations.perform(call)
  }

  private func answer<Answer: Encodable>(
    _ act: () async throws(Problem) -> Answer
  ) async -> Response {
    do throws(Problem) {
      return response(.ok, try await act())
    } catch {
      return response(status(of: error), ProblemEnvelope(problem: error))
    }
  }

  private func status(of problem: Problem) -> HTTPResponse.Status {
    switch problem.kind {
    case .usage: problem.code == "bad-request" ? .badRequest : .unprocessableContent
    case .fault: .serviceUnavailable
    case .refusal, .configuration: .internalServerError
    }
  }

  private func response(_ status: HTTPResponse.Status, _ value: some Encodable) -> Response {
    let body = (try? JSONEncoder().encode(value)) ?? Data()
    return Response(
      status: status,
      headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
    )
  }
}
