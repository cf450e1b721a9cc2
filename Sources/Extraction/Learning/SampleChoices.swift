// SampleChoices.swift — what a person may choose for each field of a sample.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What the rules find on a sample, and what else stands there that could be meant.
package struct SampleChoices: Sendable {
  /// A value with the words beside it that look like its label.
  package struct Choice: Hashable, Sendable {
    package let value: FieldValue
    package let label: String?
  }

  /// A field with its choices, the likeliest first.
  package struct Question: Sendable {
    package let field: FieldDefinition
    /// Whether the first choice is what the rules found; else nothing is proposed.
    package let isFound: Bool
    /// At most `most`; empty where nothing on the pages could be it.
    package let choices: [Choice]
  }

  /// What the rules find.
  package let draft: Draft
  package let questions: [Question]
  /// How many invoices the sample seems to hold.
  package let invoices: Int

  /// How many values are offered for a field at most.
  package static let most = 8

  init(_ result: ExtractionResult, on scene: Scene, fields: [FieldDefinition]) {
    draft = result.draft
    invoices = max(1, result.beginnings.count)
    let places = ValuePlaces(scene: scene)
    questions = fields.map { field in
      let found = result.draft[name: field.name]
      let known = ([found].compactMap { $0 } + (found?.alternatives ?? [])).map(\.value)
      var choices: [Choice] = []
      for value in known where !choices.contains(where: { $0.value.isSame(as: value) }) {
        let found = places.places(of: value, for: field)
        let label = found.lazy.compactMap { places.label(of: $0)?.text }.first
        choices.append(Choice(value: value, label: label))
      }
      // A name can be any words: only what was taken for one is offered.
      let printed = field.kind == .text ? [] : places.labelled(field)
      for choice in printed where !choices.contains(where: { $0.value.isSame(as: choice.value) }) {
        choices.append(choice)
      }
      return Question(
        field: field,
        isFound: found != nil,
        choices: Array(choices.prefix(Self.most))
      )
    }
  }
}

extension ValuePlaces {
  /// Values of a field on the first page that have a label, in reading order.
  fileprivate func labelled(_ field: FieldDefinition) -> [SampleChoices.Choice] {
    scene.places.filter { $0.0.page == 0 }.flatMap { place, segment in
      segment.words.indices.compactMap { start -> SampleChoices.Choice? in
        guard let read = value(of: field, in: segment, at: start),
          let label = label(of: ValuePlace(place: place, words: read.words))
        else { return nil }
        return SampleChoices.Choice(value: read.value, label: label.text)
      }
    }
  }
}
