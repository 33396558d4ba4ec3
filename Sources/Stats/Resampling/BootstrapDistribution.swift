internal import LinearAlgebra

/// What the bootstrap finds of a statistic.
public struct BootstrapDistribution: Hashable, Sendable {
  /// The statistic of the sample itself.
  public let estimate: Double
  /// The statistic of the samples that were drawn, in the order of drawing, those left out for which it is NaN.
  public let replicates: [Double]
  /// The number of samples for which it is NaN. What is said of the others is conditional on its being a number: not to
  /// be trusted where they are more than a few.
  public let undefinedCount: Int
  /// Efron's acceleration: a sixth of the skewness of the leave-one-out values. Nil where it was not asked for or is
  /// not a number.
  public let acceleration: Double?
  /// The mean of the replicates less the estimate; NaN where one is infinite.
  public let bias: Double
  /// The standard deviation (n - 1) of the replicates; NaN where fewer than two are numbers or one is infinite.
  public let standardError: Double

  /// - Parameter values: the statistic of all the samples that were drawn.
  init(estimate: Double, values: [Double], acceleration: Double?) {
    self.estimate = estimate
    self.acceleration = acceleration
    replicates = values.filter { !$0.isNaN }
    undefinedCount = values.count - replicates.count
    let moments = try? SampleMoments(of: replicates, upTo: .second)
    bias = (moments?.mean ?? .nan) - estimate
    standardError = moments?.standardDeviation() ?? .nan
  }
}

extension BootstrapDistribution: CustomStringConvertible {
  /// "estimate 0.7764, bias -0.0051, standard error 0.1322, 2000 replicates"
  public var description: String {
    let undefined = undefinedCount > 0 ? ", \(undefinedCount) undefined" : ""
    return "estimate \(estimate.formatted(digits: 4)), bias \(bias.formatted(digits: 4)), standard error "
      + "\(standardError.formatted(digits: 4)), \(replicates.count) replicates\(undefined)"
  }
}

extension BootstrapDistribution: Codable {
  private enum CodingKeys: String, CodingKey { case estimate, replicates, undefinedCount, acceleration }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let undefinedCount = try container.decode(Int.self, forKey: .undefinedCount)
    guard undefinedCount >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .undefinedCount, in: container, debugDescription: "There cannot be \(undefinedCount) replicates.")
    }
    let replicates = try container.decode([LosslessDouble].self, forKey: .replicates).map(\.value)
    self.init(
      estimate: try container.decode(LosslessDouble.self, forKey: .estimate).value,
      values: replicates + [Double](repeating: .nan, count: undefinedCount),
      acceleration: try container.decodeIfPresent(Double.self, forKey: .acceleration))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(LosslessDouble(estimate), forKey: .estimate)
    try container.encode(replicates.map(LosslessDouble.init), forKey: .replicates)
    try container.encode(undefinedCount, forKey: .undefinedCount)
    try container.encodeIfPresent(acceleration, forKey: .acceleration)
  }
}
