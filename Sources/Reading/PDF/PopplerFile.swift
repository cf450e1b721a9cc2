// PopplerFile.swift — an open PDF.
// Facturier. SPDX-License-Identifier: Apache-2.0
// GLib’s structures belong to whichever of its two users the compiler saw first.
internal import CGMime
internal import CPoppler
internal import Invoicing

/// Owns one PopplerDocument.
final class PopplerFile {
  private let document: OpaquePointer
  /// Poppler reads from these bytes as it goes.
  private let source: SourceBytes

  /// Opens a PDF, one that is encrypted too when its user password is empty.
  ///
  /// - Throws: refusals `pdf-encrypted`, `pdf-damaged`.
  init(_ source: SourceBytes) throws(Problem) {
    let bytes = g_bytes_new_static(source.buffer.baseAddress, gsize(source.buffer.count))
    defer { g_bytes_unref(bytes) }
    var error: UnsafeMutablePointer<GError>?
    defer { g_clear_error(&error) }
    guard let document = poppler_document_new_from_bytes(bytes, nil, &error) else {
      let isPopplers = error?.pointee.domain == poppler_error_quark()
      let code = error.map { UInt32(bitPattern: $0.pointee.code) }
      throw isPopplers && code == POPPLER_ERROR_ENCRYPTED.rawValue ? .encryptedPDF : .damagedPDF
    }
    self.document = document
    self.source = source
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// 0 for some damaged files.
  var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

  /// The files that it carries; at most so many, and without decoding any.
  func attachments(most: Int) -> [PopplerAttachmentHandle] {
    guard poppler_document_has_attachments(document) != 0 else { return [] }
    let list = poppler_document_get_attachments(document)
    defer { g_list_free(list) }
    var handles: [PopplerAttachmentHandle] = []
    var next = list
    while let node = next {
      if let data = node.pointee.data {
        handles.append(
          PopplerAttachmentHandle(data.assumingMemoryBound(to: PopplerAttachment.self))
        )
      }
      next = node.pointee.next
    }
    return Array(handles.prefix(most))
  }

  /// The page of this index from 0, or nil where the file is damaged.
  func page(at index: Int) -> PopplerPageHandle? {
    poppler_document_get_page(document, Int32(index)).map(PopplerPageHandle.init)
  }
}
