/// Which of two values of a measure is the better one.
public enum MetricDirection: String, Hashable, Sendable, Codable {
  case higherIsBetter, lowerIsBetter

  /// Whether `value` is better than `other`; false where either is NaN.
  public func prefers(_ value: Double, to other: Double) -> Bool {
    switch self {
    case .higherIsBetter: value > other
    case .lowerIsBetter: value < other
    }
  }
}
