import Foundation

/// Counts of values in bins of equal width.
struct Histogram: LayerContent {
  private var values: [Double]
  private let binCount: Int?

  init(values: [Double], binCount: Int?) {
    if let binCount { precondition(binCount > 0, "A histogram of \(binCount) bins has no place for its values.") }
    self.values = values
    self.binCount = binCount
  }

  mutating func clean(_ scales: Scales) -> Int {
    let before = values.count
    values = values.filter { scales.allows($0, on: .x) }
    return before - values.count
  }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    for value in values { extents.x.include(value) }
    for bin in bins {
      extents.x.includeEdge(bin.lower)
      extents.x.includeEdge(bin.upper)
      if bin.count > 0 { extents.y.include(Double(bin.count)) }
    }
    if scales.y == .linear, !values.isEmpty { extents.y.includeBaseline(0) }
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    let base = panel.scales.y == .linear ? 0 : panel.yRange.lowerBound
    let boxes = bins.filter { $0.count > 0 }.map { bin in
      [(bin.lower + bin.upper) / 2, Double(bin.count), bin.lower, bin.upper, base, Double(bin.count)]
    }
    let style = panel.takeStyle()
    // Lets a second histogram shine through.
    panel.plot(
      boxes, as: "boxxyerror fs transparent solid 0.6 border lc rgb '#ffffff' \(style.colour)", label: label)
  }

  /// A bin holds its lower edge, and the last its upper edge, too.
  var bins: [(lower: Double, upper: Double, count: Int)] {
    guard let smallest = values.min(), let largest = values.max() else { return [] }
    // A sample of one value is one bin about it, as wide as the value is large.
    guard largest > smallest else {
      let half = smallest == 0 ? 0.5 : abs(smallest) / 20
      return [(smallest - half, smallest + half, values.count)]
    }
    let count = binCount ?? Int(log2(Double(values.count)).rounded(.up)) + 1
    let width = (largest - smallest) / Double(count)
    // A width that underflows to zero would divide by it.
    let unit = max(width, .leastNormalMagnitude)
    let indices = values.map { Int(min(Double(count - 1), ($0 - smallest) / unit)) }
    let counts = indices.reduce(into: [Int](repeating: 0, count: count)) { $0[$1] += 1 }
    return counts.enumerated().map { i, count in
      (smallest + Double(i) * width, smallest + Double(i + 1) * width, count)
    }
  }
}
