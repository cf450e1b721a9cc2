// MailContents.swift — what a mail carries: attachments, forwarded mails, its own text.
// Facturier. SPDX-License-Identifier: Apache-2.0
// GLib’s structures belong to whichever of its two users the compiler saw first.
internal import CGMime
internal import CPoppler
internal import Invoicing

/// Takes a mail apart (RFC 5322, RFC 2045 to 2049); mails inside it are taken apart too.
struct MailContents {
  let limits: ReadingLimits

  /// - Throws: refusals `mail-damaged`, `container-too-deep` {limit}, `container-too-large` {limit},
  ///   `container-too-many-files` {limit}.
  func read(_ source: SourceBytes) throws(Problem) -> FoundContents {
    g_mime_init()
    let bytes = source.buffer.bindMemory(to: CChar.self)
    guard let stream = g_mime_stream_mem_new_with_buffer(bytes.baseAddress, bytes.count) else {
      throw .damagedMail
    }
    defer { g_object_unref(stream) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { throw .damagedMail }
    defer { g_object_unref(parser) }
    guard let message = g_mime_parser_construct_message(parser, nil) else { throw .damagedMail }
    defer { g_object_unref(message) }
    var walk = MailWalk(limits: limits)
    try walk.visit(message, depth: 1)
    walk.contents.mail = Self.header(of: message)
    walk.contents.text = walk.text
    return walk.contents
  }

  fileprivate static func header(
    of message: UnsafeMutablePointer<GMimeMessage>
  ) -> MailHeader {
    let sender = mailbox(in: g_mime_message_get_from(message))
    return MailHeader(
      messageID: text(g_mime_message_get_message_id(message)),
      address: sender.address,
      name: sender.name,
      subject: text(g_mime_message_get_subject(message)),
      date: date(of: message)
    )
  }

  /// The first mailbox of a list, that of a group too.
  private static func mailbox(
    in list: UnsafeMutablePointer<InternetAddressList>?
  ) -> (name: String, address: String) {
    guard let list, internet_address_list_length(list) > 0,
      let first = internet_address_list_get_address(list, 0)
    else { return ("", "") }
    let name = text(internet_address_get_name(first))
    guard isA(first, internet_address_mailbox_get_type()) else { return (name, "") }
    let mailbox = UnsafeMutableRawPointer(first).assumingMemoryBound(
      to: InternetAddressMailbox.self
    )
    return (name, text(internet_address_mailbox_get_addr(mailbox)).lowercased())
  }

  private static func date(of message: UnsafeMutablePointer<GMimeMessage>) -> CalendarDate? {
    guard let date = g_mime_message_get_date(message) else { return nil }
    var (year, month, day): (gint, gint, gint) = (0, 0, 0)
    g_date_time_get_ymd(date, &year, &month, &day)
    return CalendarDate(year: Int(year), month: Int(month), day: Int(day))
  }

  /// At most 1,000 characters: a header has no limit of its own.
  fileprivate static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(String(cString: $0).prefix(1000)) } ?? ""
  }
}

/// The way through the parts of a mail.
private struct MailWalk {
  let limits: ReadingLimits
  var contents = FoundContents()
  private var budget: ContainerBudget
  /// The body of each mail, the outermost first, by what it is written in.
  private var bodies: [(plain: String, web: String)] = []

  init(limits: ReadingLimits) {
    self.limits = limits
    budget = ContainerBudget(limits: limits)
  }

  /// The text of the mail and of those forwarded in it, each on a page of its own: of two versions the
  /// one that says more.
  var text: String {
    bodies.map { $0.web.utf8.count > $0.plain.utf8.count ? $0.web : $0.plain }
      .filter { $0.contains { !$0.isWhitespace } }.joined(separator: "\u{C}")
  }

  mutating func visit(
    _ message: UnsafeMutablePointer<GMimeMessage>,
    depth: Int
  ) throws(Problem) {
    guard depth <= limits.mailDepth else {
      throw Problem(.refusal, "container-too-deep", ["limit": String(limits.mailDepth)])
    }
    guard let part = g_mime_message_get_mime_part(message) else { return }
    let header = MailContents.header(of: message)
    bodies.append(("", ""))
    let place = Place(
      header: header,
      mails: depth,
      body: bodies.count - 1,
      parts: 1,
      isRelated: false
    )
    try visit(part, place)
  }

  /// Where in the mail we are.
  private struct Place {
    let header: MailHeader
    let mails: Int
    /// Index of the body of the mail.
    let body: Int
    let parts: Int
    /// Beside a web page that shows it.
    let isRelated: Bool
  }

