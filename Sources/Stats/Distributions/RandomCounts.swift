internal import LinearAlgebra
internal import RealModule

/// Counts are held in doubles here: none that is drawn can overflow.
extension RandomNumberGenerator {
  /// A draw from the Poisson distribution of this mean, which must not be negative.
  ///
  /// By transformed rejection from a mean of 10 on, by inversion below.
  ///
  /// Source: Hörmann, The transformed rejection method for generating Poisson random variables, Insurance: Mathematics
  /// and Economics 12(1), 1993, doi:10.1016/0167-6687(93)90997-4.
  mutating func nextPoisson(mean: Double) -> Double {
    guard mean >= 10 else { return nextSmallPoisson(mean: mean) }
    guard mean.isFinite else { return mean }
    let b = 0.931 + 2.53 * mean.squareRoot()
    let hat = TransformedRejection(
      a: -0.059 + 0.02483 * b, b: b, center: mean + 0.43, squeeze: 0.9277 - 3.6224 / (b - 2))
    let scale = Double.log(1.1239 + 1.1328 / (b - 3.4))
    let mean = DoublePair(mean)
    return next(hat, through: .infinity) { k in
      (k == 0 ? -mean.high : GammaTails.logTerm(k, mean)) - scale
    }
  }

  private mutating func nextSmallPoisson(mean: Double) -> Double {
    let atZero = Double.exp(-mean)
    while true {
      var rest = nextUniform()
      var probability = atZero
      var k = 0.0
      // Rounding may leave something of the largest uniforms beyond all counts.
      while k < 200 {
        if rest < probability { return k }
        rest -= probability
        k += 1
        probability *= mean / k
      }
    }
  }

  /// A draw from the binomial distribution of a whole number of trials and a probability of success from 0 to 1.
  ///
  /// By transformed rejection where the smaller of the expected counts is 10 or more, by inversion below.
  ///
  /// Source: Hörmann, The generation of binomial random variates, Journal of Statistical Computation and Simulation
  /// 46(1-2), 1993, doi:10.1080/00949659308811496.
  mutating func nextBinomial(trials: Double, probability p: Double) -> Double {
    if p > 0.5 { return trials - nextBinomial(trials: trials, probability: 1 - p) }
    guard trials * p >= 10 else { return nextSmallBinomial(trials: trials, probability: p) }
    let deviation = (trials * p * (1 - p)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let hat = TransformedRejection(
      a: -0.0873 + 0.0248 * b + 0.01 * p, b: b, center: trials * p + 0.5, squeeze: 0.92 - 4.2 / b)
    let point = UnitPair(x: p)
    let mode = ((trials + 1) * p).rounded(.down)
    let scale =
      Double.log((2.83 + 5.1 / b) * deviation)
      + Binomial.logProbability(mode, trials: trials, point)
    return next(hat, through: trials) { Binomial.logProbability($0, trials: trials, point) - scale }
  }

  private mutating func nextSmallBinomial(trials: Double, probability p: Double) -> Double {
    let odds = p / (1 - p)
    let atZero = Double.exp(trials * .log(onePlus: -p))
    while true {
      var rest = nextUniform()
      var probability = atZero
      var k = 0.0
      while k <= min(trials, 200) {
        if rest < probability { return k }
        rest -= probability
        probability *= (trials - k) / (k + 1) * odds
        k += 1
      }
    }
  }

  /// A draw whose logarithmic probability, up to the hat's factor, is `logDensity`.
  private mutating func next(
    _ hat: TransformedRejection, through end: Double, logDensity: (Double) -> Double
  ) -> Double {
    while true {
      let u = nextUniform() - 0.5
      // Above zero, for its logarithm.
      let v = 1 - nextUniform()
      let distance = 0.5 - abs(u)
      let k = ((2 * hat.a / distance + hat.b) * u + hat.center).rounded(.down)
      if distance >= 0.07 && v <= hat.squeeze { return k }
      guard k >= 0 && k <= end, distance >= 0.013 || v <= distance else { continue }
      if .log(v) - .log(hat.a / (distance * distance) + hat.b) <= logDensity(k) { return k }
    }
  }
}

/// The hat of Hörmann's transformed rejection: the distribution function (2a / (½ - |u|) + b) u + c, inverted.
private struct TransformedRejection {
  let a, b, center: Double
  /// Below this v a central point is taken without looking at its density.
  let squeeze: Double
}
