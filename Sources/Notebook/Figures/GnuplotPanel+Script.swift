/// The text of the script.
extension GnuplotPanel {
  /// The commands that define the data, once a script.
  var dataText: String { dataBlocks.map { $0 + "\n" }.joined() }

  /// The commands that draw the panel.
  func plotText(title: String) -> String {
    (resetting + axes(title: title) + marks + ["plot \(plotted.joined(separator: ", \\\n  "))"])
      .map { $0 + "\n" }.joined()
  }

  /// A panel with nothing to draw says so in an empty frame.
  private var plotted: [String] {
    elements.isEmpty ? ["NaN notitle"] : elements
  }

  /// Settings outlive a panel, so each sets back what an earlier one may have changed.
  private var resetting: [String] {
    ["unset arrow", "unset label", "unset logscale", "unset colorbox", "set surface", "set rmargin"]
  }

  private func axes(title: String) -> [String] {
    var lines = [
      "set title \(GnuplotText.quoted(title)) font ',16'",
      "set xlabel \(GnuplotText.quoted(xLabel)) offset 0,0.5",
      "set ylabel \(GnuplotText.quoted(figure.yLabel))",
      "set xrange [\(xRange.lowerBound):\(xRange.upperBound)]",
      "set yrange [\(bounds(yRange))]",
      "set format xy '%g'",
      "set format cb '%g'",
      "set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4",
      "set xtics norotate nomirror out offset 0,0.3 autofreq",
      "set ytics norotate nomirror out autofreq",
      legend,
    ]
    if scales.x == .logarithmic { lines.append("set logscale x") }
    if scales.y == .logarithmic { lines.append("set logscale y") }
    if countsWhole {
      lines.append("set xtics 1")
    } else if scales.x == .linear, let step = AxisMarks.sparseStep(in: xRange, width: width) {
      lines.append("set xtics \(step)")
    }
    if isColoured {
      lines += ["set colorbox", "unset grid", "set border 15 lc rgb '#444444'"]
    } else {
      lines += ["set grid back lt 1 lw 0.7 lc rgb '#dddddd'", "set border 3 lc rgb '#444444'"]
    }
    if elements.isEmpty { lines.append("set label 'nothing to draw' at graph 0.5, graph 0.5 center") }
    return lines
  }

  /// The plotter sets a legend so close below the name of the axis that they touch: an empty line parts them.
  private var xLabel: String {
    let isAboveLegend = hasLegend && figure.legend == .below && !figure.xLabel.isEmpty
    return figure.xLabel + (isAboveLegend ? "\n" : "")
  }

  private func bounds(_ range: ClosedRange<Double>) -> String {
    isTopDown ? "\(range.upperBound):\(range.lowerBound)" : "\(range.lowerBound):\(range.upperBound)"
  }

  private var legend: String {
    guard hasLegend else { return "unset key" }
    let place =
      switch figure.legend {
      case .below: "below center horizontal"
      case .right: "outside right top vertical"
      case .topLeft: "inside left top vertical opaque"
      case .topRight: "inside right top vertical opaque"
      case .bottomLeft: "inside left bottom vertical opaque"
      case .bottomRight: "inside right bottom vertical opaque"
      case .hidden: ""
      }
    return place.isEmpty ? "unset key" : "set key on \(place) Left reverse samplen 3 noenhanced"
  }
}
