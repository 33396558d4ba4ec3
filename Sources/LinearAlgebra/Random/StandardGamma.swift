internal import RealModule

extension RandomNumberGenerator {
  /// A draw from the gamma distribution of this shape, at least 1/2, and scale 1.
  ///
  /// Source: Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26(3), 2000,
  /// doi:10.1145/358407.358414.
  package mutating func nextStandardGamma(shape: Double) -> Double {
    precondition(shape >= 0.5, "The method draws shapes from 1/2; this one is \(shape)")
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

  /// A draw from the chi-squared distribution with this many degrees of freedom, at least 1.
  package mutating func nextChiSquared(degreesOfFreedom: Double) -> Double {
    2 * nextStandardGamma(shape: degreesOfFreedom / 2)
  }
}
