/// Lines along which a function of two variables has given values.
struct Contour: LayerContent {
  var grid: Grid
  var levels: [Double]

  mutating func clean(_ scales: Scales) -> Int {
    let before = levels.count
    levels = levels.filter { $0.isDrawable(on: .linear) }
    return before - levels.count + grid.clean(scales)
  }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    grid.x.forEach { extents.x.includeEdge($0) }
    grid.y.forEach { extents.y.includeEdge($0) }
    extents.x.isTight = true
    extents.y.isTight = true
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    // A line needs two by two places at the least and a value; the plotter refuses less.
    guard grid.x.count > 1, grid.y.count > 1, !grid.values.isEmpty else { return }
    for level in levels {
      let style = panel.takeStyle()
      let name = [label, NumberFormat.significant(level, digits: 6)].compactMap { $0 }.joined(separator: " ")
      panel.plotContour(of: grid, at: level, as: "lines lw 2 \(style.dash) \(style.colour)", label: name)
    }
  }
}
