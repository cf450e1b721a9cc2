// ReaderProcess+Rendering.swift — pages are drawn in a throw-away process, as they are read.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc
package import Invoicing

extension ReaderProcess {
  /// Draws one page as a grey PNG on which the boxes of the page fit once they are scaled.
  ///
  /// - Parameters:
  ///   - page: of the stored document.
  ///   - width: in pixels.
  ///   - path: of the original.
  /// - Returns: the PNG.
  /// - Throws: refusals of reading, `reader-timeout` {seconds}, `reader-crashed` {how}; faults
  ///   `file-failed`, `rendering-failed` {reason}, `reader-missing` {path}.
  package func preview(
    of page: Page,
    width: Int,
    ofFile path: String
  ) async throws(Problem) -> [UInt8] {
    try await render(.preview(PageFrame(page), width: width)) { () throws(Problem) in
      try openForReading(path)
    }
  }

  /// Draws a page that has words and no picture as a grey PNG on which its boxes fit once scaled.
  ///
  /// - Parameters:
  ///   - page: of a text, a mail, or the view of an e-invoice.
  ///   - width: in pixels.
  ///   - folder: for a nameless file.
  /// - Returns: the PNG.
  /// - Throws: as `preview`.
  package func sheet(
    of page: Page,
    width: Int,
    workingIn folder: String
  ) async throws(Problem) -> [UInt8] {
    let words = [UInt8]((try? JSONEncoder().encode(page)) ?? Data())
    return try await render(.sheet(width: width)) { () throws(Problem) in
      let file = try namelessFile(in: folder)
      try writeAll(words, to: file.descriptor, in: "home")
      guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw fileProblem("seek", "home") }
      return file
    }
  }

  /// Makes a PDF that can be searched for the words of a stored document.
  ///
  /// - Parameters:
  ///   - document: as it was read.
  ///   - path: of the original.
  ///   - folder: for a nameless file as large as both.
  /// - Returns: the PDF.
  /// - Throws: as `preview`.
  package func searchablePDF(
    of document: Document,
    ofFile path: String,
    workingIn folder: String
  ) async throws(Problem) -> [UInt8] {
    let words = [UInt8]((try? JSONEncoder().encode(document)) ?? Data())
    return try await render(.searchablePDF(documentBytes: words.count)) { () throws(Problem) in
      let original = try openForReading(path)
      let joined = try namelessFile(in: folder)
      try writeAll(words, to: joined.descriptor, in: "home")
      try append(contentOf: original.descriptor, to: joined.descriptor)
      guard lseek(joined.descriptor, 0, SEEK_SET) == 0 else { throw fileProblem("seek", "home") }
      return joined
    }
  }

  /// How many mails and archives are opened one inside the other: real senders put a zip into a mail.
  package static let mostContainers = 2

  /// Takes files out of a mail or an archive.
  ///
  /// - Parameters:
  ///   - files: of the stored document, a run of `batches`.
  ///   - path: of the original.
  /// - Returns: the bytes of each.
  /// - Throws: as `preview`; fault `rendering-failed` {reason} where other bytes come than were told.
  package func contents(
    _ files: [ContainedFile],
    ofFile path: String
  ) async throws(Problem) -> [ArraySlice<UInt8>] {
    let order = RenderingOrder.contents(numbers: files.map(\.number))
    let joined = try await render(order) { () throws(Problem) in try openForReading(path) }
    guard joined.count == files.reduce(0, { $0 + $1.size }) else {
      throw Problem(.fault, "rendering-failed", ["reason": "size"])
    }
    var rest = joined[...]
    return files.map { file in
      defer { rest = rest.dropFirst(file.size) }
      return rest.prefix(file.size)
    }
  }

  /// Files in order, in runs that are small enough to be taken out at once and held in memory; a
  /// larger one is a run of its own.
  package static func batches(of files: [ContainedFile]) -> [[ContainedFile]] {
    var batches: [[ContainedFile]] = []
    var size = 0
    for file in files {
      if batches.isEmpty || size + file.size > 16 << 20 {
        batches.append([])
        size = 0
      }
      batches[batches.count - 1].append(file)
      size += file.size
    }
    return batches
  }

  /// The largest file that is made: twice the largest that is read.
  private static let mostMade = 128 << 20

  private func render(
    _ order: RenderingOrder,
    from input: @escaping @Sendable () throws(Problem) -> OpenFile
  ) async throws(Problem) -> [UInt8] {
    let json = String(decoding: (try? JSONEncoder().encode(order)) ?? Data(), as: UTF8.self)
    let child = child(arguments: ["--render", json], outputBytes: Self.mostMade)
    let cancellation = Cancellation()
    let result: Result<[UInt8], Problem> = await withTaskCancellationHandler {
      do throws(Problem) {
        return .success(
          try await blocking { () throws(Problem) in
            let file = try input()
            return try made(child.run(input: file.descriptor, cancellation: cancellation))
          }
        )
      } catch {
        return .failure(error)
      }
    } onCancel: {
      cancellation.request()
    }
    return try result.get()
  }

  /// What follows the answer; half of it is nothing.
  private func made(_ result: ChildProcess.Result) throws(Problem) -> [UInt8] {
    if case .exited(0) = result.ending, let end = result.output.firstIndex(of: 10),
      let answer = try? JSONDecoder().decode(
        RenderingAnswer.self,
        from: Data(result.output[..<end])
      )
    {
      switch answer {
      case .refused(let problem): throw problem
      case .made(let count):
        let bytes = result.output[(end + 1)...]
        if bytes.count == count { return Array(bytes) }
      }
    }
    switch result.ending {
    case .notStarted(let code):
      throw Problem(.fault, "reader-missing", ["path": executable, "errno": String(code)])
    case .outOfTime:
      throw Problem(.refusal, "reader-timeout", ["seconds": String(limits.seconds)])
    default: throw Problem(.refusal, "reader-crashed", ["how": "\(result.ending)"])
    }
  }
}

/// A file that has lost its name already.
private func namelessFile(in folder: String) throws(Problem) -> OpenFile {
  let path = "\(folder)/.rendering-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
  let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw fileProblem("open", "home") }
  unlink(path)
  return OpenFile(descriptor)
}

private func append(contentOf source: CInt, to descriptor: CInt) throws(Problem) {
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = read(source, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw fileProblem("read", "document") }
    if count == 0 { return }
    try writeAll(Array(buffer.prefix(count)), to: descriptor, in: "home")
  }
}
