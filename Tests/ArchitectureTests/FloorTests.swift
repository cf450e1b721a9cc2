// FloorTests.swift — imports go down only, and pure floors stay pure.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct FloorTests {
  /// The floors of docs/architecture.md, from the bottom.
  private static let floors: [Set<String>] = [
    [
      "CLinux", "CPoppler", "CLeptonica", "CTesseract", "CXML", "CGMime", "CArchive", "CZBar",
      "CPCRE2",
    ],
    ["Invoicing", "Patterns", "Wording"],
    ["Extraction", "Templates", "EInvoicing", "Validation", "Matching", "Bookkeeping"],
    ["Assessment", "Reading", "Filing"],
    ["Service", "ReviewSite"],
    ["facturier", "facturier-reader"],
  ]

  private static func floor(of module: String) -> Int? {
    floors.firstIndex { $0.contains(module) }
  }

  /// Each foreign library and the one target that may see it.
  private static let owners = [
    "CPoppler": "Reading", "CLeptonica": "Reading", "CTesseract": "Reading", "CXML": "Reading",
    "CGMime": "Reading", "CArchive": "Reading", "CZBar": "Reading", "CPCRE2": "Patterns",
    "GRDB": "Filing", "Hummingbird": "ReviewSite", "Reading": "facturier-reader",
  ]

  @Test(arguments: SourceFile.all)
  func `imports nothing from above`(file: SourceFile) throws {
    let own = try #require(Self.floor(of: file.target), "\(file.target) has no floor")
    for module in file.imports {
      guard let other = Self.floor(of: module) else { continue }
      // The vocabulary may be used by its neighbours on floor 1, the service by the site.
      let isNeighbour = other == own && ["Invoicing", "Service"].contains(module)
      #expect(other < own || isNeighbour, "\(file.path) imports \(module)")
    }
  }

  @Test(arguments: SourceFile.all)
  func `leaves each foreign library to its owner`(file: SourceFile) {
    for (module, owner) in Self.owners where file.imports.contains(module) {
      #expect(file.target == owner, "\(file.path) imports \(module)")
    }
  }

  @Test(
    arguments: SourceFile.all.filter {
      (floor(of: $0.target) ?? 9) <= 2 || $0.target == "Assessment"
    }
  )
  func `has no clock, file, network or chance on the pure floors`(file: SourceFile) {
    let forbidden = [
      "Date()", "FileManager", "URLSession", "ProcessInfo", ".random(", "print(", "getenv",
      "FileHandle", "String(contentsOf", "Data(contentsOf", "arc4random", "ContinuousClock",
      "DispatchQueue",
    ]
    for (number, line) in file.lines.enumerated() where !line.contains("//") {
      for word in forbidden {
        #expect(!line.holds(word), "\(file.path):\(number + 1) uses \(word)")
      }
    }
  }

  @Test(arguments: SourceFile.all)
  func `forces nothing and hides nothing from the compiler`(file: SourceFile) {
    let forbidden = [
      "@unchecked Sendable", "nonisolated(unsafe)", "try!", "public ", "fatalError(",
    ]
    for (number, line) in file.lines.enumerated() where !line.contains("//") {
      for word in forbidden {
        #expect(!line.contains(word), "\(file.path):\(number + 1) has \(word)")
      }
    }
  }
}

extension StringProtocol {
  /// Whether a word stands in it that is not the end of a longer one.
  fileprivate func holds(_ word: String) -> Bool {
    ranges(of: word).contains { range in
      range.lowerBound == startIndex || !self[index(before: range.lowerBound)].isLetter
    }
  }
}
