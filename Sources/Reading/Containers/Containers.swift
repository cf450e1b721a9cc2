// Containers.swift — files that hold files: mails and archives.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// A file found inside another one.
struct FoundFile {
  /// As the container tells it.
  let name: String
  let bytes: [UInt8]
  var mail: MailHeader?
  /// Shown inside a text, as a signature's logo is.
  var isInline = false
}

/// What a container holds.
struct FoundContents {
  var files: [FoundFile] = []
  /// Why files were left aside.
  var findings: [Finding] = []
  /// The text of a mail itself.
  var text = ""
  var mail: MailHeader?
}

/// Files that hold files: what is in them, in an order that the same bytes always give.
enum Containers {
  /// Everything that is in a container.
  ///
  /// - Throws: refusals `container-too-large` {limit}, `container-too-many-files` {limit},
  ///   `container-too-deep` {limit}, `mail-damaged`, `archive-unreadable`, `archive-encrypted`,
  ///   `office-file`; `format-not-supported` for what is no container.
  static func contents(
    of source: SourceBytes,
    as format: DocumentFormat,
    limits: ReadingLimits
  ) throws(Problem) -> FoundContents {
    switch format {
    case .mail: try MailContents(limits: limits).read(source)
    case .zip: try ZipContents(limits: limits).read(source)
    default: throw .unsupported(format)
    }
  }

  /// What a reader makes of a container: the files that may be documents, each with its number.
  ///
  /// - Throws: as `contents`.
  static func pages(
    of source: SourceBytes,
    as format: DocumentFormat,
    limits: ReadingLimits
  ) throws(Problem) -> (read: FinishedPages, text: String) {
    let found = try contents(of: source, as: format, limits: limits)
    var read = FinishedPages(findings: found.findings)
    read.mail = found.mail
    var seen: Set<DocumentID> = []
    for (index, file) in found.files.enumerated() {
      let bytes = SourceBytes(file.bytes)
      let kind = FormatSniffer.format(of: bytes.buffer)
      if let reason = SetAside.reason(for: file, bytes, as: kind, in: format, limits) {
        // What somebody may have meant to send must be seen by a person.
        read.findings.append(
          Finding(
            SetAside.isDoubtful(reason) ? .warning : .info,
            "attachment-set-aside",
            ["name": shortName(file.name), "why": reason]
          )
        )
      } else if seen.insert(bytes.id).inserted {
        read.contents.append(
          ContainedFile(
            number: index + 1,
            name: shortName(file.name),
            id: bytes.id,
            size: file.bytes.count,
            format: kind,
            mail: file.mail
          )
        )
      }
    }
    return (read, found.text)
  }

  /// The files of these numbers, one behind the other.
  ///
  /// - Throws: as `contents`; fault `rendering-failed` {reason} when there is no such number.
  static func bytes(
    of numbers: [Int],
    in source: SourceBytes,
    limits: ReadingLimits
  ) throws(Problem) -> [UInt8] {
    let format = FormatSniffer.format(of: source.buffer)
    let files = try contents(of: source, as: format, limits: limits).files
    guard numbers.allSatisfy({ files.indices.contains($0 - 1) }) else {
      throw Problem(.fault, "rendering-failed", ["reason": "order"])
    }
    return numbers.flatMap { files[$0 - 1].bytes }
  }

  /// A name without folders and control characters, at most 255 bytes: no name leads anywhere.
  static func shortName(_ name: String) -> String {
    let parts = Array(name.unicodeScalars).split { $0 == "/" || $0 == "\\" }
    guard let last = parts.last else { return "" }
    var short = String.UnicodeScalarView()
    var count = 0
    for scalar in last where !WordCharacters.isInvisible(scalar) {
      count += UTF8.width(scalar)
      if count > 255 { break }
      short.append(scalar)
    }
    let text = String(short)
    return text == "." || text == ".." ? "" : text
  }
}

/// Counts what comes out of a container, so that a bomb is noticed while it unfolds.
struct ContainerBudget {
  let limits: ReadingLimits
  private var files = 0
  private var bytes = 0

  init(limits: ReadingLimits) { self.limits = limits }

  /// - Throws: refusals `container-too-many-files` {limit}, `container-too-large` {limit}.
  mutating func take(files more: Int = 0, bytes count: Int = 0) throws(Problem) {
    files += more
    bytes += count
    guard files <= limits.containedFiles else {
      throw Problem(
        .refusal,
        "container-too-many-files",
        ["limit": String(limits.containedFiles)]
      )
    }
    guard bytes <= limits.containedBytes else {
      throw Problem(.refusal, "container-too-large", ["limit": String(limits.containedBytes)])
    }
  }

  /// How many bytes may still come.
  var left: Int { max(0, limits.containedBytes - bytes) }
}
