// Template.swift — a text with places for arguments.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A text with places.
///
/// `{name}` stands for an argument, `{name:form}` for an argument in a form of its own. What stands
/// between `<` and `>` is left out when an argument inside is missing or empty.
struct Template {
  let text: String

  init(_ text: String) { self.text = text }

  /// The text with its places filled; `value` is asked for what stands between the braces.
  ///
  /// A place without a value becomes "?".
  func filled(_ value: (String) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      result += Self.filled(rest[..<open], value) { _ in "?" } ?? ""
      result += Self.filled(rest[rest.index(after: open)..<close], value) { _ in nil } ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + (Self.filled(rest, value) { _ in "?" } ?? "")
  }

  /// The names of the arguments, forms left out; without those of the parts that may be left out.
  var requiredArguments: Set<String> {
    var names: Set<String> = []
    let needed = text.replacing(/<[^>]*>/, with: "")
    _ = Template(needed).filled { place in
      names.insert(String(place.prefix { $0 != ":" }))
      return ""
    }
    return names
  }

  /// The part filled, or nil when `instead` gives nothing for a place without a value.
  private static func filled(
    _ part: Substring,
    _ value: (String) -> String?,
    instead: (String) -> String?
  ) -> String? {
    var result = ""
    var rest = part
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let place = String(rest[rest.index(after: open)..<close])
      let known = value(place).flatMap { $0.isEmpty ? nil : $0 }
      guard let text = known ?? instead(place) else { return nil }
      result += rest[..<open] + text
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
