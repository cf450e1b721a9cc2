// SellerMatch.swift — which suppliers' profiles apply to a page.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// Tells which suppliers' profiles apply: one whose identifier, name or phrase stands on a page.
///
/// Made once for a rule book: thousands of profiles cost a page no more than a few look-ups.
struct SellerMatch: Sendable {
  private let profiles: [Profile]
  /// Identifiers to the profiles that name them, by their length in bytes.
  private let ids: [Int: [[UInt8]: [Int]]]
  /// Folded names and phrases by their first word.
  private let phrases: [String: [(text: String, profile: Int)]]

  /// Identifiers that are shorter occur by chance.
  static let shortest = 8

  init(_ profiles: [Profile]) {
    self.profiles = profiles
    var ids: [Int: [[UInt8]: [Int]]] = [:]
    var phrases: [String: [(text: String, profile: Int)]] = [:]
    for (index, profile) in profiles.enumerated() {
      guard let seller = profile.seller else { continue }
      let own = [seller.vatID, seller.siren, seller.legalID].compactMap { $0 } + seller.ibans
      for id in Set(own) where id.utf8.count >= Self.shortest {
        let bytes = Array(id.utf8)
        ids[bytes.count, default: [:]][bytes, default: []].append(index)
      }
      for phrase in Set((seller.names + seller.phrases).map { folded($0) }) {
        guard let first = Token.split(phrase).first else { continue }
        phrases[first, default: []].append((phrase, index))
      }
    }
    self.ids = ids
    self.phrases = phrases
  }

  /// The profiles that apply, by name; those that only a name tells are left out where an identifier
  /// tells others.
  func profiles(on segments: [Segment]) -> [Profile] {
    guard !profiles.isEmpty else { return [] }
    let byID = identified(on: segments)
    let found = byID.isEmpty ? named(on: segments) : byID
    return found.map { profiles[$0] }.sorted { $0.name < $1.name }
  }

  private func identified(on segments: [Segment]) -> Set<Int> {
    let text = segments.map { folded($0.text) }.joined(separator: "\n")
    let bytes = Array(text.filter { $0.isLetter || $0.isNumber }.utf8)
    var found: Set<Int> = []
    for (length, known) in ids where length <= bytes.count {
      for start in 0...(bytes.count - length) {
        found.formUnion(known[Array(bytes[start..<(start + length)])] ?? [])
      }
    }
    return found
  }

  private func named(on segments: [Segment]) -> Set<Int> {
    var found: Set<Int> = []
    for segment in segments {
      let possible = Set(segment.tokens.map(\.text)).flatMap { phrases[$0] ?? [] }
      guard !possible.isEmpty else { continue }
      let text = folded(segment.text)
      found.formUnion(possible.filter { text.contains($0.text) }.map(\.profile))
    }
    return found
  }
}
