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
      switch try await reader.read(path: "/proc/self/fd/\(descriptor)", plan: plan) {
      case .read(let document):
        let assessment = assess(document, under: premises)
        return ExtractedFile(file: file, id: document.id, result: .assessed(document, assessment))
      case .refused(let problem), .failed(let problem, _): return await failed(problem)
      case .cancelled: return await failed(Problem(.fault, "cancelled"))
      }
    } catch {
      return await failed(error)
    }
  }
}
