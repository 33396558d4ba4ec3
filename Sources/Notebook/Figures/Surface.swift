/// A function of two variables in colours, each value filling the cell about its place.
struct Surface: LayerContent {
  var grid: Grid

  mutating func clean(_ scales: Scales) -> Int { grid.clean(scales) }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    for edge in Surface.edges(grid.x, scales.x) { extents.x.includeEdge(edge) }
    for edge in Surface.edges(grid.y, scales.y) { extents.y.includeEdge(edge) }
    extents.x.isTight = true
    extents.y.isTight = true
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    panel.plotCells(
      grid.z, xEdges: Surface.edges(grid.x, panel.scales.x), yEdges: Surface.edges(grid.y, panel.scales.y))
  }

  /// Cells meet half way between the places; the outer ones reach as far out as in.
  static func edges(_ places: [Double], _ scale: Figure.Scale) -> [Double] {
    guard let first = places.first, let last = places.last else { return [] }
    guard places.count > 1 else { return scale == .linear ? [first - 0.5, first + 0.5] : [first / 2, first * 2] }
    let inner = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
    let outer = (2 * first - inner[0], 2 * last - inner[inner.count - 1])
    guard scale == .logarithmic else { return [outer.0] + inner + [outer.1] }
    // Zero has no place on the axis.
    return [max(outer.0, first / 2)] + inner + [max(outer.1, last / 2)]
  }
}
