/// The part of a gnuplot script that draws one figure: data, settings and a `plot` command.
struct GnuplotPanel: Sendable {
  let figure: Figure
  let scales: Scales
  let xRange: ClosedRange<Double>
  let yRange: ClosedRange<Double>
  /// How many values were left out because they cannot be drawn.
  let droppedCount: Int
  /// The width of the panel in pixels, which decides whether names fit side by side.
  let width: Int
  /// Whether the vertical axis counts from the top, as the rows of a matrix do.
  var isTopDown = false

  /// Whether the horizontal axis has marks at whole numbers only.
  let countsWhole: Bool
  /// Parts the names of this panel's data from those of others.
  let prefix: String
  let barLayerCount: Int
  var drawnBarLayerCount = 0
  var styleCount = 0
  var referenceCount = 0
  var isColoured = false
  var dataCount = 0
  var hasLegend = false
  var dataBlocks: [String] = []
  var marks: [String] = []
  var elements: [String] = []

  init(_ figure: Figure, number: Int, width: Int) {
    let scales = Scales(x: figure.xScale, y: figure.yScale)
    var layers = figure.layers
    droppedCount = layers.indices.reduce(0) { $0 + layers[$1].content.clean(scales) }
    var extents = Extents()
    for layer in layers { layer.content.extend(&extents, scales) }
    if !figure.xNames.isEmpty {
      for edge in [0.5, Double(figure.xNames.count) + 0.5] { extents.x.includeEdge(edge) }
      extents.x.isTight = true
    }
    self.figure = figure
    self.scales = scales
    self.width = width
    prefix = "$panel\(number)_"
    xRange = extents.x.range(on: scales.x, chosen: figure.xRange)
    yRange = extents.y.range(on: scales.y, chosen: figure.yRange)
    countsWhole = extents.x.isWhole && scales.x == .linear && xRange.upperBound - xRange.lowerBound < 13
    barLayerCount = layers.count { $0.content is Bars }
    if !figure.xNames.isEmpty { setNames(figure.xNames, on: .x) }
    for layer in layers { layer.content.draw(in: &self, label: layer.label) }
  }
}
