import LinearAlgebra
import RealModule
import Stats

/// The logarithm of the posterior density of intercept and coefficients, but for a constant: the labels are Bernoulli,
/// the coefficients have a prior each, the intercept a flat one.
struct LogPosterior {
  let sample: BinarySample
  let prior: any ContinuousDistribution

  func callAsFunction(_ point: [Double]) throws -> Double {
    let coefficients = Array(point.dropFirst())
    let odds = sample.features.multiplied(by: coefficients)
    var sum = coefficients.reduce(0) { $0 + prior.logDensity($1) }
    for (odds, label) in zip(odds, sample.labels) {
      sum += try Bernoulli(probability: 1 / (1 + .exp(-odds - point[0]))).logDensity(label)
    }
    return sum
  }

  /// The point of the highest density, by a search that knows nothing of derivatives: one coordinate after the other by
  /// golden sections, until a round moves none.
  ///
  /// A concave function that bends nowhere but along the coordinates has no other point at which it ends.
  func maximum(from start: [Double]) throws -> [Double] {
    var point = start
    for _ in 0..<200 {
      let before = point
      for j in point.indices {
        point[j] = try goldenSection(in: (point[j] - 1)...(point[j] + 1)) { value in
          var candidate = point
          candidate[j] = value
          return try self(candidate)
        }
      }
      if largestDifference(before, point) < 1e-8 { break }
    }
    return point
  }
}

/// Where a concave function is largest in an interval, to 1e-9.
private func goldenSection(in interval: ClosedRange<Double>, _ function: (Double) throws -> Double) throws -> Double {
  let ratio = (5.0.squareRoot() - 1) / 2
  var (low, high) = (interval.lowerBound, interval.upperBound)
  var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
  var (atLeft, atRight) = (try function(left), try function(right))
  while high - low > 1e-9 {
    if atLeft < atRight {
      (low, left, atLeft) = (left, right, atRight)
      right = low + ratio * (high - low)
      atRight = try function(right)
    } else {
      (high, right, atRight) = (right, left, atLeft)
      left = high - ratio * (high - low)
      atLeft = try function(left)
    }
  }
  return (low + high) / 2
}
