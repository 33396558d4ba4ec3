internal import Learning

extension Inference {
  /// The distribution that a statistic has under its null hypothesis.
  public enum Statistic: Hashable, Sendable, Codable {
    /// Standard normal: estimates by maximum likelihood, for many observations.
    case z
    /// Student's t: linear models with normal errors, for any number of observations.
    case t(degreesOfFreedom: Double)

    /// "z" or "t".
    var symbol: String {
      switch self {
      case .z: "z"
      case .t: "t"
      }
    }

    func requireValid() throws(LearningError) {
      guard case .t(let freedom) = self else { return }
      guard freedom > 0, freedom.isFinite else {
        throw .invalidOption(name: "degreesOfFreedom", value: "\(freedom)", allowed: "a finite number above zero")
      }
    }

    /// How often the statistic is at least as far from zero as `value`, either way.
    func twoSidedPValue(_ value: Double) throws(LearningError) -> Double {
      switch self {
      case .z: 2 * Normal.standard.survival(value.magnitude)
      case .t(let freedom): try 2 * StudentT(degreesOfFreedom: freedom).survival(value.magnitude)
      }
    }

    /// How far from zero, either way, the statistic goes with probability `level`.
    func twoSidedQuantile(_ level: Double) throws(LearningError) -> Double {
      let tail = (1 - level) / 2
      return switch self {
      case .z: try Normal.standard.upperQuantile(tail)
      case .t(let freedom): try StudentT(degreesOfFreedom: freedom).upperQuantile(tail)
      }
    }
  }
}
