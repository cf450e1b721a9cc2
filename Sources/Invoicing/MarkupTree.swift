// MarkupTree.swift — the elements of an XML file.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// The elements of an XML file, bounded in depth, number and size by who read it.
package struct MarkupTree: Hashable, Sendable {
  /// The namespace of the root, "" without one; those of other elements are not kept.
  package let namespace: String
  package let root: MarkupElement

  package init(namespace: String, root: MarkupElement) {
    self.namespace = namespace
    self.root = root
  }
}

/// Coded as one text: a large invoice has a million elements, and JSON takes long for each.
extension MarkupTree: Codable {
  private enum CodingKeys: String, CodingKey { case namespace, root, text }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    namespace = try values.decode(String.self, forKey: .namespace)
    // Older readers wrote an array for each element.
    if let text = try values.decodeIfPresent(String.self, forKey: .text) {
      root = try MarkupText.element(of: text)
    } else {
      root = try values.decode(MarkupElement.self, forKey: .root)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(namespace, forKey: .namespace)
    try values.encode(MarkupText.text(of: root), forKey: .text)
  }
}

/// A syntax of e-invoices (CEN/TS 16931-3, and ZUGFeRD 1.0 before it).
package enum EInvoiceSyntaxName: String, Hashable, Sendable {
  case cii, ubl, zugferd1
}

extension MarkupTree {
  /// The syntax of the invoice that it is, by its root; nil when it is none that is known.
  package var invoiceSyntax: EInvoiceSyntaxName? {
    switch (root.name, namespace) {
    case ("CrossIndustryInvoice", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"):
      .cii
    case ("CrossIndustryDocument", "urn:ferd:CrossIndustryDocument:invoice:1p0"): .zugferd1
    case ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"),
      ("CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"):
      .ubl
    default: nil
    }
  }
}

extension MarkupTree {
  /// Whether it is an order of UN/CEFACT (Order-X), by its root.
  package var isOrder: Bool { root.name == "SCRDMCCBDACIOMessageStructure" }

  /// Whether it is a message about the life of invoices (UN/CEFACT CDAR), by its root.
  package var isLifecycleMessage: Bool {
    let name = "CrossDomainAcknowledgementAndResponse"
    return root.name == name && namespace == "urn:un:unece:uncefact:data:standard:\(name):100"
  }
}

/// An element of an XML file, its names without prefixes.
package struct MarkupElement: Hashable, Sendable {
  package let name: String
  package let attributes: [String: String]
  /// Its own characters, without blanks at either end.
  package let text: String
  package let children: [MarkupElement]

  package init(
    _ name: String,
    attributes: [String: String] = [:],
    text: String = "",
    children: [MarkupElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }
}

/// Coded as [name, text, attributes, child, child, …]: a large invoice has a million elements.
extension MarkupElement: Codable {
  package init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    name = try values.decode(String.self)
    text = try values.decode(String.self)
    attributes = try values.decode([String: String].self)
    var children: [MarkupElement] = []
    while !values.isAtEnd { children.append(try values.decode(MarkupElement.self)) }
    self.children = children
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode(name)
    try values.encode(text)
    try values.encode(attributes)
    for child in children { try values.encode(child) }
  }
}
