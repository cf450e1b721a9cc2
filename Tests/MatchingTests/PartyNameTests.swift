// PartyNameTests.swift — names of companies compared.
// Facturier. SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Matching

@Suite struct PartyNameTests {
  @Test(arguments: [
    ("Zoé & Fils S.A.R.L.", "ZOE"),
    ("Waterman Installatietechniek B.V.", "WATERMAN INSTALLATIETECHNIEK"),
    ("Ets Guillemain", "GUILLEMAIN"), ("SAS", "SAS"), ("Müller GmbH & Co. KG", "MULLER"),
  ])
  func `drops legal forms and stop words`(name: String, key: String) {
    #expect(PartyName(name).key == key)
  }

  @Test func `knows a name that was cut off, and a short form`() {
    let cut = PartyName("QUINCAILLERIE BERTHOLET & FI")
    #expect(PartyName("Quincaillerie Bertholet & Fils SAS").similarity(to: cut) >= 950)
    #expect(PartyName("kolibri").similarity(to: PartyName("Kolibri Logiciels SAS")) >= 900)
  }

  @Test func `keeps apart names that share a last word`() {
    let likeness = PartyName("Ets Guillemain").similarity(to: PartyName("Transports Guillemain"))
    #expect(likeness < 860)
    #expect(PartyName("").similarity(to: PartyName("Zoé")) == 0)
  }

  @Test func `measures likeness as Winkler did`() {
    // His 0.961 and 0.840, cut at the thousandth at each step.
    #expect((960...961).contains(jaroWinkler("MARTHA", "MARHTA")))
    #expect((839...840).contains(jaroWinkler("DWAYNE", "DUANE")))
    #expect(jaroWinkler("ABC", "XYZ") == 0)
  }

  @Test func `sees a name in a booking text`() {
    let name = PartyName("Brandt & Vogel Werbetechnik KG")
    #expect(name.isNamed(in: "BRANDT & VOGEL WERBETE BV-24624"))
    #expect(!name.isNamed(in: "VOGEL BV-24624"))
    #expect(PartyName("Fournisseurs divers").isSundry)
    #expect(!name.isSundry)
  }
}
