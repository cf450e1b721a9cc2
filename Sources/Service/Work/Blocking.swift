// Blocking.swift — blocking calls stay off the cooperative pool.
// Facturier. SPDX-License-Identifier: Apache-2.0
@preconcurrency internal import Dispatch
package import Invoicing

/// Threads for calls that block: files, SQL, waiting for a child.
private let blockingQueue = DispatchQueue(label: "facturier.blocking", attributes: .concurrent)

/// Runs `work` on a thread that may block, and returns what it returns.
package func blocking<Result: Sendable>(
  _ work: @escaping @Sendable () throws(Problem) -> Result
) async throws(Problem) -> Result {
  let outcome: Swift.Result<Result, Problem> = await withCheckedContinuation { continuation in
    blockingQueue.async {
      do throws(Problem) {
        continuation.resume(returning: .success(try work()))
      } catch {
        continuation.resume(returning: .failure(error))
      }
    }
  }
  return try outcome.get()
}