  private mutating func visit(
    _ object: UnsafeMutablePointer<GMimeObject>,
    _ place: Place
  ) throws(Problem) {
    try budget.take(files: 1)
    let raw = UnsafeMutableRawPointer(object)
    if isA(object, g_mime_message_part_get_type()) {
      let part = raw.assumingMemoryBound(to: GMimeMessagePart.self)
      if let inner = g_mime_message_part_get_message(part) {
        try visit(inner, depth: place.mails + 1)
      }
    } else if isA(object, g_mime_multipart_get_type()) {
      guard place.parts < Self.mostParts else {
        throw Problem(.refusal, "container-too-deep", ["limit": String(Self.mostParts)])
      }
      let multipart = raw.assumingMemoryBound(to: GMimeMultipart.self)
      let inner = Place(
        header: place.header,
        mails: place.mails,
        body: place.body,
        parts: place.parts + 1,
        isRelated: type(of: object) == "multipart/related"
      )
      for index in 0..<max(0, g_mime_multipart_get_count(multipart)) {
        if let child = g_mime_multipart_get_part(multipart, index) { try visit(child, inner) }
      }
    } else if isA(object, g_mime_part_get_type()) {
      try take(raw.assumingMemoryBound(to: GMimePart.self), of: type(of: object), place)
    }
  }

  /// Other forms of the text, and what programs put beside it; an e-invoice may come as text/xml.
  private static let unseen: Set<String> = [
    "text/calendar", "text/css", "text/enriched", "text/richtext", "text/rtf", "text/x-amp-html",
  ]

  /// Parts inside parts of one mail; writers of mails need four.
  private static let mostParts = 64

  private mutating func take(
    _ part: UnsafeMutablePointer<GMimePart>,
    of type: String,
    _ place: Place
  ) throws(Problem) {
    let object = UnsafeMutableRawPointer(part).assumingMemoryBound(to: GMimeObject.self)
    let name = MailContents.text(g_mime_part_get_filename(part))
    let isAttachment = g_mime_part_is_attachment(part) != 0 || !name.isEmpty
    let bytes = try bytes(of: part)
    if !isAttachment, type == "text/plain" || type == "text/html" {
      let charset = MailContents.text(
        g_mime_object_get_content_type_parameter(object, "charset")
      )
      let decoded = MailText.decoded(bytes, charset: charset)
      if type == "text/html" {
        bodies[place.body].web += WebText.lines(of: decoded)
      } else {
        bodies[place.body].plain += decoded
      }
    } else if !isAttachment, Self.unseen.contains(type) || type.hasPrefix("multipart/") {
      return
    } else {
      contents.files.append(
        FoundFile(
          name: name,
          bytes: bytes,
          mail: place.header,
          isInline: place.isRelated && g_mime_object_get_content_id(object) != nil
        )
      )
    }
  }

  /// "application/pdf", as the mail claims.
  private func type(of object: UnsafeMutablePointer<GMimeObject>) -> String {
    guard let type = g_mime_object_get_content_type(object),
      let text = g_mime_content_type_get_mime_type(type)
    else { return "" }
    defer { g_free(text) }
    return String(cString: text).lowercased()
  }

  private mutating func bytes(
    of part: UnsafeMutablePointer<GMimePart>
  ) throws(Problem) -> [UInt8] {
    guard let content = g_mime_part_get_content(part), let memory = g_mime_stream_mem_new() else {
      return []
    }
    defer { g_object_unref(memory) }
    // What is encoded is longer than what it stands for, so the file's own limit holds here too.
    guard g_mime_data_wrapper_write_to_stream(content, memory) >= 0 else { return [] }
    let raw = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: GMimeStreamMem.self)
    guard let array = g_mime_stream_mem_get_byte_array(raw), let data = array.pointee.data else {
      return []
    }
    let count = Int(array.pointee.len)
    try budget.take(bytes: count)
    return Array(UnsafeBufferPointer(start: data, count: count))
  }
}

/// Whether an object of GLib is of a type or of one below it; GMime's own macros for this are not
/// imported.
private func isA<Instance>(_ instance: UnsafeMutablePointer<Instance>, _ type: GType) -> Bool {
  let raw = UnsafeMutableRawPointer(instance).assumingMemoryBound(to: GTypeInstance.self)
  return g_type_check_instance_is_a(raw, type) != 0
}

extension Problem {
  fileprivate static let damagedMail = Problem(.refusal, "mail-damaged")
}
