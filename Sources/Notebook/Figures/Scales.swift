/// The scales of a figure's two axes, which decide what can be drawn.
struct Scales: Sendable {
  var x = Figure.Scale.linear
  var y = Figure.Scale.linear

  func allows(_ value: Double, on axis: Axis) -> Bool {
    value.isDrawable(on: axis == .x ? x : y)
  }
}

extension Double {
  /// Beyond this the plotter's own arithmetic on ranges overflows, and below its inverse it underflows.
  private static let largestDrawable = 1e300

  func isDrawable(on scale: Figure.Scale) -> Bool {
    isFinite && abs(self) <= Double.largestDrawable
      && (scale == .linear || self >= 1 / Double.largestDrawable)
  }
}
