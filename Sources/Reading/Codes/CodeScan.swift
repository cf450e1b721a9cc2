// CodeScan.swift — bar codes and QR codes in a picture of a page.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica
internal import CZBar
internal import Invoicing

/// Finds the bar codes and QR codes of a picture.
struct CodeScan {
  /// A code found at a place in pixels.
  struct Found {
    let kind: String
    let box: Invoicing.Box
    let text: String
  }

  let image: GreyImage

  /// More are a pattern, not an invoice.
  private static let most = 32

  /// What a code of a page may say at most, in bytes: a QR code of version 40 holds 2,953.
  private static let longest = 4096

  /// The codes from the top down.
  func codes() -> [Found] {
    guard let scanner = zbar_image_scanner_create() else { return [] }
    defer { zbar_image_scanner_destroy(scanner) }
    for (kind, _) in Self.kinds {
      zbar_image_scanner_set_config(scanner, kind, ZBAR_CFG_ENABLE, 1)
    }
    // Every second line and column: the modules of a printed code are three pixels wide or more.
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, 2)
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, 2)
    let pixels = bytes()
    return pixels.withUnsafeBytes { buffer in
      guard let picture = zbar_image_create() else { return [] }
      defer { zbar_image_destroy(picture) }
      zbar_image_set_format(picture, Self.grey)
      zbar_image_set_size(picture, UInt32(image.width), UInt32(image.height))
      zbar_image_set_data(picture, buffer.baseAddress, UInt(buffer.count), nil)
      guard zbar_scan_image(scanner, picture) > 0 else { return [] }
      var found: [Found] = []
      var symbol = zbar_image_first_symbol(picture)
      while let current = symbol, found.count < Self.most {
        if let code = Self.found(current) { found.append(code) }
        symbol = zbar_symbol_next(current)
      }
      return found.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }
  }

  /// "Y800", a byte of grey for each pixel, as zbar writes it.
  private static let grey = "Y800".utf8.reversed().reduce(UInt(0)) { $0 << 8 | UInt($1) }

  private static let kinds: [(zbar_symbol_type_t, String)] = [
    (ZBAR_QRCODE, "qr"), (ZBAR_CODE128, "code-128"), (ZBAR_CODE39, "code-39"), (ZBAR_I25, "itf"),
    (ZBAR_EAN13, "ean-13"),
  ]

  private static func found(_ symbol: OpaquePointer) -> Found? {
    let type = zbar_symbol_get_type(symbol)
    guard let kind = kinds.first(where: { $0.0 == type })?.1,
      let data = zbar_symbol_get_data(symbol)
    else { return nil }
    let length = Int(zbar_symbol_get_data_length(symbol))
    // Short runs of bars stand in any table; a code names something.
    guard (kind == "qr" ? 1 : 6)...longest ~= length else { return nil }
    let bytes = UnsafeBufferPointer(start: data, count: length).map { UInt8(bitPattern: $0) }
    let text =
      String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    let corners = (0..<zbar_symbol_get_loc_size(symbol)).map { index in
      (x: zbar_symbol_get_loc_x(symbol, index), y: zbar_symbol_get_loc_y(symbol, index))
    }
    let box = Invoicing.Box(
      left: corners.map(\.x).min() ?? 0,
      top: corners.map(\.y).min() ?? 0,
      right: corners.map(\.x).max() ?? 0,
      bottom: corners.map(\.y).max() ?? 0
    )
    return Found(kind: kind, box: box, text: text)
  }

  /// The grey of each pixel, row by row.
  private func bytes() -> [UInt8] {
    let (width, height) = (image.width, image.height)
    let words = Int(pixGetWpl(image.pix))
    guard let data = pixGetData(image.pix) else { return [] }
    return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      for row in 0..<height {
        // Leptonica keeps four pixels in a word, the first in its highest byte.
        let line = data + row * words
        for column in 0..<width {
          let word = line[column >> 2]
          let shift = 24 - 8 * UInt32(column & 3)
          buffer[row * width + column] = UInt8(truncatingIfNeeded: word >> shift)
        }
      }
      count = width * height
    }
  }
}

extension ReadingSession {
  /// Notes the codes of an upright page, or of a part of it; those that are there already once.
  ///
  /// The picture is as it came: straightening and even light blur the modules. `origin` is where its
  /// top left corner lies on the page, in tenths of a point.
  func noteCodes(of picture: Picture, page: Int, at origin: (left: Int32, top: Int32) = (0, 0)) {
    let tenthsPerPixel = 720 / picture.dotsPerInch
    func place(_ pixels: Int32) -> Int32 { Int32((Double(pixels) * tenthsPerPixel).rounded()) }
    for part in picture.image.mottledPlaces(dotsPerInch: picture.dotsPerInch) {
      guard let image = picture.image.cropped(to: part) else { continue }
      for code in CodeScan(image: image).codes() {
        let box = Invoicing.Box(
          left: origin.left + place(part.left + code.box.left),
          top: origin.top + place(part.top + code.box.top),
          right: origin.left + place(part.left + code.box.right),
          bottom: origin.top + place(part.top + code.box.bottom)
        )
        note(PageCode(kind: code.kind, page: page, box: box, text: code.text))
      }
    }
  }
}
