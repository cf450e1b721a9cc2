// PopplerAttachmentHandle.swift — one file that a PDF carries.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPoppler

/// Owns one PopplerAttachment.
final class PopplerAttachmentHandle {
  private let attachment: UnsafeMutablePointer<PopplerAttachment>

  init(_ attachment: UnsafeMutablePointer<PopplerAttachment>) { self.attachment = attachment }

  deinit { g_object_unref(attachment) }

  /// As the file tells it; "" when it tells none.
  var name: String {
    let name: UnsafeMutablePointer<CChar>? = attachment.pointee.name
    return name.map { String(cString: $0) } ?? ""
  }

  /// Its bytes; nil when there are more than the limit, or when it is damaged.
  func bytes(limit: Int) -> [UInt8]? {
    let sink = Sink(limit: limit)
    let isWhole = poppler_attachment_save_to_callback(
      attachment,
      { part, count, data, _ in
        guard let part, let data else { return 0 }
        return Unmanaged<Sink>.fromOpaque(data).takeUnretainedValue().take(part, Int(count)) ? 1 : 0
      },
      Unmanaged.passUnretained(sink).toOpaque(),
      nil
    )
    return withExtendedLifetime(sink) { isWhole != 0 ? sink.bytes : nil }
  }

  /// Takes bytes until there are too many.
  private final class Sink {
    private let limit: Int
    private(set) var bytes: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    func take(_ part: UnsafePointer<CChar>, _ count: Int) -> Bool {
      guard bytes.count + count <= limit else { return false }
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: part, count: count))
      return true
    }
  }
}
