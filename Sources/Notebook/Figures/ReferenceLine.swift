/// A line across the whole figure at one value of an axis.
struct ReferenceLine: LayerContent {
  let axis: Axis
  let value: Double
  private var isDrawable = true

  init(axis: Axis, value: Double) {
    self.axis = axis
    self.value = value
  }

  mutating func clean(_ scales: Scales) -> Int {
    isDrawable = scales.allows(value, on: axis)
    return isDrawable ? 0 : 1
  }

  func extend(_ extents: inout Extents, _ scales: Scales) {
    guard isDrawable else { return }
    switch axis {
    case .x: extents.x.includeEdge(value)
    case .y: extents.y.includeEdge(value)
    }
  }

  func draw(in panel: inout GnuplotPanel, label: String?) {
    if isDrawable { panel.drawReference(at: value, on: axis, label: label) }
  }
}
