import Stats

/// How often 95 % intervals from so many trials contain the true rate: exactly, by the binomial distribution.
struct IntervalCoverage {
  let wald, wilson, exact: [Double]

  init(trials: Int, rates: [Double]) throws {
    let fits = try (0...trials).map { try Bernoulli.fit(successes: $0, trials: trials) }
    // Where all outcomes are the same Wald's interval has no width, which is why the toolkit refuses it.
    let wald = fits.map { (try? $0.waldInterval(of: .probability)) }
    let wilson = try fits.map { try $0.wilsonInterval() }
    let exact = try fits.map { try $0.exactInterval() }
    var coverage: [(Double, Double, Double)] = []
    for rate in rates {
      let binomial = try Binomial(trials: trials, probability: rate)
      let probabilities = (0...trials).map(binomial.density)
      func total(_ contains: (Int) -> Bool) -> Double {
        probabilities.indices.reduce(0) { $0 + (contains($1) ? probabilities[$1] : 0) }
      }
      coverage.append(
        (
          total { wald[$0]?.contains(rate) ?? false }, total { wilson[$0].contains(rate) },
          total { exact[$0].contains(rate) }
        ))
    }
    self.wald = coverage.map(\.0)
    self.wilson = coverage.map(\.1)
    self.exact = coverage.map(\.2)
  }
}
