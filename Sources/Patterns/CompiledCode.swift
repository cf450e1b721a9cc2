// CompiledCode.swift — the owner of one PCRE2 program and its working memory.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CPCRE2

/// One `pcre2_code` with its match data and match context; freed together.
struct CompiledCode: ~Copyable {
  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  /// Steps that the running search may still take.
  private let stepsLeft: UnsafeMutablePointer<Int>
  /// The named groups with their numbers.
  let names: [String: Int]

  /// Compiles `source`.
  ///
  /// \C is refused: it could split a character (pcre2pattern(3)).
  ///
  /// - Throws: `PatternProblem`.
  init(_ source: String, caseless: Bool) throws(PatternProblem) {
    guard source.utf8.count <= Pattern.lengthLimit else {
      throw PatternProblem(offset: Pattern.lengthLimit, message: "the pattern is too long")
    }
    // PCRE2's own limit counts anew at each place where a match may begin; calling out before each
    // item of the pattern lets us count over the whole search (pcre2callout(3)).
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT
    if caseless { options |= PCRE2_CASELESS }
    var number: Int32 = 0
    var offset = 0
    let bytes = Array(source.utf8)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &number, &offset, nil) else {
      throw PatternProblem(offset: offset, message: Self.message(number))
    }
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil),
      let context = pcre2_match_context_create_8(nil)
    else {
      pcre2_code_free_8(code)
      throw PatternProblem(offset: 0, message: "out of memory")
    }
    stepsLeft = .allocate(capacity: 1)
    stepsLeft.initialize(to: 0)
    pcre2_set_callout_8(
      context,
      { _, data in
        guard let left = data?.assumingMemoryBound(to: Int.self) else { return 0 }
        left.pointee -= 1
        return left.pointee < 0 ? PCRE2_ERROR_CALLOUT : 0
      },
      stepsLeft
    )
    pcre2_set_match_limit_8(context, Pattern.stepLimit)
    pcre2_set_depth_limit_8(context, Pattern.depthLimit)
    pcre2_set_heap_limit_8(context, Pattern.memoryLimit)
    self.code = code
    self.data = data
    self.context = context
    names = Self.names(of: code)
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
    pcre2_code_free_8(code)
    stepsLeft.deallocate()
  }

  /// The groups of each occurrence from left to right.
  ///
  /// - Throws: `PatternLimit`.
  func matches(
    in text: String,
    from offset: Int,
    limit: Int
  ) throws(PatternLimit) -> [[Range<Int>?]] {
    var text = text
    return try text.withUTF8 { bytes in
      Result { () throws(PatternLimit) in
        try matches(in: bytes, from: offset, limit: limit)
      }
    }.get()
  }

  private func matches(
    in bytes: UnsafeBufferPointer<UInt8>,
    from offset: Int,
    limit: Int
  ) throws(PatternLimit) -> [[Range<Int>?]] {
    var found: [[Range<Int>?]] = []
    // A Swift string is valid UTF-8, so PCRE2 need not check; the start must not split a character.
    var start = max(0, offset)
    while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var options = PCRE2_NO_UTF_CHECK
    stepsLeft.pointee = Pattern.searchSteps(bytes: bytes.count)
    while found.count < limit, start <= bytes.count {
      let count = pcre2_match_8(
        code,
        bytes.baseAddress,
        bytes.count,
        start,
        options,
        data,
        context
      )
      if count == PCRE2_ERROR_NOMATCH { break }
      guard count > 0 else { throw Self.limit(count) }
      let groups = groups(count: Int(pcre2_get_ovector_count_8(data)))
      found.append(groups)
      stepsLeft.pointee += Pattern.stepsPerMatch
      let whole = groups.first.flatMap { $0 } ?? start..<start
      start = whole.upperBound
      // After an empty match the next one may start here but must not be empty again.
      options = PCRE2_NO_UTF_CHECK | (whole.isEmpty ? PCRE2_NOTEMPTY_ATSTART : 0)
    }
    return found
  }

  /// How many groups it captures.
  var groupCount: Int {
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  private func groups(count: Int) -> [Range<Int>?] {
    guard let offsets = pcre2_get_ovector_pointer_8(data) else { return [] }
    return (0..<count).map { group in
      let (start, end) = (offsets[2 * group], offsets[2 * group + 1])
      // PCRE2_UNSET is the largest size_t, which Swift sees as −1.
      return start < 0 || start > end ? nil : start..<end
    }
  }

  private static func limit(_ number: Int32) -> PatternLimit {
    switch number {
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_CALLOUT: .steps
    case PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY: .memory
    default: .other(Int(number))
    }
  }

  private static func message(_ number: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  /// The table of names: each row two bytes of number, then the name, zero-terminated (pcre2api(3)).
  private static func names(of code: OpaquePointer) -> [String: Int] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [:] }
    var names: [String: Int] = [:]
    for row in 0..<Int(count) {
      let entry = UnsafeBufferPointer(start: table + row * Int(size), count: Int(size))
      let name = String(decoding: entry.dropFirst(2).prefix { $0 != 0 }, as: UTF8.self)
      names[name] = Int(entry[0]) << 8 | Int(entry[1])
    }
    return names
  }
}
