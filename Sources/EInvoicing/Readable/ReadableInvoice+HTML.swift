// ReadableInvoice+HTML.swift — the readable view as a web page that can do nothing.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import Invoicing
internal import Wording

extension ReadableInvoice {
  /// The view as HTML: everything escaped, no script, nothing fetched.
  package var html: String {
    let sections = sections.map { section in
      heading(section.title)
        + "<dl>"
        + section.rows.map { "<dt>\(escaped($0.label))</dt><dd>\(escaped($0.value))</dd>" }.joined()
        + "</dl>"
    }
    let tables = tables.map { table in
      heading(table.title) + "<table><tr>"
        + table.head.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>\n"
        + table.rows.map { row in
          "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
        }.joined(separator: "\n") + "</table>"
        + (table.rest.isEmpty ? "" : "<p>\(escaped(table.rest))</p>")
    }
    let notes =
      notes.isEmpty
      ? []
      : [
        heading(text(.viewNotes, in: language))
          + notes.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
      ]
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(escaped(title))</title><style>\(Self.style)</style></head><body>
      <h1>\(escaped(title))</h1>
      \((sections + tables + notes).joined(separator: "\n"))
      <p><small>\(escaped(remark))</small></p>
      </body></html>

      """
  }

  /// What a browser may do with it: show it.
  package static let policy = "default-src 'none'; style-src 'unsafe-inline'"

  private static let style = """
    body{font:15px/1.45 sans-serif;max-width:52em;margin:2em auto;padding:0 1em}\
    dl{display:grid;grid-template-columns:14em 1fr;gap:.15em 1em}dt{color:#555}dd{margin:0}\
    table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.25em .5em;\
    text-align:right}td:first-child,th:first-child{text-align:left}p{white-space:pre-wrap}
    """

  private func heading(_ title: String) -> String {
    title.isEmpty ? "" : "<h2>\(escaped(title))</h2>"
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        // No control characters, and none that turn the direction of what follows.
        let category = scalar.properties.generalCategory
        if category != .control, category != .format { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
