// PDFTraces.swift — what the raw bytes of a PDF tell beside its pages.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing

/// What the raw bytes of a PDF tell beside its pages.
enum PDFTraces {
  /// `active-content-ignored` and `pdf-repaired`, where they apply.
  static func findings(in source: SourceBytes) -> [Finding] {
    var findings: [Finding] = []
    if hasActiveContent(source) { findings.append(Finding(.info, "active-content-ignored")) }
    if !isComplete(source) { findings.append(Finding(.warning, "pdf-repaired")) }
    return findings
  }

  /// Scripts, programs to launch and actions on opening (ISO 32000-1 section 12.6), as far as they
  /// stand in the open; nothing of them is ever run.
  private static func hasActiveContent(_ source: SourceBytes) -> Bool {
    let names: [StaticString] = ["/JavaScript", "/JS ", "/JS(", "/JS<", "/Launch", "/OpenAction"]
    return names.contains { source.contains($0) }
  }

  /// Whether the file ends as it must (ISO 32000-1 section 7.5.5).
  private static func isComplete(_ source: SourceBytes) -> Bool {
    let tail = source.buffer.count - 2048
    return source.contains("%%EOF", from: tail) && source.contains("startxref", from: tail)
  }
}
