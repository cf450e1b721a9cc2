// JournalHandler.swift — log lines for the journal, on standard error.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Logging

/// Writes log lines to standard error: "warning admitted id=12".
///
/// systemd adds the time.
struct JournalHandler: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]

  static func logger(level: Logger.Level) -> Logger {
    Logger(label: "facturier") { _ in JournalHandler(logLevel: level) }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    all["error"] = event.error.map { "\($0)" } ?? all["error"]
    let pairs = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let text = displayText(event.message.description + pairs)
    Output.messages.print("\(event.level.prefix)\(event.level) " + text)
  }
}

extension Logger.Level {
  /// The priority as systemd reads it from a line's start (sd-daemon(3)); only under systemd.
  fileprivate var prefix: String {
    guard Surroundings.variable("JOURNAL_STREAM") != nil else { return "" }
    return switch self {
    case .trace, .debug: "<7>"
    case .info: "<6>"
    case .notice: "<5>"
    case .warning: "<4>"
    case .error: "<3>"
    case .critical: "<2>"
    }
  }
}
