public import Learning
public import LinearAlgebra
internal import RealModule

extension Poisson: LikelihoodFamily {
  /// The likelihood of counts, of which their sum and their number are sufficient for the mean.
  ///
  ///     l(λ) = s log λ - t λ + c
  ///
  /// with the sum s of the counts, and the exposure t, which is the number of the counts unless each has its own.
  public struct Likelihood: CountLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case mean
      public var domain: ParameterDomain { .positive }
    }

    public static var support: ClosedRange<Int> { 0...Int.max }

    public let sampleSize: Double
    /// The sum of the counts.
    public let total: Double
    /// What the mean is for one of: the number of the counts, or the sum of their exposures.
    public let exposure: Double
    /// What does not depend on the mean: Σ (y log t - log y!).
    private let constant: Double

    public init(_ table: FrequencyTable) throws(LearningError) {
      try Self.requireSupport(table)
      sampleSize = table.totalWeight
      total = table.sum
      exposure = table.totalWeight
      constant = zip(table.values, table.weights).reduce(0) { $0 - $1.1 * .logGamma(Double($1.0) + 1) }
    }

    /// The likelihood of counts with an exposure each: the years, kilometres or people that it was counted over. The
    /// mean is then the rate, for an exposure of 1.
    ///
    /// - Throws: ``LearningError/countMismatch(_:count:rowCount:)``,
    ///   ``LearningError/invalidOption(name:value:allowed:)`` unless every exposure is finite and above zero,
    ///   ``LearningError/outsideSupport(distribution:row:value:support:)``.
    public init<Count: FixedWidthInteger>(
      _ counts: some Collection<Count>, exposures: [Double]
    ) throws(LearningError) {
      guard exposures.count == counts.count else {
        throw .countMismatch(.exposures, count: exposures.count, rowCount: counts.count)
      }
      for (row, exposure) in exposures.enumerated() where !(exposure > 0 && exposure.isFinite) {
        throw .invalidOption(
          name: "exposure of row \(row)", value: "\(exposure)", allowed: "a finite number above zero")
      }
      let base = try Self(counts)
      sampleSize = base.sampleSize
      total = base.total
      exposure = exposures.reduce(0, +)
      constant = base.constant + zip(counts, exposures).reduce(0) { $0 + Double($1.0) * .log($1.1) }
    }

    public var parameters: [Parameter] { [.mean] }

    public func logLikelihood(at point: [Double]) -> Double {
      let mean = point[0]
      guard mean >= 0 else { return -.infinity }
      return (total > 0 ? total * .log(mean) : 0) - exposure * mean + constant
    }

    public func score(at point: [Double]) -> [Double] { [(total > 0 ? total / point[0] : 0) - exposure] }

    public func observedInformation(at point: [Double]) -> Matrix { [[total / (point[0] * point[0])]] }

    /// t / λ.
    public func expectedInformation(at point: [Double]) -> Matrix { [[exposure / point[0]]] }

    public func distribution(at point: [Double]) throws(LearningError) -> Poisson {
      try Poisson(mean: point[0])
    }

    /// The mean of the counts.
    public func maximum() -> LikelihoodMaximum {
      guard total > 0 else {
        return .boundary([0], because: "every count is 0; the mean is estimated as 0.")
      }
      return .closedForm([total / exposure], "sample mean")
    }
  }

  /// The rate under which counts over these exposures are most likely.
  ///
  /// - Throws: what ``Likelihood/init(_:exposures:)`` throws.
  public static func fit<Count: FixedWidthInteger>(
    _ counts: some Collection<Count>, exposures: [Double]
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(counts, exposures: exposures))
  }
}

extension MaximumLikelihood where Function == Poisson.Likelihood {
  /// The means that the score test does not reject: for rates what Wilson's interval is for proportions.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func scoreInterval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    let z = try normalQuantile(level: level)
    let spread = z * (likelihood.total + z * z / 4).squareRoot()
    let middle = likelihood.total + z * z / 2
    return IntervalEstimate(
      lower: likelihood.total == 0 ? 0 : (middle - spread) / likelihood.exposure,
      upper: (middle + spread) / likelihood.exposure, level: level)
  }

  /// Garwood's interval, by the Poisson distribution itself: it covers at least as often as its level says.
  ///
  /// Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28(3-4), 1936,
  /// doi:10.1093/biomet/28.3-4.437.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func exactInterval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    let (total, scale) = (likelihood.total, 1 / likelihood.exposure)
    let tail = (1 - level) / 2
    return IntervalEstimate(
      lower: total == 0 ? 0 : try Gamma(shape: total, scale: scale).quantile(tail),
      upper: try Gamma(shape: total + 1, scale: scale).upperQuantile(tail), level: level)
  }
}
