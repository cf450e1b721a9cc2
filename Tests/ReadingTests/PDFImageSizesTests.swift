// PDFImageSizesTests.swift — what the sizes of a PDF's images tell of its pages.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Reading

@Suite struct PDFImageSizesTests {
  private func mayHoldScans(_ sizes: [(Int, Int)], pages: Int = 1) -> Bool {
    let objects = sizes.enumerated().map { index, size in
      "\(index + 1) 0 obj\n<</Width \(size.0)/Height \(size.1)>>\nstream\n\nendstream\nendobj\n"
    }
    let source = SourceBytes(Array(("%PDF-1.7\n" + objects.joined()).utf8))
    return PDFImageSizes(in: source).mayHoldScans(pages: pages)
  }

  @Test func `takes a large image for a scan, strips of one width and many tiles too`() {
    #expect(mayHoldScans([(1240, 1754)]))
    #expect(mayHoldScans(Array(repeating: (1240, 88), count: 20)))
    #expect(mayHoldScans(Array(repeating: (64, 64), count: 400)))
  }

  @Test func `takes logos for none, on however many pages`() {
    #expect(!mayHoldScans([(614, 184)]))
    let logos = Array(repeating: [(614, 184), (450, 153)], count: 250).flatMap { $0 }
    #expect(!mayHoldScans(logos, pages: 500))
  }
}
