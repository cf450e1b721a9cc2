// DateReader.swift — dates as people print them.
// Facturier. SPDX-License-Identifier: Apache-2.0

import Invoicing

/// A date found in a segment.
struct PrintedDate: Hashable, Sendable {
  let date: CalendarDate
  let words: Range<Int>
  /// Whether a character of it was read as another: 202$.
  var isRepaired = false
}

/// Reads dates in digits and with month names.
struct DateReader: Sendable {
  /// Month names and abbreviations, folded, to 1...12.
  let months: [String: Int]
  /// Whether 03/04 means March 4 (United States).
  let monthFirst: Bool

  /// The dates of a segment, from left to right.
  func dates(in segment: Segment) -> [PrintedDate] {
    let pieces = Self.pieces(of: segment)
    var dates: [PrintedDate] = []
    var index = 0
    while index < pieces.count {
      if let (date, end) = date(pieces, at: index) {
        let words = pieces[index].word..<(pieces[end - 1].word + 1)
        let isRepaired = pieces[index..<end].contains(where: \.isRepaired)
        dates.append(PrintedDate(date: date, words: words, isRepaired: isRepaired))
        index = end
      } else {
        index += 1
      }
    }
    return dates
  }

  /// A date whose marks recognition lost, right behind a label that announces one: 040725, 04/072025.
  func unmarkedDate(in segment: Segment, words: Range<Int>) -> PrintedDate? {
    guard let index = words.first(where: { segment.words[$0].text != ":" }) else { return nil }
    let text = segment.words[index].text.filter { !"/.-".contains($0) }
    guard text.count == 6 || text.count == 8, text.allSatisfy(\.isASCIIDigit),
      let first = Int(text.prefix(2)), let second = Int(text.dropFirst(2).prefix(2)),
      let third = Int(text.dropFirst(4)), let year = year(third, digits: text.count - 4)
    else { return nil }
    let (day, month) = monthFirst ? (second, first) : (first, second)
    return CalendarDate(year: year, month: month, day: day).map {
      PrintedDate(date: $0, words: index..<(index + 1), isRepaired: true)
    }
  }

  private func date(_ pieces: [Piece], at index: Int) -> (CalendarDate, Int)? {
    if index > 0, pieces[index].gluedToPrevious, pieces[index - 1].isNumber { return nil }
    return numericDate(pieces, at: index) ?? dayFirstDate(pieces, at: index)
      ?? monthFirstDate(pieces, at: index)
  }

  /// 04/03/2025, 04.03.25, 2025-03-04.
  private func numericDate(_ pieces: [Piece], at index: Int) -> (CalendarDate, Int)? {
    guard index + 4 < pieces.count, let first = pieces[index].number,
      let separator = pieces[index + 1].separator, let second = pieces[index + 2].number,
      pieces[index + 3].separator == separator, let third = pieces[index + 4].number
    else { return nil }
    let end = index + 5
    if end < pieces.count, pieces[end].gluedToPrevious, !pieces[end].isClosing { return nil }
    if pieces[index].text.count == 4 {
      // "2025-06-017" is the number of an invoice.
      guard pieces[index + 4].text.count <= 2 else { return nil }
      return CalendarDate(year: first, month: second, day: third).map { ($0, end) }
    }
    guard let year = year(third, digits: pieces[index + 4].text.count),
      pieces[index].text.count <= 2,
      pieces[index + 2].text.count <= 2
    else { return nil }
    let (day, month) = monthFirst ? (second, first) : (first, second)
    let date =
      CalendarDate(year: year, month: month, day: day)
      ?? CalendarDate(year: year, month: day, day: month)
    return date.map { ($0, end) }
  }

