// MT940Information.swift — what field 86 of MT940 says about a line.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// Name, account and text of a line: in German subfields (?20 …), in tags (/REMI/ …), or as it is.
struct MT940Information: Hashable {
  private(set) var name: String?
  private(set) var account: String?
  private(set) var text = ""

  init(_ field: String) {
    if field.contains("?2") {
      readSubfields(field)
    } else if field.contains("/REMI/") || field.contains("/NAME/") {
      readTags(field)
    } else {
      text = field
    }
    if let purpose = text.firstRange(of: "SVWZ+") {
      text = String(text[purpose.upperBound...])
    }
  }

  private mutating func readSubfields(_ field: String) {
    var names = ""
    for part in field.split(separator: "?").dropFirst() {
      let value = part.dropFirst(2)
      switch Int(part.prefix(2)) {
      case 20?, 21?, 22?, 23?, 24?, 25?, 26?, 27?, 28?, 29?, 60?, 61?, 62?, 63?: text += value
      case 32?, 33?: names += value
      case 31?: account = account ?? String(value)
      case 38?: account = String(value)
      default: break
      }
    }
    name = names.isEmpty ? nil : names
  }

  private mutating func readTags(_ field: String) {
    let parts = field.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let tags: Set<String> = ["EREF", "REMI", "NAME", "IBAN", "TRTP", "BIC", "CNTP", "ORDP", "BENM"]
    var tag = ""
    var values: [String: [String]] = [:]
    for part in parts {
      if tags.contains(part) { tag = part } else { values[tag, default: []].append(part) }
    }
    func value(_ tag: String) -> String? {
      var words = values[tag] ?? []
      while words.last == "" { words.removeLast() }
      return words.isEmpty ? nil : words.joined(separator: "/")
    }
    name = value("NAME")
    account = value("IBAN")
    text = value("REMI") ?? ""
  }
}
