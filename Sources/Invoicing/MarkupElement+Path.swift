// MarkupElement+Path.swift — walking down a tree by names.
// Facturier. SPDX-License-Identifier: Apache-2.0

extension MarkupElement {
  /// The children of this name.
  package func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

  /// The first element down this path, or nil.
  package func at(_ path: String...) -> MarkupElement? {
    var element = self
    for name in path {
      guard let next = element.children.first(where: { $0.name == name }) else { return nil }
      element = next
    }
    return element
  }

  /// Its characters, or nil when there are none.
  package var content: String? { text.isEmpty ? nil : text }
}
