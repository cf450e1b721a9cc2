// AreaMean.swift — a picture made smaller by the means of areas.
// Facturier. SPDX-License-Identifier: Apache-2.0
internal import CLeptonica

extension GreyImage {
  /// The picture made smaller, each pixel the mean of the area that it covers; nil where no pixel is
  /// left, or no memory.
  ///
  /// The same pixels as leptonica's `pixScaleAreaMap`, which reckons in sixteenths of a pixel too, in
  /// a third of its time: whole rows are summed up first. Factors are at most 1.
  func areaMean(x: Double, y: Double) -> GreyImage? {
    let rows = AreaEdges(of: height, scaledBy: y)
    let columns = AreaEdges(of: width, scaledBy: x)
    guard rows.count > 0, columns.count > 0,
      let small = pixCreate(Int32(columns.count), Int32(rows.count), 8),
      let source = pixGetData(pix), let target = pixGetData(small)
    else { return nil }
    let (line, smallLine) = (Int(pixGetWpl(pix)) * 4, Int(pixGetWpl(small)) * 4)
    let pixels = UnsafeRawPointer(source).assumingMemoryBound(to: UInt8.self)
    let means = UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt8.self)
    // The last edge stands behind the last pixel; what is there weighs nothing.
    var sums = [UInt32](repeating: 0, count: line + 4)
    for row in 0..<rows.count {
      sums.withUnsafeMutableBufferPointer { sums in
        sums.update(repeating: 0)
        for (index, weight) in rows.weights(at: row) {
          let pixels = pixels + index * line
          for column in 0..<line { sums[column] &+= weight &* UInt32(pixels[column]) }
        }
        columns.writeMeans(of: sums, height: rows.length(at: row), to: means + row * smallLine)
      }
    }
    return GreyImage(taking: small)
  }
}

/// Where the pixels of a smaller line end on a greater one, in sixteenths of the greater one's pixels.
private struct AreaEdges {
  private let places: [Int]

  init(of length: Int, scaledBy factor: Double) {
    let count = Int((Double(length) * factor).rounded())
    places = (0...count).map { $0 * length * 16 / max(1, count) }
  }

  var count: Int { places.count - 1 }

  /// Sixteenths from one edge to the next.
  func length(at index: Int) -> Int { places[index + 1] - places[index] }

  /// The greater line's pixels between two edges, each with the sixteenths of it that are.
  func weights(at index: Int) -> [(index: Int, weight: UInt32)] {
    let (start, end) = (places[index], places[index + 1])
    return (start / 16...(end - 1) / 16).map { pixel in
      (index: pixel, weight: UInt32(min(end, pixel * 16 + 16) - max(start, pixel * 16)))
    }
  }

  /// The means of a row of sums of pixels, each sum over so many sixteenths.
  ///
  /// Both as leptonica keeps pixels: four in a word, the first in its highest byte.
  func writeMeans(
    of sums: UnsafeMutableBufferPointer<UInt32>,
    height: Int,
    to means: UnsafeMutablePointer<UInt8>
  ) {
    // What stands before an edge: of a wide picture it overflows, and differences are right still.
    var (before, whole): (UInt32, UInt32) = (0, 0)
    var pixel = 0
    places.withUnsafeBufferPointer { places in
      for index in 0..<places.count - 1 {
        let (start, end) = (places[index], places[index + 1])
        while pixel < end >> 4 {
          whole &+= sums[pixel ^ 3] &<< 4
          pixel &+= 1
        }
        let here = whole &+ UInt32(end & 15) &* sums[pixel ^ 3]
        let area = UInt32((end - start) * height)
        // Leptonica rounds so too.
        means[index ^ 3] = UInt8(truncatingIfNeeded: (here &- before &+ 128) / area)
        before = here
      }
    }
  }
}
