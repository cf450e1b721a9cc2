// Unpacking.swift — the files inside a mail or an archive become documents.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Filing
internal import Invoicing

/// Takes the files out of a mail or an archive that was read, and puts them into the archive.
///
/// The container itself is safe there already, and doing this twice is doing it once: whoever is
/// killed in the middle begins again.
struct Unpacking: Sendable {
  let workshop: Workshop
  let reader: ReaderProcess

  /// The arrivals of the files in a document, their bytes being in the archive; empty for what is no
  /// container.
  ///
  /// - Throws: refusals `container-too-deep` {limit} and those of the reader; faults of the archive,
  ///   `rendering-failed` {reason}.
  func sightings(in document: Document, of claim: Claim) async throws(Problem) -> [Sighting] {
    // An archive can hold itself.
    let files = document.contents.filter { $0.id != claim.document }
    guard !files.isEmpty else { return [] }
    guard claim.depth < ReaderProcess.mostContainers else {
      let limit = ["limit": String(ReaderProcess.mostContainers)]
      throw Problem(.refusal, "container-too-deep", limit)
    }
    let (archive, reader) = (workshop.archive, reader)
    let path = archive.path(of: claim.document)
    let missing = try await blocking { () throws(Problem) in
      files.filter { !archive.holds($0.id) }
    }
    for batch in ReaderProcess.batches(of: missing) {
      let parts = try await reader.contents(batch, ofFile: path)
      try await blocking { () throws(Problem) in
        for (file, bytes) in zip(batch, parts) where try archive.store(bytes) != file.id {
          throw Problem(.fault, "rendering-failed", ["reason": "content"])
        }
      }
    }
    let now = timestamp()
    return files.map { file in
      Sighting(
        document: file.id,
        fileName: file.name.isEmpty ? claim.fileName : Array(file.name.utf8),
        size: Int64(file.size),
        claimKey: "\(claim.document.hex)#\(file.number)",
        receivedAt: now,
        format: file.format,
        channel: document.format.rawValue,
        mail: file.mail
      )
    }
  }
}
