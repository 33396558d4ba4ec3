internal import LinearAlgebra

/// The result of a test: the statistic, and how often the null hypothesis would give one as extreme.
public struct HypothesisTest: Hashable, Sendable {
  /// "Kolmogorov-Smirnov, exact", "likelihood ratio".
  public let name: String
  public let statistic: Double
  /// Of the statistic's distribution; nil for one that has none.
  public let degreesOfFreedom: Double?
  public let pValue: Double

  public init(name: String, statistic: Double, degreesOfFreedom: Double? = nil, pValue: Double) {
    self.name = name
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
  }
}

extension HypothesisTest: CustomStringConvertible {
  /// "likelihood ratio: statistic 4.21 on 1 df, p = 0.0402"
  public var description: String {
    let freedom = degreesOfFreedom.map { " on \($0.formatted(digits: 6)) df" } ?? ""
    let text = pValue.formattedPValue
    let tail = text.hasPrefix("<") ? "p < \(text.dropFirst())" : "p = \(text)"
    return "\(name): statistic \(statistic.formatted(digits: 5))\(freedom), \(tail)"
  }
}
