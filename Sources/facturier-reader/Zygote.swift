// Zygote.swift — forks a reader for each order, with the recognition data loaded.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Foundation
internal import Glibc
internal import Reading

/// Forks a reader for each order, with the recognition data loaded; looks at no document itself.
///
/// - Standard input is a SOCK_SEQPACKET pair. At start it sends one packet, `[]`, to say that it is
///   there. It ends when the other end is closed, and all its readers with it.
/// - An order is a packet with the reader's arguments as a JSON array, and four descriptors: the
///   reader's standard input, output and error, and the order's own SOCK_SEQPACKET pair.
/// - On that pair it sends `[process]` once the reader has been started, and `[status]` of wait(2)
///   when it has ended.
/// - Whatever comes on that pair, its end above all, kills the reader with its whole group. The
///   process is not reaped before, so that nobody else can be hit.
///
/// It has one thread, as fork(2) asks for.
struct Zygote {
  /// A reader that has been forked and not reaped yet.
  private struct Reader {
    let process: pid_t
    /// Readable when the process has ended.
    let ending: CInt
    let control: CInt
    var isKilled = false
  }

  /// What pages ask for, the likeliest first: each costs 13 MB once, and 80 ms in every reader that
  /// would have to load it.
  private let languages: [String]
  private let recognisers = Recognisers()
  private var readers: [Reader] = []

  /// With the languages of the plan that its readers mostly get, the likeliest first.
  init(languages: [String]) { self.languages = languages }

  /// Takes orders until nobody can give any.
  ///
  /// - Parameter read: what a reader does with its arguments, beside so many others; returns its exit
  ///   status.
  mutating func serve(_ read: ([String], Recognisers, Int) -> Int32) {
    _ = clinux_adopt_orphans()
    guard Self.report([], on: STDIN_FILENO) else { return }
    // Loaded when there is nothing else to do: the first documents do not wait for it.
    var hasMoreToLoad = true
    while true {
      var polled = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
      for reader in readers {
        polled.append(pollfd(fd: reader.ending, events: Int16(POLLIN), revents: 0))
        let control = reader.isKilled ? -1 : reader.control
        polled.append(pollfd(fd: control, events: Int16(POLLIN), revents: 0))
      }
      let count = poll(&polled, nfds_t(polled.count), hasMoreToLoad ? 0 : -1)
      if count < 0, errno != EINTR { return }
      if count == 0 { hasMoreToLoad = recognisers.loadNext(of: languages) }
      guard count > 0 else { continue }
      for index in readers.indices.reversed() {
        if polled[2 * index + 2].revents != 0 { kill(index) }
        if polled[2 * index + 1].revents != 0 { reap(index) }
      }
      if polled[0].revents != 0, !takeOrder(read) { return }
    }
  }

  /// False when there will be no more.
  private mutating func takeOrder(_ read: ([String], Recognisers, Int) -> Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    var descriptors: [CInt] = [-1, -1, -1, -1]
    let count = clinux_receive_descriptors(
      STDIN_FILENO,
      &bytes,
      bytes.count,
      &descriptors,
      descriptors.count
    )
    // A packet that is no order tells its sender so by the end of the order's pair.
    guard count > 0 else { return count < 0 && errno == EBADMSG }
    let control = descriptors[3]
    defer { for descriptor in descriptors.dropLast() { close(descriptor) } }
    let json = Data(bytes.prefix(count))
    let own = getpid()
    guard let arguments = try? JSONDecoder().decode([String].self, from: json) else {
      close(control)
      return true
    }
    let process = clinux_fork()
    if process == 0 {
      Self.becomeReader(of: own, descriptors)
      _exit(read(arguments, recognisers, readers.count))
    }
    guard process > 0 else {
      close(control)
      return true
    }
    setpgid(process, process)
    let ending = clinux_open_process(process)
    readers.append(Reader(process: process, ending: ending, control: control))
    let last = readers.count - 1
    // Without the means to hear of its end, the reader cannot be.
    if ending < 0 { reap(last) } else if !Self.report([Int(process)], on: control) { kill(last) }
    return true
  }

  /// In the new process: a group of its own, its parent's fate, and four descriptors become three.
  private static func becomeReader(of zygote: pid_t, _ descriptors: [CInt]) {
    setpgid(0, 0)
    guard clinux_die_with(zygote) == 0 else { _exit(70) }
    for target in 0..<3 where dup2(descriptors[target], CInt(target)) < 0 { _exit(70) }
    clinux_close_from(3)
  }

  private mutating func kill(_ index: Int) {
    readers[index].isKilled = true
    Glibc.kill(-readers[index].process, SIGKILL)
  }

  /// Ends what is left of the reader's group, then tells how the reader itself ended.
  private mutating func reap(_ index: Int) {
    kill(index)
    let reader = readers.remove(at: index)
    var status: Int32 = 0
    while waitpid(reader.process, &status, 0) < 0, errno == EINTR {}
    if reader.ending >= 0 { Self.report([Int(status)], on: reader.control) }
    // Its crew, which it leaves behind: killed above, and none of its own any more.
    while waitpid(-reader.process, nil, 0) > 0 || errno == EINTR {}
    close(reader.ending)
    close(reader.control)
  }

  /// Sends numbers as JSON, which is what an array of them looks like.
  @discardableResult
  private static func report(_ numbers: [Int], on socket: CInt) -> Bool {
    let text = numbers.description
    let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
    return send(socket, text, text.utf8.count, flags) == text.utf8.count
  }
}
