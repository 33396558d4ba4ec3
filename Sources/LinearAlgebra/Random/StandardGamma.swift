internal import RealModule

extension RandomNumberGenerator {
  /// A draw from the gamma distribution of this shape, above zero, and scale 1.
  ///
  /// Draws of a tiny shape are zero where no double is as small; ``nextLogStandardGamma(shape:)`` has them.
  ///
  /// Source: Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26(3), 2000,
  /// doi:10.1145/358407.358414.
  package mutating func nextStandardGamma(shape: Double) -> Double {
    precondition(shape > 0, "A gamma distribution has a shape above zero; this one is \(shape)")
    if shape < 1 {
      // x u^(1/a), with x of shape a + 1.
      let uniform = nextUniform()
      return nextStandardGamma(shape: shape + 1) * .pow(uniform, 1 / shape)
    }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let (x, _) = nextNormalPair()
      let t = 1 + c * x
      guard t > 0 else { continue }
      let v = t * t * t
      let u = 1 - nextUniform()
      if .log(u) < 0.5 * x * x + d - d * v + d * .log(v) { return d * v }
    }
  }

  /// The logarithm of a draw from the gamma distribution of this shape, above zero, and scale 1.
  package mutating func nextLogStandardGamma(shape: Double) -> Double {
    guard shape < 1 else { return .log(nextStandardGamma(shape: shape)) }
    // Above zero, so that the logarithm is finite.
    let uniform = 1 - nextUniform()
    return .log(nextStandardGamma(shape: shape + 1)) + .log(uniform) / shape
  }

  /// A draw from the chi-squared distribution with this many degrees of freedom, above zero.
  package mutating func nextChiSquared(degreesOfFreedom: Double) -> Double {
    2 * nextStandardGamma(shape: degreesOfFreedom / 2)
  }
}
