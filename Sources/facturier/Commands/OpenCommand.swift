// OpenCommand.swift — facturier open: the filed copy, in the viewer.
// Facturier. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Filing
import Foundation
import Invoicing
import Service

struct OpenCommand: HomeCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Opens the file of an invoice or a document; without a display it prints the path.",
    discussion: """
      facturier open 1041
      """
  )

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("An invoice or a document.", valueName: "id")) var id: ItemID

  func perform(_ phrases: Phrases) async throws(Problem) -> ExitStatus {
    let session = try Session(global, phrases)
    let item = try await FoundItem(id.number, in: session.register())
    let path = try file(of: item, session)
    let displays = ["DISPLAY", "WAYLAND_DISPLAY"].compactMap(Surroundings.variable)
    guard displays.contains(where: { !$0.isEmpty }), startViewer(path) else {
      Output.data.print(path)
      return .ok
    }
    return .ok
  }

  /// The copy for people, else the original.
  private func file(of item: FoundItem, _ session: Session) throws(Problem) -> String {
    let home = session.home.path
    let copies = item.invoices.compactMap(\.filedPath).map { home + "/" + $0 }
    if let copy = copies.first(where: FileManager.default.fileExists) { return copy }
    guard let id = item.invoices.first?.document ?? item.document?.document else {
      throw Problem(.usage, "no-such-item", ["id": String(self.id.number)])
    }
    return Archive(home: home).path(of: id)
  }

  private func startViewer(_ path: String) -> Bool {
    let viewer = Process()
    viewer.executableURL = URL(fileURLWithPath: "/usr/bin/xdg-open")
    viewer.arguments = [path]
    return (try? viewer.run()) != nil
  }
}
