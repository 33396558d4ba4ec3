import LinearAlgebra

/// A number that says how far a result can be from the optimum, with the bound that it was held to.
public struct Certificate: Hashable, Sendable {
  /// What was measured.
  public enum Measure: String, Hashable, Sendable, Codable {
    case gradientNorm = "gradient norm"
    case dualityGap = "duality gap"
    case logLikelihoodChange = "change of the log-likelihood"
    case residualNorm = "residual norm"
    /// The length of the next Newton step in standard errors of the estimates.
    case newtonDecrement = "Newton decrement"
    /// The largest violation of the conditions that hold at the optimum of a penalised objective (Karush, Kuhn and
    /// Tucker).
    case optimalityResidual = "KKT residual"
  }

  public let measure: Measure
  public let value: Double
  /// The fit has converged when the value is at most this.
  public let tolerance: Double

  public init(_ measure: Measure, value: Double, tolerance: Double) {
    self.measure = measure
    self.value = value
    self.tolerance = tolerance
  }
}

extension Certificate: CustomStringConvertible {
  public var description: String {
    "\(measure.rawValue) \(value.formatted(digits: 3)), tolerance \(tolerance.formatted(digits: 3))"
  }
}

extension Certificate: Codable {
  private enum CodingKeys: String, CodingKey { case measure, value, tolerance }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Measure.self, forKey: .measure),
      value: try container.decode(LosslessDouble.self, forKey: .value).value,
      tolerance: try container.decode(LosslessDouble.self, forKey: .tolerance).value)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(measure, forKey: .measure)
    try container.encode(LosslessDouble(value), forKey: .value)
    try container.encode(LosslessDouble(tolerance), forKey: .tolerance)
  }
}
