/// A point of a function along a direction from where a step begins.
struct LinePoint {
  /// How far along the direction, 1 being its whole length.
  let step: Double
  let point: [Double]
  let value: Double
  let gradient: [Double]
  /// The derivative along the direction.
  let slope: Double

  var isFinite: Bool { value.isFinite && slope.isFinite }
}

/// A function along a direction, counting how often it is asked.
struct Line<Function: DifferentiableFunction> {
  let function: Function
  let origin: [Double]
  let direction: [Double]
  private(set) var evaluations = 0

  init(_ function: Function, from origin: [Double], along direction: [Double]) {
    self.function = function
    self.origin = origin
    self.direction = direction
  }

  mutating func point(at step: Double) -> LinePoint {
    evaluations += 1
    let point = sum(origin, step, direction)
    var gradient = [Double](repeating: 0, count: point.count)
    let value = function.value(at: point, gradient: &gradient)
    return LinePoint(step: step, point: point, value: value, gradient: gradient, slope: dot(gradient, direction))
  }
}
