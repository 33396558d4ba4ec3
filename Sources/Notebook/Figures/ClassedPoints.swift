/// Points that belong to classes, each class in a style of its own.
struct ClassedPoints: LayerContent {
  private var curves: [(name: String, curve: Curve)]

  init<Label: Hashable & Comparable & CustomStringConvertible>(series: Series, classes: [Label]) {
    precondition(
      classes.count == series.rows.count, "There are \(classes.count) classes for \(series.rows.count) points.")
    let members = Dictionary(grouping: zip(classes, series.rows), by: \.0)
    curves = members.sorted { $0.key < $1.key }.map { label, points in
      (label.description, Curve(series: Series(rows: points.map(\.1)), shape: .points))
    }
  }

  mutating func clean(_ scales: Scales) -> Int {
    curves.indices.reduce(0) { $0 + curves[$1].curve.clean(scales) }
  }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    for (_, curve) in curves { curve.extend(&extents, scales) }
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    for (name, curve) in curves { curve.draw(in: &panel, label: name) }
  }
}
