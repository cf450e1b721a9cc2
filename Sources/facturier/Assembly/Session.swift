// Session.swift — a home with its configuration, ready to look at or to write to.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Extraction
import Filing
import Invoicing
import Logging
import Service

/// The home that a command works on, with its configuration.
struct Session: Sendable {
  let home: Home
  let configuration: Configuration
  let phrases: Phrases

  init(home: Home, phrases: Phrases) throws(Problem) {
    self.home = home
    self.phrases = phrases
    configuration = try ConfigurationReader.configuration(at: home.configuration)
  }

  /// The home that the options lead to.
  ///
  /// - Throws: the problems of `HomeSearch.home` and of the configuration.
  init(_ global: GlobalOptions, _ phrases: Phrases) throws(Problem) {
    try self.init(home: global.homeSearch.home(), phrases: phrases)
  }

  /// The register for looking, or nil before the first document arrived.
  ///
  /// - Throws: as `Register.openReadOnly`.
  func existingRegister() async throws(Problem) -> Register? {
    let path = home.register
    do throws(Problem) {
      return try await blocking { () throws(Problem) in try Register.openReadOnly(at: path) }
    } catch {
      if error.code == "register-missing" { return nil }
      throw error
    }
  }

  /// The register for looking.
  ///
  /// - Throws: as `Register.openReadOnly`.
  func register() async throws(Problem) -> Register {
    let path = home.register
    return try await blocking { () throws(Problem) in try Register.openReadOnly(at: path) }
  }

  /// Lets the running daemon do it, or does it here; says which home was written to, if it was.
  func write(_ request: LocalRequest) async throws(Problem) -> LocalResponse {
    let response = try await perform(request)
    if response.hasWritten { phrases.tell("written-to", ["path": home.path]) }
    return response
  }

  /// Lets the running daemon do it, or does it here, and says nothing.
  func perform(_ request: LocalRequest) async throws(Problem) -> LocalResponse {
    let call = LocalCall(author: Surroundings.accountName, request: request)
    return try await Service.perform(call, in: home) { () async throws(Problem) in
      try await workshop(logLevel: .warning)
    }
  }

  /// Opens the home for writing: takes its lock.
  ///
  /// - Throws: as `Workshop.init`.
  func workshop(logLevel: Logger.Level) async throws(Problem) -> Workshop {
    let phrases = phrases
    return try await Workshop(
      home: home,
      settings: settings,
      knowledge: KnowledgeSource(home: home, named: []).loader,
      renderReason: { phrases.reasonText($0) },
      logger: JournalHandler.logger(level: logLevel)
    )
  }

  /// The times and limits of the configuration.
  var settings: ServiceSettings {
    var settings = ServiceSettings(
      readers: configuration.workers ?? processorCount(),
      plan: ReadingPlan(
        languages: RecognitionLanguages.usable(of: configuration.readingLanguages),
        readsPictures: configuration.readsPictures
      )
    )
    settings.settle = configuration.settle
    settings.settleMax = configuration.settleMax
    settings.maildir = configuration.maildir
    settings.learns = configuration.learns
    settings.trial = configuration.trial
    settings.reader.seconds = configuration.readingTimeoutSeconds
    return settings
  }
}

extension Configuration {
  var readingTimeoutSeconds: Int { max(1, Int(readingTimeout.components.seconds)) }
}
