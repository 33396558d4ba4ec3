/// Variances, largest first, as shares of a total.
///
///     VarianceSpectrum(variances: [5, 3, 1, 0.5, 0.5]).count(reaching: 0.9)   // 3
public struct VarianceSpectrum: Hashable, Sendable, Codable {
  /// The variances, largest first.
  public let variances: [Double]
  /// The variance of the whole, of which these may be a part.
  public let total: Double

  /// - Parameters:
  ///   - variances: largest first, none negative.
  ///   - total: the variance of the whole; nil for the sum of these.
  public init(variances: [Double], total: Double? = nil) {
    self.variances = variances
    self.total = total ?? variances.reduce(0, +)
  }

  /// Each variance's share of the total; NaN where the total is zero and there is nothing to share.
  public var ratios: [Double] {
    variances.map { $0 / total }
  }

  /// The share of the first k together, for k = 1, 2, …: it never falls, and ends at 1 where these are the whole.
  public var cumulativeRatios: [Double] {
    var sum = 0.0
    return variances.map {
      sum += $0
      return sum / total
    }
  }

  /// A ratio that misses its target by rounding alone has reached it.
  static let ratioTolerance = 1e-12

  /// The smallest k whose cumulative ratio is at least `target - 1e-12`; all of them where none reaches it.
  public func count(reaching target: Double) -> Int {
    let ratios = cumulativeRatios
    return ratios.firstIndex { $0 >= target - Self.ratioTolerance }.map { $0 + 1 } ?? ratios.count
  }
}
