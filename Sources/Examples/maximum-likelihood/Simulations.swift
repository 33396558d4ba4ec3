import Stats

/// Simulated values of a statistic.
struct SimulatedStatistic {
  let values: [Double]
  let mean: Double
  let variance: Double

  init(_ values: [Double]) throws {
    self.values = values
    let moments = try SampleMoments(of: values)
    mean = moments.mean
    variance = moments.variance()
  }

  /// How far the mean is from a number, in its standard errors.
  func distance(from expected: Double) -> Double {
    abs(mean - expected) / (variance / Double(values.count)).squareRoot()
  }
}

/// The mean and both variances of many samples.
struct VarianceSimulation {
  let means, biased, unbiased: SimulatedStatistic

  init(
    of distribution: some ContinuousDistribution, size: Int, repeats: Int,
    using generator: inout some RandomNumberGenerator
  ) throws {
    let fits = try (0..<repeats).map { _ in try Normal.fit(distribution.samples(size, using: &generator)) }
    means = try SimulatedStatistic(fits.map { $0[.mean] })
    biased = try SimulatedStatistic(fits.map { $0.variance(.maximumLikelihood) })
    unbiased = try SimulatedStatistic(fits.map { $0.variance(.unbiased) })
  }
}

/// The mean and the median of many samples.
struct LocationSimulation {
  let means, medians: SimulatedStatistic

  init(
    of distribution: some ContinuousDistribution, size: Int, repeats: Int,
    using generator: inout some RandomNumberGenerator
  ) throws {
    let samples = (0..<repeats).map { _ in distribution.samples(size, using: &generator) }
    means = try SimulatedStatistic(samples.map { $0.reduce(0, +) / Double(size) })
    medians = try SimulatedStatistic(samples.map { try $0.median() })
  }
}
