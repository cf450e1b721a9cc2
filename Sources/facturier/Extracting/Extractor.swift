// Extractor.swift — files to invoices without a register, several at once.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Glibc
import Invoicing
import Service

/// Reads and assesses files, as many at once as there are readers.
struct Extractor: Sendable {
  let premises: Premises
  let reader: ReaderProcess
  let plan: ReadingPlan
  let readers: Int

  /// Works on every file and hands over the results in the order of the files.
  func run(_ files: [FileArgument], _ body: (ExtractedFile) -> Void) async {
    await withTaskGroup(of: (Int, ExtractedFile).self) { group in
      var next = 0
      func startNext() {
        guard next < files.count else { return }
        let index = next
        next += 1
        group.addTask { (index, await extract(files[index])) }
      }
      for _ in 0..<max(1, readers) { startNext() }
      var waiting: [Int: ExtractedFile] = [:]
      var due = 0
      for await (index, extracted) in group {
        startNext()
        waiting[index] = extracted
        while let ready = waiting.removeValue(forKey: due) {
          body(ready)
          due += 1
        }
      }
    }
  }

  private func extract(_ file: FileArgument) async -> ExtractedFile {
    do throws(Problem) {
      let descriptor = try file.open()
      defer { close(descriptor) }
      return await extract(file, descriptor)
    } catch {
      return ExtractedFile(file: file, id: nil, result: .failed(error))
    }
  }

  private func extract(_ file: FileArgument, _ descriptor: CInt) async -> ExtractedFile {
    func failed(_ problem: Problem) async -> ExtractedFile {
      let id = try? await blocking { () throws(Problem) in
        FileDigest.digest(ofFile: descriptor)
      }
      return ExtractedFile(file: file, id: id, result: .failed(problem))
    }
    do throws(Problem) {
      // The name may be no UTF-8, so the open file is named instead.
      let path = "/proc/self/fd/\(descriptor)"
      let document = try await read(path)
      let parts = Companions.joined(try await parts(of: document, path, depth: 0), premises)
      // A mail that brings an invoice speaks of it, and is none.
      let isCover = parts.contains { $0.result.holdsInvoice }
      return ExtractedFile(
        file: file,
        id: document.id,
        result: .assessed(
          document,
          isCover ? .nothing : assess(document, under: premises, mail: document.mail)
        ),
        parts: parts
      )
    } catch {
      return await failed(error)
    }
  }

  /// Reads a file.
  ///
  /// - Throws: what it was refused with; faults of the reader.
  private func read(_ path: String) async throws(Problem) -> Document {
    switch try await reader.read(path: path, plan: plan) {
    case .read(let document): return document
    case .refused(let problem), .failed(let problem, _): throw problem
    case .cancelled: throw Problem(.fault, "cancelled")
    }
  }

  /// What is made of the files inside a mail or an archive, those of containers inside it too.
  private func parts(
    of document: Document,
    _ path: String,
    depth: Int
  ) async throws(Problem) -> [ExtractedPart] {
    guard !document.contents.isEmpty else { return [] }
    guard depth < ReaderProcess.mostContainers else {
      let limit = ["limit": String(ReaderProcess.mostContainers)]
      throw Problem(.refusal, "container-too-deep", limit)
    }
    var parts: [ExtractedPart] = []
    for batch in ReaderProcess.batches(of: document.contents) {
      for (file, bytes) in zip(batch, try await reader.contents(batch, ofFile: path)) {
        parts += await part(file, bytes, depth: depth)
      }
    }
    return parts
  }

  private func part(
    _ file: ContainedFile,
    _ bytes: ArraySlice<UInt8>,
    depth: Int
  ) async -> [ExtractedPart] {
    do throws(Problem) {
      let copy = try MemoryFile(bytes)
      let document = try await read(copy.path)
      let inner = try await parts(of: document, copy.path, depth: depth + 1)
      if !inner.isEmpty {
        return inner.map { part in
          ExtractedPart(
            name: "\(file.name)/\(part.name)",
            mail: part.mail ?? file.mail,
            result: part.result
          )
        }
      }
      let assessment = assess(document, under: premises, mail: file.mail)
      return [
        ExtractedPart(name: file.name, mail: file.mail, result: .assessed(document, assessment))
      ]
    } catch {
      return [ExtractedPart(name: file.name, mail: file.mail, result: .failed(error))]
    }
  }
}
