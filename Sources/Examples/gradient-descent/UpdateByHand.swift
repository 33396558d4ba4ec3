import Optimization

/// The points of gradient descent, written out: from each to the next by the rate times the gradient, downhill.
func gradientDescentPoints(
  _ function: some DifferentiableFunction, from start: [Double], rate: Double, steps: Int
) -> [[Double]] {
  var points = [start]
  var x = start
  for _ in 0..<steps {
    let gradient = function.gradient(at: x)
    x = zip(x, gradient).map { $0 - rate * $1 }
    points.append(x)
  }
  return points
}

/// The largest difference between the elements of two points.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).map { abs($0 - $1) }.max() ?? .nan
}

/// The largest element.
func steepness(_ gradient: [Double]) -> Double { gradient.map { abs($0) }.max() ?? .nan }
