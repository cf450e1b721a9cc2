// Texts.swift — sentences and names for people, asked for one by one.
// Facturier. SPDX-License-Identifier: Apache-2.0

package import Invoicing

/// What a finding says and what can be done; of an unknown code, the code with its arguments.
package func sentence(for finding: Finding, in language: Language) -> Sentence {
  Catalogue(language).sentence(for: finding)
}

/// What a problem says and what can be done; of an unknown code, the code with its arguments.
package func sentence(for problem: Problem, in language: Language) -> Sentence {
  Catalogue(language).sentence(for: problem)
}

/// The clause of a reason with its bits: "amount equal, 3 entries have it (+13.2)".
package func reason(_ reason: MatchReason, in language: Language) -> String {
  Catalogue(language).clause(for: reason)
}

/// The name of a field for people: "Invoice number"; its code when there is no such field.
package func name(of field: FieldName, in language: Language) -> String {
  FieldNames.name(of: field, in: language)
}

/// The name of an invoice's state for people.
package func name(of state: InvoiceState, in language: Language) -> String {
  StateNames.name(of: state.rawValue, in: language)
}

/// The name of a document's state for people.
package func name(of state: DocumentState, in language: Language) -> String {
  StateNames.name(of: state.rawValue, in: language)
}

/// The name of a type of document for people.
package func name(of type: DocumentType, in language: Language) -> String {
  StateNames.name(of: type.rawValue, in: language)
}

/// The name of a match's status for people.
package func name(of status: MatchProposal.Status, in language: Language) -> String {
  StateNames.name(of: status.rawValue, in: language)
}
