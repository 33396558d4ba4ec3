/// Points, a line through them, steps, or error bars.
struct Curve: LayerContent {
  enum Shape: Sendable {
    case line
    case lineWithPoints
    case steps
    case points
    case errorBars
  }

  var series: Series
  let shape: Shape

  mutating func clean(_ scales: Scales) -> Int { series.clean(scales) }

  func extend(_ extents: inout Extents, _ scales: Scales) { series.extend(&extents) }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    let style = panel.takeStyle()
    panel.plot(series.rows, as: Curve.marks(shape, style), label: label)
  }

  private static func marks(_ shape: Shape, _ style: SeriesStyle) -> String {
    switch shape {
    case .line: "lines lw 2.5 \(style.dash) \(style.colour)"
    case .lineWithPoints: "linespoints lw 2.5 \(style.dash) \(style.colour) \(style.point)"
    case .steps: "steps lw 2.5 \(style.dash) \(style.colour)"
    case .points: "points lw 1.5 \(style.colour) \(style.point)"
    case .errorBars: "yerrorbars lw 1.8 \(style.colour) \(style.point)"
    }
  }
}