  /// A date whose day stands first.
  ///
  /// 4 mars 2025, 1er mars 2025, 9. März 2025, 17-Jan-2025, 18 de julio de 2025.
  private func dayFirstDate(_ pieces: [Piece], at index: Int) -> (CalendarDate, Int)? {
    guard let day = pieces[index].number, (1...31).contains(day) else { return nil }
    var next = skip(pieces, from: index + 1, over: Self.afterDay)
    guard next < pieces.count, let month = months[pieces[next].text] else { return nil }
    next = skip(pieces, from: next + 1, over: Self.afterMonth)
    guard next < pieces.count, let number = pieces[next].number,
      let year = year(number, digits: pieces[next].text.count)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, next + 1) }
  }

  /// March 9, 2025.
  private func monthFirstDate(_ pieces: [Piece], at index: Int) -> (CalendarDate, Int)? {
    guard let month = months[pieces[index].text] else { return nil }
    let dayIndex = skip(pieces, from: index + 1, over: ["."])
    guard dayIndex < pieces.count, let day = pieces[dayIndex].number, (1...31).contains(day) else {
      return nil
    }
    let next = skip(pieces, from: dayIndex + 1, over: ["ST", "ND", "RD", "TH", ",", "."])
    guard next < pieces.count, let number = pieces[next].number, pieces[next].text.count == 4,
      let year = year(number, digits: 4)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, next + 1) }
  }

  private static let afterDay: Set<String> = [
    ".", "-", "/", "ER", "ERE", "°", "ST", "ND", "RD", "TH", "DE", "OF",
  ]
  private static let afterMonth: Set<String> = [".", ",", "-", "/", "DE", "DEL"]

  private func skip(_ pieces: [Piece], from index: Int, over texts: Set<String>) -> Int {
    var index = index
    while index < pieces.count, texts.contains(pieces[index].text) { index += 1 }
    return index
  }

  private func year(_ number: Int, digits: Int) -> Int? {
    switch digits {
    case 4: (1990...2099).contains(number) ? number : nil
    case 2: 2000 + number
    default: nil
    }
  }

  /// A run of digits, a run of letters or one other character.
  private struct Piece {
    let text: String
    let word: Int
    /// Whether no blank stands between it and the piece before.
    let gluedToPrevious: Bool
    /// Whether its word was written with a sign that only recognition reads in a number.
    let isRepaired: Bool

    var isNumber: Bool { number != nil }
    var number: Int? { text.first?.isASCIIDigit == true ? Int(text) : nil }
    var separator: String? { [".", "/", "-"].contains(text) ? text : nil }
    var isClosing: Bool { [",", ".", ")", ";", ":"].contains(text) }
  }

  private static func pieces(of segment: Segment) -> [Piece] {
    segment.words.enumerated().flatMap { index, word in
      var pieces: [Piece] = []
      var run = ""
      let text = folded(word.text)
      let mended = Misreading.number(text) ?? text
      func close() {
        if !run.isEmpty {
          pieces.append(
            Piece(
              text: run,
              word: index,
              gluedToPrevious: !pieces.isEmpty,
              isRepaired: mended != text
            )
          )
        }
        run = ""
      }
      for character in mended {
        let isWordPart = character.isASCIIDigit || character.isLetter
        if let last = run.last, !isWordPart || last.isASCIIDigit != character.isASCIIDigit {
          close()
        }
        run.append(character)
        if !isWordPart { close() }
      }
      close()
      return pieces
    }
  }

  /// Whether the dates of a document must be read month first: one has a day above 12 in second place
  /// and none in first place.
  ///
  /// `currency` is what most of its prices are in.
  static func isMonthFirst(_ segments: [Segment], currency: Currency?) -> Bool {
    var dayFirst = 0
    var monthFirst = 0
    for word in segments.flatMap(\.words) where word.text.utf8.contains(where: \.isASCIIDigit) {
      let parts = word.text.split(whereSeparator: { "/.-".contains($0) })
      guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]),
        let second = Int(parts[1]), first <= 31, second <= 31
      else { continue }
      if first > 12, second <= 12 { dayFirst += 1 }
      if second > 12, first <= 12 { monthFirst += 1 }
    }
    if monthFirst == dayFirst { return currency == .usDollar && isAmerican(segments) }
    return monthFirst > dayFirst
  }

  /// Whether an address ends in a state and its ZIP code: "Boston, MA 02110".
  private static func isAmerican(_ segments: [Segment]) -> Bool {
    segments.contains { segment in
      zip(segment.words, segment.words.dropFirst()).contains { state, code in
        state.text.count == 2 && state.text.allSatisfy { $0.isASCII && $0.isUppercase }
          && code.text.prefix(5).count(where: \.isASCIIDigit) == 5
          && (code.text.count == 5 || code.text.count == 10 && code.text.contains("-"))
      }
    }
  }
}
