// Fingerprint.swift — a short mark of a text, to see that it changed.
// Facturier. SPDX-License-Identifier: Apache-2.0

/// A mark of these texts in hexadecimal: differs when one of them changes, the same on every machine.
///
/// FNV-1a of 64 bits (draft-eastlake-fnv), each text followed by a zero byte. No protection against
/// intent: contents of files are named by SHA-256 instead.
package func fingerprint(_ texts: some Sequence<String>) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for text in texts {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = hash &* 0x100_0000_01b3
  }
  return String(hash, radix: 16)
}
