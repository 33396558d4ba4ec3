internal import Learning
internal import RealModule

/// What is sufficient of a sample for the gamma distribution and its relatives.
struct GammaStatistics: Sendable, Hashable, Codable {
  /// The number of observations, or the sum of their weights.
  let weight: Double
  let mean: Double
  /// The logarithm of the mean less the mean of the logarithms: positive unless all observations are the same.
  let logRatio: Double

  /// - Throws: as ``WeightedObservations/init(_:weights:of:support:where:)``; observations must be above zero.
  init<Family: Distribution>(
    _ observations: some Collection<Double>, weights: [Double]?, of family: Family.Type
  ) throws(LearningError) {
    let sample = try WeightedObservations(
      observations, weights: weights, of: family, support: "numbers above 0") { $0 > 0 }
    let moments = try SampleMoments(of: sample.values, weights: sample.weights, upTo: .second)
    self.init(sample, mean: moments.mean, value: { $0 }, distance: { $0 - moments.mean })
  }

  /// The statistics of a positive function of the observations.
  ///
  /// - Parameters:
  ///   - mean: that of the function.
  ///   - distance: the function less its mean, to as many digits as can be had.
  init(
    _ sample: WeightedObservations, mean: Double, value: (Double) -> Double, distance: (Double) -> Double
  ) {
    weight = sample.totalWeight
    self.mean = mean
    // Terms of one sign, where the difference of the two logarithms would cancel for observations close together.
    logRatio = sample.mean { x in
      let (value, excess) = (value(x), distance(x) / mean)
      return value > 0.6 * mean ? .remainderOfLog(onePlus: excess) : excess - .log(value) + .log(mean)
    }
  }

  var meanLog: Double { .log(mean) - logRatio }
}
