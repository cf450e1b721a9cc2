// Document.swift — what a reader saw on the pages of a file.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// What a reader saw: words at places.
///
/// No opinion about meaning.
package struct Document: Hashable, Sendable, Codable {
  package let id: DocumentID
  package let format: DocumentFormat
  /// In the file's order, numbered from 1.
  package let pages: [Page]
  /// The tree of an XML file, or of the e-invoice that a PDF carries; nil without any.
  package let markup: MarkupTree?
  /// What the reader has to say about the file: "active content ignored", "repaired".
  package let findings: [Finding]
  /// The bar codes and QR codes on its pages.
  package let codes: [PageCode]
  /// The files that it holds and that may be documents themselves, if it is a mail or an archive.
  package let contents: [ContainedFile]
  /// Who sent it, if it is a mail.
  package let mail: MailHeader?

  package init(
    id: DocumentID,
    format: DocumentFormat,
    pages: [Page],
    markup: MarkupTree? = nil,
    findings: [Finding] = [],
    codes: [PageCode] = [],
    contents: [ContainedFile] = [],
    mail: MailHeader? = nil
  ) {
    self.id = id
    self.format = format
    self.pages = pages
    self.markup = markup
    self.findings = findings
    self.codes = codes
    self.contents = contents
    self.mail = mail
  }

  /// Older readers knew no codes and no contents.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(DocumentID.self, forKey: .id)
    format = try values.decode(DocumentFormat.self, forKey: .format)
    pages = try values.decode([Page].self, forKey: .pages)
    markup = try values.decodeIfPresent(MarkupTree.self, forKey: .markup)
    findings = try values.decode([Finding].self, forKey: .findings)
    codes = try values.decodeIfPresent([PageCode].self, forKey: .codes) ?? []
    contents = try values.decodeIfPresent([ContainedFile].self, forKey: .contents) ?? []
    mail = try values.decodeIfPresent(MailHeader.self, forKey: .mail)
  }
}

/// What the bytes are, told by themselves and never by the file's name.
package enum DocumentFormat: String, Hashable, Sendable, Codable, CaseIterable {
  case pdf, tiff, jpeg, png, text
  case xml, mail, zip
  case unknown
}

/// One page, upright; none is larger than `Box.limit` either way.
package struct Page: Hashable, Sendable, Codable {
  /// From 1.
  package let number: Int
  /// Tenths of a point.
  package let width: Int32
  /// Tenths of a point.
  package let height: Int32
  package let origin: PageOrigin
  /// How many degrees clockwise the page was turned to stand upright: 0, 90, 180 or 270.
  package let turned: Int
  /// In reading order: lines from top to bottom, words from left to right.
  package let words: [Word]

  package init(
    number: Int,
    width: Int32,
    height: Int32,
    origin: PageOrigin,
    turned: Int = 0,
    words: [Word]
  ) {
    self.number = number
    self.width = Box.held(width)
    self.height = Box.held(height)
    self.origin = origin
    self.turned = turned
    self.words = words
  }

  /// A reader that read a hostile file may say anything.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      number: try values.decode(Int.self, forKey: .number),
      width: try values.decode(Int32.self, forKey: .width),
      height: try values.decode(Int32.self, forKey: .height),
      origin: try values.decode(PageOrigin.self, forKey: .origin),
      turned: try values.decode(Int.self, forKey: .turned),
      words: try values.decode([Word].self, forKey: .words)
    )
  }
}

/// Where the words of a page come from.
package enum PageOrigin: String, Hashable, Sendable, Codable {
  /// The characters that the file itself holds.
  case textLayer
  /// Optical character recognition of the page's image.
  case recognised
}

/// A run of characters without blanks at a place of its page.
package struct Word: Hashable, Sendable {
  package let text: String
  package let box: Box
  /// How sure the reader is of these characters; certain for a text layer, and only for that.
  package let confidence: Confidence
  /// What other looks at the same place saw: of a number that was read badly, else none.
  package let alternatives: [String]

  package init(
    text: String,
    box: Box,
    confidence: Confidence = .certain,
    alternatives: [String] = []
  ) {
    self.text = text
    self.box = box
    self.confidence = confidence
    self.alternatives = alternatives
  }
}

extension Word {
  /// Whether it was recognised in an image, on a page whose other words the file itself may hold.
  package var isRecognised: Bool { confidence < .certain }
}

/// Coded as [text, left, top, right, bottom, permille], alternatives behind it if there are any: a
/// page has hundreds.
extension Word: Codable {
  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    text = try container.decode(String.self)
    box = Box(
      left: try container.decode(Int32.self),
      top: try container.decode(Int32.self),
      right: try container.decode(Int32.self),
      bottom: try container.decode(Int32.self)
    )
    confidence = try container.decode(Confidence.self)
    alternatives = container.isAtEnd ? [] : try container.decode([String].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(text)
    for edge in [box.left, box.top, box.right, box.bottom] { try container.encode(edge) }
    try container.encode(confidence)
    if !alternatives.isEmpty { try container.encode(alternatives) }
  }
}
