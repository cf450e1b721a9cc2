// PDFTraces.swift — what the raw bytes of a PDF tell beside its pages.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the raw bytes of a PDF tell beside its pages.
enum PDFTraces {
  /// `active-content-ignored` and `pdf-repaired`, where they apply.
  static func findings(in source: SourceBytes) -> [Finding] {
    var findings: [Finding] = []
    if hasActiveContent(source) { findings.append(Finding(.info, "active-content-ignored")) }
    if !PDFCrossReferences(of: source).areSound {
      findings.append(Finding(.warning, "pdf-repaired"))
    }
    return findings
  }

  /// Scripts, programs to launch and actions on opening (ISO 32000-1 section 12.6), as far as they
  /// stand in the open; nothing of them is ever run.
  private static func hasActiveContent(_ source: SourceBytes) -> Bool {
    let names: [StaticString] = ["/JavaScript", "/JS ", "/JS(", "/JS<", "/Launch", "/OpenAction"]
    return names.contains { source.contains($0) }
  }
}
