// SpokenArguments.swift — arguments of problems and findings as people say them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// The arguments of a problem, a finding or a reason as people say them.
struct SpokenArguments {
  let arguments: [String: String]
  let language: Language

  /// The text for what stands between the braces of a template, or nil when it is not given.
  ///
  /// Forms: `amount` writes a plain decimal in the language's way, `size` writes bytes as MB, `code`
  /// leaves the argument as it is.
  func text(_ place: String) -> String? {
    let parts = place.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return nil }
    guard let value = arguments[name] else { return substitute(name) }
    return switch parts.dropFirst().first {
    case "amount": decimal(value, in: language)
    case "size": size(value)
    case "code": value
    default: spoken(name, value)
    }
  }

  /// System calls give an error number and a kind of place instead of a reason and a path.
  private func substitute(_ name: String) -> String? {
    switch name {
    case "reason": arguments["errno"].map { SystemErrors.name(of: $0, in: language) }
    case "path": arguments["place"].map { spoken("place", $0) }
    default: nil
    }
  }

  private func spoken(_ name: String, _ value: String) -> String {
    switch name {
    case "field": FieldNames.nameInSentence(of: FieldName(value), in: language)
    case "state", "decision", "kind": StateNames.name(of: value, in: language)
    case "errno": SystemErrors.name(of: value, in: language)
    case "expected": ArgumentNames.name(of: value, among: ArgumentNames.expectations, in: language)
    case "place": ArgumentNames.name(of: value, among: ArgumentNames.places, in: language)
    case "by", "otherBy": ArgumentNames.name(of: value, among: ArgumentNames.means, in: language)
    case "stands": ArgumentNames.name(of: value, among: ArgumentNames.standings, in: language)
    case "status": LifecycleNames.name(of: value, in: language)
    case "how": failure(value)
    case "promises":
      value.split(separator: ",").map { part in
        let code = String(part.drop { $0 == " " })
        return ArgumentNames.name(of: code, among: ArgumentNames.promises, in: language)
      }.joined(separator: ", ")
    case "why": ArgumentNames.name(of: value, among: ArgumentNames.reasons, in: language)
    default: value
    }
  }

  /// How the reader ended, from "signal 9", "exit 3" or "output-limit".
  private func failure(_ how: String) -> String {
    let words = how.split(separator: " ")
    guard words.count == 2 else {
      return ArgumentNames.name(of: how, among: ArgumentNames.failures, in: language)
    }
    let verb = ArgumentNames.name(
      of: String(words[0]),
      among: ArgumentNames.failures,
      in: language
    )
    return verb + " " + words[1]
  }

  /// Bytes in MB of a million, rounded up; below that in kB.
  private func size(_ bytes: String) -> String {
    guard let count = Int64(bytes), count >= 0 else { return bytes }
    let (unit, name) = count < 1_000_000 ? (Int64(1000), "k") : (1_000_000, "M")
    let whole = count / unit + (count % unit == 0 ? 0 : 1)
    return "\(whole) \(name)" + (language == .french ? "o" : "B")
  }
}
