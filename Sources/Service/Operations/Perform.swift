// Perform.swift — a request is carried out by whoever holds the home's lock.
// Facturier. SPDX-License-Identifier: Apache-2.0
package import Invoicing

/// Lets the running daemon carry out a request; when none runs, opens the home and does it here.
///
/// A daemon that is starting, or another command, may hold the lock while nobody listens: it is
/// waited for, up to 10 s.
///
/// - Parameters:
///   - call: the request and who makes it.
///   - home: where.
///   - opening: opens the home; it is called again as long as somebody else has the lock.
/// - Returns: what came of it.
/// - Throws: usage `home-locked` {pid}; fault `daemon-unreachable` {path, reason}; what
///   `Operations.perform` throws.
package func perform(
  _ call: LocalCall,
  in home: Home,
  opening: () async throws(Problem) -> Workshop
) async throws(Problem) -> LocalResponse {
  let client = LocalClient(home: home)
  let deadline = ContinuousClock.now + .seconds(10)
  while true {
    if let response = try await client.perform(call) { return response }
    do throws(Problem) {
      return try await Operations(opening()).perform(call)
    } catch {
      guard error.code == "home-locked", ContinuousClock.now < deadline else { throw error }
      try? await Task.sleep(for: .milliseconds(200))
    }
  }
}
