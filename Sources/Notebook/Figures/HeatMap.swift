/// A matrix in colours, with its first row on top.
struct HeatMap: LayerContent {
  private let rows: [[Double]]
  private let xNames: [String]
  private let yNames: [String]
  private let labels: [[String]]?

  init(_ rows: [[Double]], xNames: [String]?, yNames: [String]?, labels: [[String]]?) {
    let width = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() {
      precondition(
        row.count == width, "Row \(i) of the heat map has \(row.count) values, but the first has \(width).")
    }
    if let labels {
      precondition(
        labels.map(\.count) == rows.map(\.count), "The labels of the heat map do not have the shape of its values.")
    }
    self.rows = rows
    self.xNames = xNames ?? (0..<width).map { String($0 + 1) }
    self.yNames = yNames ?? rows.indices.map { String($0 + 1) }
    self.labels = labels
    precondition(
      self.xNames.count == width && self.yNames.count == rows.count,
      "The heat map has \(rows.count) rows and \(width) columns, but \(self.yNames.count) names for its rows and"
        + " \(self.xNames.count) for its columns."
    )
  }

  /// A cell that cannot be drawn stays white.
  mutating func clean(_ scales: Scales) -> Int {
    rows.joined().count { !$0.isDrawable(on: .linear) }
  }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    guard !rows.isEmpty, !xNames.isEmpty else { return }
    for edge in [0.5, Double(xNames.count) + 0.5] { extents.x.includeEdge(edge) }
    for edge in [0.5, Double(yNames.count) + 0.5] { extents.y.includeEdge(edge) }
    extents.x.isTight = true
    extents.y.isTight = true
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    guard !rows.isEmpty, !xNames.isEmpty else { return }
    panel.isTopDown = true
    panel.setNames(xNames, on: .x)
    panel.setNames(yNames, on: .y)
    let colours = panel.plotCells(rows, xEdges: HeatMap.edges(xNames.count), yEdges: HeatMap.edges(yNames.count))
    for (i, line) in (labels ?? []).enumerated() {
      for (j, text) in line.enumerated() where rows[i][j].isDrawable(on: .linear) {
        panel.write(text, x: Double(j + 1), y: Double(i + 1), colour: colours.textColour(on: rows[i][j]))
      }
    }
  }

  private static func edges(_ count: Int) -> [Double] { (0...count).map { Double($0) + 0.5 } }
}
