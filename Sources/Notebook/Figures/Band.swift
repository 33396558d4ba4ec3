/// The area between two curves.
struct Band: LayerContent {
  var series: Series

  mutating func clean(_ scales: Scales) -> Int { series.clean(scales) }

  func extend(_ extents: inout Extents, _ scales: Scales) { series.extend(&extents) }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    // Across a gap the plotter would fill on, so each run is an area of its own.
    for (index, run) in series.runs.enumerated() {
      panel.plot(
        run, as: "filledcurves fs transparent solid 0.25 noborder \(panel.nextStyle.colour)",
        label: index == 0 ? label : nil)
    }
  }
}
