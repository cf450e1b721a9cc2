// ExtractedPart.swift — what `extract` made of one file inside a mail or an archive.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Assessment
import Invoicing

/// What `extract` made of one file inside a mail or an archive.
struct ExtractedPart: Sendable {
  /// As the container tells it, the names of inner containers before it.
  let name: String
  /// The message that carried it.
  let mail: MailHeader?
  let result: ExtractedFile.Result
}
