import Learning
import RealModule
import Stats
import Testing

/// What mpmath finds of a distribution; see Tests/Fixtures/stats/make_distributions_special.py.
struct DistributionTable: Decodable {
  let parameters: [Double]
  /// Mean, variance, skewness, excess kurtosis and entropy; nil stands for one that is infinite or does not exist.
  let moments: [Double?]
  /// x, the logarithm of the density, P(X ≤ x), P(X > x).
  let rows: [[Double?]]

  static func all(_ name: String) throws -> [DistributionTable] {
    try #require(tables.get()[name])
  }

  private static let tables: Result<[String: [DistributionTable]], any Error> = Result {
    try fixture("distributions_special")
  }
}

/// How far a distribution is from a table: each largest error, relative to the tolerance that it has.
struct TableErrors {
  private(set) var moments = WorstRow()
  private(set) var entropy = WorstRow()
  private(set) var densities = WorstRow()
  private(set) var tails = WorstRow()
  private(set) var quantiles = WorstRow()

  mutating func compare<Subject: UnivariateDistribution>(
    _ distribution: Subject, _ table: DistributionTable, value: (Double) -> Subject.Value,
    number: (Subject.Value) -> Double
  ) throws {
    let found = [
      distribution.mean, distribution.variance, distribution.skewness, distribution.excessKurtosis,
    ]
    for (index, value) in found.enumerated() {
      guard let expected = table.moments[index] else {
        #expect(!value.isFinite, "\(distribution) has the moment \(index) \(value)")
        continue
      }
      // Central moments of a higher order are differences of numbers of about this size.
      moments.compare(value, expected, table.parameters, scale: max(1, 1 / abs(expected)))
    }
    if let expected = table.moments[4] {
      entropy.compare(distribution.entropy, expected, table.parameters, scale: max(1, 1 / abs(expected)))
    }
    for row in table.rows {
      let x = value(try #require(row[0]))
      let context = table.parameters + row
      if let expected = row[1] {
        densities.compare(distribution.logDensity(x), expected, context, scale: max(1, 1 / abs(expected)))
      }
      tails.compare(distribution.cumulative(x), row[2], context)
      tails.compare(distribution.survival(x), row[3], context)
      try compareQuantiles(distribution, x, row, context, number)
    }
  }

  /// The quantile of a tail is the x of the row, but for what rounding the tail makes of it.
  private mutating func compareQuantiles<Subject: UnivariateDistribution>(
    _ distribution: Subject, _ x: Subject.Value, _ row: [Double?], _ context: [Double?],
    _ number: (Subject.Value) -> Double
  ) throws {
    guard let logDensity = row[1], number(x) != 0 else { return }
    let slope = abs(number(x)) * Double.exp(logDensity)
    if let lower = row[2], lower < 0.999 {
      let scale = Subject.self is any DiscreteDistribution.Type ? 1 : max(1, 0.01 * lower / slope)
      let probability = Subject.self is any DiscreteDistribution.Type ? distribution.cumulative(x) : lower
      quantiles.compare(number(try distribution.quantile(probability)), number(x), context, scale: scale)
    }
    if let upper = row[3], upper < 0.999 {
      let scale = Subject.self is any DiscreteDistribution.Type ? 1 : max(1, 0.01 * upper / slope)
      let probability = Subject.self is any DiscreteDistribution.Type ? distribution.survival(x) : upper
      quantiles.compare(number(try distribution.upperQuantile(probability)), number(x), context, scale: scale)
    }
  }

  /// Expects all to 1e-13, the entropy to 1e-10 where it is a sum.
  func expectSmall(entropyTolerance: Double = 1e-13) {
    #expect(moments.error < 1e-13, "moments: \(moments)")
    #expect(entropy.error < entropyTolerance, "entropy: \(entropy)")
    #expect(densities.error < 1e-13, "densities: \(densities)")
    #expect(tails.error < 1e-13, "tails: \(tails)")
    #expect(quantiles.error < 1e-13, "quantiles: \(quantiles)")
  }
}

/// Draws many values and compares: the mean and the variance with what they should be, within five standard errors, and
/// the empirical distribution function with the cumulative one, at a level of about 1e-6.
func expectFittingSamples<Subject: UnivariateDistribution>(
  _ distribution: Subject, count: Int = 4000, seed: UInt64 = 20, number: (Subject.Value) -> Double
) {
  var generator = SeededGenerator(seed: seed)
  let samples = distribution.samples(count, using: &generator).sorted()
  let values = samples.map(number)
  let n = Double(count)
  if distribution.excessKurtosis.isFinite {
    let mean = values.reduce(0, +) / n
    #expect(abs(mean - distribution.mean) < 5 * (distribution.variance / n).squareRoot(), "\(distribution)")
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let error = distribution.variance * ((distribution.excessKurtosis + 2) / n).squareRoot()
    #expect(abs(variance - distribution.variance) < 5 * error, "\(distribution): \(variance)")
  }
  // Massart's constant: P(√n D > 2.7) < 1e-6. Values that come more than once count at their last place.
  var largest = 0.0
  for (index, x) in samples.enumerated() where index + 1 == count || samples[index + 1] > x {
    largest = max(largest, abs(distribution.cumulative(x) - Double(index + 1) / n))
  }
  #expect(largest * n.squareRoot() < 2.7, "\(distribution): \(largest)")
}

/// The sentence of the error that a body throws.
func sentence(_ body: () throws(LearningError) -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch { return error.description }
}
