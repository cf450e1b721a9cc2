// PageCrew.swift — several processes read the pages of one long document.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc
package import Invoicing

/// Processes that read the pages of one long document beside each other.
///
/// They must be there before the sandbox is, which starts none. A file of which nobody knows yet how
/// many pages it has gets them when it is large enough; those that are not needed end at once.
package final class PageCrew {
  private struct Member {
    var lines: LineStream
    /// Pages that it was told and has not answered.
    var open: [Int] = []
  }

  private var members: [Member]

  /// Pages after the first; one is read sooner by who has read the first.
  private static let leastPages = 2
  /// Told ahead, so that nobody waits for the next.
  private static let mostOpen = 2

  /// Whether a file may have pages enough that take time; told by its first bytes and its size.
  private static func mayBeLong(_ source: SourceBytes) -> Bool {
    switch FormatSniffer.format(of: source.buffer.prefix(FormatSniffer.headLength)) {
    case .jpeg, .png: false
    // A page of a fax takes 20 kB and a second.
    case .tiff: source.buffer.count >= 60_000
    // Smaller files have few pages, or such as are written and take no time.
    default: source.buffer.count >= 200_000
    }
  }

  /// Forks a process for each core that no other document has, two at least and eight at most: of
  /// many long scans that are read at once each has few, or memory would not do.
  ///
  /// Nil for a file of few pages or a single core.
  ///
  /// - Precondition: this process has one thread, is not in the sandbox yet and ignores SIGPIPE.
  package init?(
    for source: SourceBytes,
    beside others: Int,
    plan: ReadingPlan,
    limits: ReadingLimits,
    recognisers: Recognisers
  ) {
    let cores = sysconf(CInt(_SC_NPROCESSORS_ONLN))
    guard cores > 1, Self.mayBeLong(source) else { return nil }
    members = []
    let own = getpid()
    for _ in 0..<min(max(2, cores - others), 8) {
      var ends: [CInt] = [-1, -1]
      let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { break }
      let process = clinux_fork()
      if process == 0 {
        guard clinux_die_with(own) == 0 else { _exit(70) }
        close(ends[0])
        for member in members { close(member.lines.descriptor) }
        CrewMember(source: source, plan: plan, limits: limits, recognisers: recognisers)
          .serve(on: ends[1])
        _exit(0)
      }
      close(ends[1])
      if process > 0 { members.append(Member(lines: LineStream(ends[0]))) } else { close(ends[0]) }
    }
  }

  deinit { dismiss() }

  /// Lets all of them end.
  func dismiss() {
    for member in members { close(member.lines.descriptor) }
    members = []
  }

  /// Lets the crew read the pages of some indices.
  ///
  /// - Parameters:
  ///   - indices: from 0.
  ///   - languages: as the first page left them.
  ///   - onPage: called with each page as it comes, in any order.
  /// - Returns: what became of each; what is missing is for the caller to read.
  /// - Throws: what `onPage` throws.
  func read(
    _ indices: Range<Int>,
    languages: [String],
    onPage: (EncodedPage) throws(Problem) -> Void
  ) throws(Problem) -> [Int: PageAnswer.Result] {
    guard indices.count >= Self.leastPages else {
      dismiss()
      return [:]
    }
    while members.count > indices.count { close(members.removeLast().lines.descriptor) }
    var waiting = indices.reversed() as [Int]
    var results: [Int: PageAnswer.Result] = [:]
    while true {
      // In turns: nobody has two while another has none.
      for open in 1...Self.mostOpen {
        for index in members.indices where members[index].open.count < open {
          guard let next = waiting.popLast() else { break }
          members[index].open.append(next)
          // One that takes no orders is found to have ended below.
          _ = members[index].lines.write(PageOrder(index: next, languages: languages).line)
        }
      }
      var polled = members.map {
        pollfd(
          fd: $0.open.isEmpty ? -1 : $0.lines.descriptor,
          events: Int16(POLLIN),
          revents: 0
        )
      }
      guard polled.contains(where: { $0.fd >= 0 }) else { break }
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { break }
      for index in polled.indices.reversed() where polled[index].revents != 0 {
        guard members[index].lines.receive() else {
          close(members.remove(at: index).lines.descriptor)
          continue
        }
        while let line = members[index].lines.next() {
          // What is no answer leaves its page to the caller.
          guard let answer = PageAnswer(line: line) else { continue }
          members[index].open.removeAll { $0 == answer.index }
          results[answer.index] = answer.result
          switch answer.result {
          case .read(let page): try onPage(page)
          // The first page that is refused refuses the document: only those before it still matter.
          case .refused: waiting.removeAll { $0 > answer.index }
          }
        }
      }
    }
    dismiss()
    return results
  }
}
