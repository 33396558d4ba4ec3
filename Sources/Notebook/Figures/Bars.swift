/// Bars that stand on zero.
struct Bars: LayerContent {
  /// The share of the distance between two positions that bars fill.
  private static let filledShare = 0.8

  var series: Series

  mutating func clean(_ scales: Scales) -> Int { series.clean(scales) }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    series.extend(&extents)
    let width = slotWidth
    for row in series.points {
      for edge in [-width / 2, width / 2] { extents.x.includeEdge(Bars.edge(row[0], edge, scales.x)) }
    }
    if scales.y == .linear, !series.points.isEmpty { extents.y.includeBaseline(0) }
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    let slot = panel.takeBarSlot()
    let width = slotWidth
    let base = panel.scales.y == .linear ? 0 : panel.yRange.lowerBound
    let boxes = series.points.map { row in
      let left = Bars.edge(row[0], width * (slot.lowerBound - 0.5), panel.scales.x)
      let right = Bars.edge(row[0], width * (slot.upperBound - 0.5), panel.scales.x)
      return [(left + right) / 2, row[1], left, right, base, row[1]]
    }
    let style = panel.takeStyle()
    panel.plot(boxes, as: "boxxyerror fs solid 0.9 border lc rgb '#ffffff' \(style.colour)", label: label)
  }

  private var slotWidth: Double {
    let positions = series.points.map { $0[0] }.sorted()
    let distances = zip(positions, positions.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    return Bars.filledShare * (distances.min() ?? 1)
  }

  /// On a logarithmic axis a bar may not reach down to zero.
  private static func edge(_ x: Double, _ offset: Double, _ scale: Figure.Scale) -> Double {
    scale == .linear ? x + offset : max(x + offset, x / 2)
  }
}
