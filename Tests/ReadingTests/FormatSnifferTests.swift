// FormatSnifferTests.swift — what a file is, told by its bytes.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing
import Testing

@testable import Reading

@Suite struct FormatSnifferTests {
  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), .pdf), (Array("rubbish\n%PDF-1.4\n".utf8), .pdf),
      ([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8], .tiff),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .jpeg), ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], .png),
      (Array("PK\u{3}\u{4}".utf8), .zip), (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml),
      (Array("From: a@b.example\r\nSubject: x\r\n\r\n".utf8), .mail),
      (Array("Facture n° 12\n".utf8), .text), ([0, 1, 2, 3, 0xFE], .unknown),
    ] as [([UInt8], DocumentFormat)]
  )
  func `tells the format by the bytes`(bytes: [UInt8], format: DocumentFormat) {
    #expect(FormatSniffer.format(of: bytes) == format)
  }
}
