// PythonSyntaxTests.swift — patterns of Python mean the same here.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Patterns
import Testing

@testable import Templates

@Suite struct PythonSyntaxTests {
  @Test(arguments: [
    (#"\u20ac\s"#, #"\x{20ac}\s"#), (#"\U0001F600"#, #"\x{0001F600}"#), (#"\x41"#, #"\x{41}"#),
    ("a{,3}", "a{0,3}"), ("a{,}", "a{0,}"), ("a{2}b{2,}c{2,4}", "a{2}b{2,}c{2,4}"),
    ("{a}{}", #"\{a}\{}"#), (#"end\Z"#, #"end\z"#), (#"\v[\v]"#, #"\x0b[\x0b]"#),
    ("[].]", #"[\].]"#), ("[^]a]", #"[^\]a]"#), ("[[:alpha:]]", #"[\[:alpha:]]"#),
    ("(?P<n>a)(?P=n)", "(?P<n>a)(?P=n)"), ("(?iu)a", "(?i)a"), ("(?i:a)(?:b)", "(?i:a)(?:b)"),
    ("(?<=a)b(?<!c)", "(?<=a)b(?<!c)"), (#"a(?#{ \) )+b"#, "a+b"),
  ])
  func `rewrites what PCRE2 reads otherwise`(source: String, expected: String) throws {
    #expect(try PythonSyntax.rewritten(source) == expected)
    _ = try Pattern(try PythonSyntax.rewritten(source))
  }

  @Test(arguments: [
    #"\h"#, #"\R"#, #"\K"#, #"a\"#, "(*ACCEPT)", "(?R)", "(?1)", "(?|a|b)", "(?<n>a)", "(?P>n)",
    "(?a)x", #"\u12"#, #"[\Z]"#,
  ])
  func `refuses what Python refuses`(source: String) {
    #expect(throws: PatternProblem.self) { try PythonSyntax.rewritten(source) }
  }

  @Test func `tells very end from line end`() throws {
    let text = "a\n"
    #expect(try Pattern(PythonSyntax.rewritten(#"a\Z"#)).firstMatch(in: text) == nil)
    #expect(try Pattern(PythonSyntax.rewritten("a$")).firstMatch(in: text) != nil)
  }

  @Test(arguments: [
    (#"\2-\1"#, "b-a"), (#"\g<2>\g<first>"#, "ba"), (#"$1\n\t\\"#, "$1\n\t\\"), (#"\."#, #"\."#),
    ("", ""),
  ])
  func `replaces as re.sub does`(template: String, expected: String) throws {
    let pattern = try Pattern("(?P<first>a)(b)(c)?")
    let replacement = try PythonReplacement(template, for: pattern)
    let text = TracedText("ab")
    let match = try #require(try pattern.firstMatch(in: text.text))
    #expect(replacement.text(for: match, in: text).text == expected)
  }

  @Test func `puts nothing for a group that took no part`() throws {
    let pattern = try Pattern("a(b)?")
    let match = try #require(try pattern.firstMatch(in: "a"))
    let replacement = try PythonReplacement(#"<\1>"#, for: pattern)
    #expect(replacement.text(for: match, in: TracedText("a")).text == "<>")
  }

  @Test(arguments: [#"\9"#, #"\g<no>"#, #"\q"#, #"\g<1"#])
  func `refuses replacements without sense`(template: String) throws {
    let pattern = try Pattern("(a)")
    #expect(throws: PatternProblem.self) { try PythonReplacement(template, for: pattern) }
  }
}
