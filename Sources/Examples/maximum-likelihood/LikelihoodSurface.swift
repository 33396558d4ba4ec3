import RealModule
import Stats

/// The likelihood of two parameters on a grid, as the confidence at which a likelihood-ratio test rejects each point.
struct LikelihoodSurface {
  let x, y: [Double]
  /// One row for each y: 1 - exp(-deviance / 2), the chi-squared distribution with two degrees of freedom.
  let confidence: [[Double]]

  init(_ fit: MaximumLikelihood<some LikelihoodFunction>, x: [Double], y: [Double]) {
    self.x = x
    self.y = y
    confidence = y.map { second in
      x.map { first in 1 - .exp(fit.likelihood.logLikelihood(at: [first, second]) - fit.logLikelihood) }
    }
  }
}

/// `count` values from `first` to `last`, evenly spaced.
func grid(_ first: Double, _ last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
}

/// The slope of the least-squares line.
func slope(of y: [Double], over x: [Double]) -> Double {
  let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
  let products = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
  return products / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
}
