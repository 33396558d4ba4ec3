internal import Learning

/// The penalty of lasso, ridge and elastic net:
///
///     p(x) = Σⱼ cⱼ (l1 |xⱼ| + l2/2 xⱼ²)
///
/// With `ElasticNetPenalty(l1: 1, factors: [0, 1, 1])` the first variable, an intercept, goes unpenalised.
///
/// Source: H. Zou and T. Hastie, Regularization and variable selection via the elastic net, J. R. Stat. Soc. B 67(2),
/// 2005, doi:10.1111/j.1467-9868.2005.00503.x.
public struct ElasticNetPenalty: Hashable, Sendable, Codable {
  public var l1: Double
  public var l2: Double
  /// c, one for each variable, which multiplies both parts; nil, the default, for ones.
  public var factors: [Double]?

  public init(l1: Double = 0, l2: Double = 0, factors: [Double]? = nil) {
    self.l1 = l1
    self.l2 = l2
    self.factors = factors
  }

  /// p(x).
  public func value(at x: [Double]) -> Double {
    requireOneFactorForEach(of: x)
    var sum = 0.0
    for j in x.indices { sum += factor(j) * (l1 * abs(x[j]) + 0.5 * l2 * x[j] * x[j]) }
    return sum
  }

  /// The largest violation, over the variables, of what holds at the minimum of f + p, given the gradient g of f:
  /// gⱼ + cⱼ l2 xⱼ + cⱼ l1 sign(xⱼ) = 0 where xⱼ is not zero, and |gⱼ| ≤ cⱼ l1 where it is.
  ///
  /// Zero there and only there if f is convex; NaN where an element of the gradient is.
  public func optimalityResidual(at x: [Double], gradient: [Double]) -> Double {
    requireOneFactorForEach(of: x)
    precondition(x.count == gradient.count, "The point has \(x.count) elements, the gradient \(gradient.count)")
    let residuals = x.indices.map { j in
      let (weight, slope) = (factor(j) * l1, gradient[j] + factor(j) * l2 * x[j])
      if x[j] == 0 { return SoftThreshold(weight)(slope) }
      return slope + (x[j] > 0 ? weight : -weight)
    }
    return maximumMagnitude(residuals)
  }

  /// The minimum over z of curvature/2 |z - x|² + p(z).
  func proximalPoint(of x: [Double], curvature: Double) -> [Double] {
    x.indices.map { j in
      SoftThreshold(factor(j) * l1 / curvature)(x[j]) / (1 + factor(j) * l2 / curvature)
    }
  }

  private func requireOneFactorForEach(of x: [Double]) {
    let count = factors?.count ?? x.count
    precondition(count == x.count, "There are \(count) penalty factors for \(x.count) variables")
  }

  private func factor(_ j: Int) -> Double { factors?[j] ?? 1 }

  func requireValid(dimension: Int) throws(LearningError) {
    try requirePenalty(l1, "l1")
    try requirePenalty(l2, "l2")
    guard let factors else { return }
    guard factors.count == dimension else {
      throw .invalidOption(
        name: "factors", value: "\(factors.count) numbers", allowed: "one for each of the \(dimension) variables")
    }
    for factor in factors { try requirePenalty(factor, "factors") }
  }
}
