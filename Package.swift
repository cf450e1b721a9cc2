// swift-tools-version: 6.2
// Package.swift — the floors of the house: a target may import only what stands below it.
// Facturier. SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Settings of every Swift target: language mode 6 with the upcoming import and existential rules.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
]

/// A library target and its test target of the same name; `testFiles` are data that tests open.
func library(
  _ name: String,
  uses dependencies: [Target.Dependency] = [],
  tests: [Target.Dependency] = [],
  testFiles: [String] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: settings),
    .testTarget(
      name: name + "Tests",
      dependencies: [.byName(name: name)] + dependencies + tests,
      exclude: testFiles,
      swiftSettings: settings
    ),
  ]
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting",
  package: "hummingbird"
)
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle",
  package: "swift-service-lifecycle"
)
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "facturier",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "facturier", targets: ["facturier"]),
    .executable(name: "facturier-reader", targets: ["facturier-reader"]),
  ],
  dependencies: [
    // Pinned exactly, since Package.resolved is not committed.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // 0: foreign libraries, and one small C shim for what Swift cannot call.
    [
      .target(name: "CLinux"),
      .systemLibrary(
        name: "CPoppler",
        pkgConfig: "poppler-glib",
        providers: [.apt(["libpoppler-glib-dev"])]
      ),
      .systemLibrary(
        name: "CLeptonica",
        pkgConfig: "lept",
        providers: [.apt(["libleptonica-dev"])]
      ),
      // No pkgConfig: tesseract's would link libarchive and libcurl.
      .systemLibrary(name: "CTesseract", providers: [.apt(["libtesseract-dev"])]),
      .systemLibrary(
        name: "CXML",
        pkgConfig: "libxml-2.0",
        providers: [.apt(["libxml2-dev"])]
      ),
      .systemLibrary(
        name: "CGMime",
        pkgConfig: "gmime-3.0",
        providers: [.apt(["libgmime-3.0-dev"])]
      ),
      // No pkgConfig: libarchive's would link what it needs itself.
      .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
      .systemLibrary(name: "CZBar", providers: [.apt(["libzbar-dev"])]),
      .systemLibrary(
        name: "CPCRE2",
        pkgConfig: "libpcre2-8",
        providers: [.apt(["libpcre2-dev"])]
      ),
    ],
    // 1: the vocabulary.
    library("Invoicing"),
    library("Patterns", uses: ["CPCRE2"]),
    library("Wording", uses: ["Invoicing"]),
    // 2: the knowledge, pure functions.
    library("Extraction", uses: ["Invoicing", "Patterns", yams], testFiles: ["Cases"]),
    library("Templates", uses: ["Invoicing", "Patterns", yams]),
    library("EInvoicing", uses: ["Invoicing", "Wording"]),
    library("Validation", uses: ["Invoicing"]),
    library("Matching", uses: ["Invoicing"]),
    library("Bookkeeping", uses: ["Invoicing", "Patterns", yams]),
    // 3: pure composition, and the hands.
    library(
      "Assessment",
      uses: ["Extraction", "Templates", "EInvoicing", "Validation", "Matching", "Invoicing"]
    ),
    library(
      "Reading",
      uses: [
        "CPoppler", "CLeptonica", "CTesseract", "CXML", "CGMime", "CArchive", "CZBar", "CLinux",
        "Invoicing", crypto,
      ],
      testFiles: ["Samples"]
    ),
    library("Filing", uses: ["Invoicing", "CLinux", grdb, crypto]),
    // 4: the shell.
    library(
      "Service",
      uses: [
        "Assessment", "EInvoicing", "Extraction", "Templates", "Bookkeeping", "Filing", "Invoicing",
        "Matching", "Validation", "Wording", "CLinux", crypto, logging, lifecycle,
      ]
    ),
    library(
      "ReviewSite",
      uses: ["Filing", "Invoicing", "Service", "Wording", hummingbird, logging, lifecycle],
      tests: [hummingbirdTesting]
    ),
    // 5: the two executables.
    [
      .executableTarget(
        name: "facturier",
        dependencies: [
          "Assessment", "Bookkeeping", "CLinux", "EInvoicing", "Extraction", "Filing", "Invoicing",
          "Matching", "Patterns", "ReviewSite", "Service", "Templates", "Wording", argumentParser,
          hummingbird, lifecycle, logging, yams,
        ],
        swiftSettings: settings
      ),
      .executableTarget(
        name: "facturier-reader",
        dependencies: ["CLinux", "Invoicing", "Reading"],
        swiftSettings: settings
      ),
      // Measures the product on a corpus; never installed.
      .executableTarget(
        name: "facturier-bench",
        dependencies: [
          "Assessment", "Bookkeeping", "CLinux", "Extraction", "Filing", "Invoicing", "Matching",
          "Patterns", "Templates", argumentParser, crypto, yams,
        ],
        path: "Benchmarks",
        exclude: ["Fuzz/Seeds"],
        swiftSettings: settings
      ),
      .testTarget(
        name: "BenchmarkTests",
        dependencies: ["facturier-bench"],
        swiftSettings: settings
      ),
      .testTarget(
        name: "FacturierTests",
        dependencies: [
          "facturier", "Extraction", "Filing", "Invoicing", "Matching", "Service", logging,
        ],
        swiftSettings: settings
      ),
      .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    ],
  ].flatMap { $0 }
)
