/// What layers draw with.
extension GnuplotPanel {
  var nextStyle: SeriesStyle { SeriesStyle(index: styleCount) }

  mutating func takeStyle() -> SeriesStyle {
    defer { styleCount += 1 }
    return nextStyle
  }

  /// The part of a bar's place, from 0 to 1, that belongs to the next layer of bars.
  mutating func takeBarSlot() -> ClosedRange<Double> {
    let width = 1 / Double(barLayerCount)
    let start = Double(drawnBarLayerCount) * width
    drawnBarLayerCount += 1
    return start...start + width
  }

  /// Draws rows of numbers; an empty row interrupts a line.
  mutating func plot(_ rows: [[Double]], as marks: String, label: String?) {
    guard rows.contains(where: { !$0.isEmpty }) else { return }
    let columns = (1...(rows.lazy.map(\.count).max() ?? 1)).map(String.init).joined(separator: ":")
    addElement(addData(rows), "using \(columns)", marks, label)
  }

  /// Fills the cells of a grid by value, and sets the scale of colours beside it.
  @discardableResult
  mutating func plotCells(_ rows: [[Double]], xEdges: [Double], yEdges: [Double]) -> ColourScale {
    let colours = ColourScale(rows.joined().filter { $0.isDrawable(on: .linear) })
    let cells = rows.enumerated().flatMap { i, row in
      row.enumerated().filter { $1.isDrawable(on: .linear) }.map { j, value in
        [
          (xEdges[j] + xEdges[j + 1]) / 2, (yEdges[i] + yEdges[i + 1]) / 2, xEdges[j], xEdges[j + 1], yEdges[i],
          yEdges[i + 1], value,
        ]
      }
    }
    isColoured = true
    marks += [
      "set palette defined (\(colours.palette))",
      "set cbrange [\(colours.lower):\(colours.upper)]",
    ]
    plot(cells, as: "boxxyerror lc palette fs solid noborder", label: nil)
    return colours
  }

  mutating func plotContour(of grid: Grid, at level: Double, as marks: String, label: String) {
    // Rows of the grid are parted by blank lines.
    let rows = grid.y.indices.flatMap { i in
      grid.x.indices.map { [grid.x[$0], grid.y[i], grid.z[i][$0]] } + [[]]
    }
    let name = addData(rows)
    let lines = newName()
    dataBlocks.append(
      """
      set contour base
      unset surface
      set cntrparam levels discrete \(level)
      set table \(lines)
      splot \(name) using 1:2:3
      unset table
      unset contour
      # A line without points, for a level that the function does not reach.
      set print \(lines) append
      print "NaN NaN"
      unset print
      """)
    addElement(lines, "using 1:2", marks, label)
  }

  mutating func drawReference(at value: Double, on axis: Axis, label: String?) {
    guard (axis == .x ? xRange : yRange).contains(value) else { return }
    let ends = [0, 1].map { axis == .x ? "first \(value), graph \($0)" : "graph \($0), first \(value)" }
    marks.append("set arrow from \(ends[0]) to \(ends[1]) nohead lw 1.5 dt (8,6) lc rgb '#444444'")
    guard let label, !label.isEmpty else { return }
    let place: String
    switch axis {
    case .x:
      // One below the other, where several stand close together, and on the side that has more room.
      let height = 0.95 - 0.08 * Double(referenceCount % 8)
      let isRight = value / 2 > xRange.lowerBound / 4 + xRange.upperBound / 4
      place = "at first \(value), graph \(height) \(isRight ? "right offset -0.7,0" : "left offset 0.7,0")"
    case .y:
      place = "at graph 0.99, first \(value) right offset 0,0.6"
    }
    referenceCount += 1
    marks.append("set label \(GnuplotText.quoted(label)) \(place) front boxed textcolor rgb '#222222'")
  }

  mutating func write(_ text: String, x: Double, y: Double, colour: String) {
    marks.append("set label \(GnuplotText.quoted(text)) at \(x), \(y) center front textcolor rgb '\(colour)'")
  }

  /// Puts names at the positions 1, 2, ... of an axis.
  mutating func setNames(_ names: [String], on axis: Axis) {
    let list = names.enumerated().map { "\(GnuplotText.quotedMark($1)) \($0 + 1)" }.joined(separator: ", ")
    let isRotated = axis == .x && !fits(names)
    let direction = isRotated ? "rotate by 40 right offset 0.6,0.2" : "norotate"
    marks.append("set \(axis.rawValue)tics \(direction) (\(list))")
    // The plotter leaves room on the right, as if the names went that way.
    if isRotated, figure.legend != .right, !isTopDown { marks.append("set rmargin 3") }
  }

  /// Whether names fit side by side below the axis.
  private func fits(_ names: [String]) -> Bool {
    // About what a character of the font takes, and what the marks of the other axis leave.
    let needed = 8.5 * Double(names.map(\.count).max() ?? 0) + 8
    return needed * Double(names.count) <= 0.8 * Double(width)
  }

  private mutating func newName() -> String {
    defer { dataCount += 1 }
    return "\(prefix)\(dataCount)"
  }

  private mutating func addData(_ rows: [[Double]]) -> String {
    let name = newName()
    let lines = rows.map { $0.map(GnuplotText.number).joined(separator: " ") + "\n" }.joined()
    dataBlocks.append("\(name) << END_OF_DATA\n\(lines)END_OF_DATA")
    return name
  }

  private mutating func addElement(_ data: String, _ columns: String, _ marks: String, _ label: String?) {
    let title = label.flatMap { $0.isEmpty ? nil : "title \(GnuplotText.quoted($0))" }
    hasLegend = hasLegend || title != nil
    elements.append("\(data) \(columns) with \(marks) \(title ?? "notitle")")
  }
}
