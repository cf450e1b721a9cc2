// TemplateTests.swift — places of a text filled, optional parts kept or left out.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Wording

struct TemplateTests {
  @Test func `places are filled, a missing one becomes a question mark`() {
    let template = Template("line {line}: {value:amount}, {gone}")
    let values = ["line": "3", "value:amount": "1,00"]
    #expect(template.filled { values[$0] } == "line 3: 1,00, ?")
    #expect(template.requiredArguments == ["line", "value", "gone"])
  }

  @Test func `an optional part without its argument is left out`() {
    let template = Template("<Did you mean {near}? >Known: {known}.")
    #expect(template.filled { ["known": "a"][$0] } == "Known: a.")
    #expect(template.filled { ["known": "a", "near": ""][$0] } == "Known: a.")
    #expect(template.filled { ["known": "a", "near": "b"][$0] } == "Did you mean b? Known: a.")
    #expect(template.requiredArguments == ["known"])
  }

  @Test func `what an argument holds is not filled again`() {
    #expect(Template("{a}").filled { _ in "{b} <{c}>" } == "{b} <{c}>")
  }
}
