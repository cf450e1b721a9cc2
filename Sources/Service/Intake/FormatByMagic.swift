// FormatByMagic.swift — what the first bytes of a file say it is.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// The format that the first bytes tell; for the register only, the reader looks for itself.
func formatByMagic(_ head: [UInt8]) -> DocumentFormat {
  for (format, magic) in magics where head.starts(with: magic) { return format }
  let marker = Array("%PDF-".utf8)
  let hasMarker = head.indices.contains { head[$0...].starts(with: marker) }
  if hasMarker { return .pdf }
  let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
  if start.drop(while: { $0 <= 32 }).first == UInt8(ascii: "<") { return .xml }
  let isText = !head.isEmpty && head.allSatisfy { $0 >= 32 || (9...13).contains($0) }
  return isText ? .text : .unknown
}

private let magics: [(DocumentFormat, [UInt8])] = [
  (.jpeg, [0xFF, 0xD8, 0xFF]), (.png, [0x89, 0x50, 0x4E, 0x47]),
  (.tiff, [0x49, 0x49, 0x2A, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2A]),
  (.zip, [0x50, 0x4B, 3, 4]), (.mail, Array("From ".utf8)), (.mail, Array("Return-Path:".utf8)),
  (.mail, Array("Received:".utf8)), (.mail, Array("MIME-Version:".utf8)),
]
