// CrewMember.swift — a process that reads the pages of a file that it is told.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Invoicing

/// A process that reads the pages it is told, until nobody tells it any.
///
/// It is in the same sandbox and under the same limits as the reader whose copy it is. Whatever ends
/// it early (memory, processor time, a crash) is no answer: the reader then reads that page itself,
/// and what becomes of it is the document's.
struct CrewMember {
  let source: SourceBytes
  let plan: ReadingPlan
  let limits: ReadingLimits
  let recognisers: Recognisers

  /// Reads until its orders end.
  func serve(on descriptor: CInt) {
    // The reader answers for the document, and nobody else.
    signal(SIGXCPU, SIG_DFL)
    guard (try? Sandbox.enter(limits: limits)) != nil else { return }
    var lines = LineStream(descriptor)
    var opened: (session: ReadingSession, file: any PageSource)?
    var languages: [String] = []
    while lines.receive() {
      while let line = lines.next() {
        guard let order = PageOrder(line: line) else { continue }
        if opened == nil || order.languages != languages {
          languages = order.languages
          let session = ReadingSession(
            plan: ReadingPlan(languages: languages, readsPictures: plan.readsPictures),
            limits: limits,
            recognisers: recognisers
          )
          opened = (try? Readers.open(source, in: session)).map { (session, $0.file) }
        }
        guard let opened, order.index < opened.file.pageCount else { return }
        let result: PageAnswer.Result
        do throws(Problem) {
          let page = try opened.session.page(of: opened.file, at: order.index)
          result = .read(EncodedPage(page))
        } catch {
          result = .refused(error)
        }
        guard lines.write(PageAnswer(index: order.index, result: result).line) else { return }
        Sandbox.grantNextPage(limits)
      }
    }
  }
}
