internal import Learning
internal import RealModule

extension ContinuousDistribution {
  /// E g(X) of a bounded function that is smooth between corners.
  ///
  /// The integral of g(quantile(u)) over u, each half from its tail: tanh-sinh quadrature, which bears the quantile's
  /// growth at the ends.
  ///
  /// Source: H. Takahasi and M. Mori, Double exponential formulas for numerical integration, Publications of RIMS 9(3),
  /// 1974, doi:10.2977/prims/1195192451.
  ///
  /// - Parameter corners: the places where g has a corner or a jump.
  func expectation(
    corners: [Double] = [], of g: (Double) -> Double
  ) throws(LearningError) -> Double {
    let lower = try Self.integral(between: corners.map(cumulative)) { u throws(LearningError) in
      g(try quantile(u))
    }
    let upper = try Self.integral(between: corners.map(survival)) { u throws(LearningError) in
      g(try upperQuantile(u))
    }
    return lower + upper
  }

  /// The integral from 0 to 1/2, in pieces that end at those of the corners that are between.
  private static func integral(
    between corners: [Double], of function: (Double) throws(LearningError) -> Double
  ) throws(LearningError) -> Double {
    let ends = [0] + corners.filter { $0 > 0 && $0 < 0.5 }.sorted() + [0.5]
    var sum = 0.0
    for (a, b) in zip(ends, ends.dropFirst()) where a < b {
      for index in -64...64 {
        let t = 0.05 * Double(index)
        let e = Double.exp(-.pi * .sinh(t))
        let share = 1 / (1 + e)
        let weight = 0.05 * .pi * .cosh(t) * share * (e * share)
        sum += try function(a + (b - a) * share) * weight * (b - a)
      }
    }
    return sum
  }
}
