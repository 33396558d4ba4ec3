internal import LinearAlgebra

/// An interval for an unknown number: of confidence or of credibility, as what made it says.
public struct IntervalEstimate: Hashable, Sendable {
  public let lower, upper: Double
  /// The probability that it is made for: 0.95.
  public let level: Double

  public init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  public var width: Double { upper - lower }

  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension IntervalEstimate: CustomStringConvertible {
  /// "[0.5017, 0.7183]"
  public var description: String { "[\(lower.formatted(digits: 4)), \(upper.formatted(digits: 4))]" }
}
