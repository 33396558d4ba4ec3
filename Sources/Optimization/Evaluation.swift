/// A point, and what a function says of it.
struct Evaluation {
  let point: [Double]
  let value: Double
  let gradient: [Double]

  init(_ function: some DifferentiableFunction, at point: [Double]) {
    precondition(
      point.count == function.dimension, "The point has \(point.count) elements, the function \(function.dimension)")
    var gradient = [Double](repeating: 0, count: point.count)
    value = function.value(at: point, gradient: &gradient)
    self.point = point
    self.gradient = gradient
  }

  init(point: [Double], value: Double, gradient: [Double]) {
    self.point = point
    self.value = value
    self.gradient = gradient
  }

  /// The largest element of the gradient.
  var steepness: Double { maximumMagnitude(gradient) }

  var isFinite: Bool { value.isFinite && steepness.isFinite }

  /// Whether a method that began at `start` and came here is running away: something is no longer finite, or the
  /// function lies higher than it did and is a hundred million times as steep as it was and as is usual.
  ///
  /// All this is asked for, because a method may climb for a while, as momentum does, may leave a plateau for a steep
  /// slope downwards, and may begin at a minimum and move about it.
  func isDiverging(since start: Evaluation, gradientScale: Double) -> Bool {
    !isFinite || (value > start.value && steepness > 1e8 * max(start.steepness, gradientScale))
  }
}
