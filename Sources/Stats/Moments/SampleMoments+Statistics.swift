public import LinearAlgebra

extension SampleMoments {
  /// Σ w (x - m)² over the weight less one, or over the weight.
  ///
  /// With one value, or weights that sum to no more than 1, the unbiased one is NaN: there is nothing to estimate it
  /// from.
  public func variance(_ denominator: Moments.Denominator = .unbiased) -> Double {
    sums.squares / denominator.divisor(for: weight)
  }

  /// The square root of ``variance(_:)``.
  public func standardDeviation(_ denominator: Moments.Denominator = .unbiased) -> Double {
    variance(denominator).squareRoot()
  }

  /// The third central moment over the variance's power of 3/2: the sample's own, g₁, or
  /// G₁ = g₁ √(n (n - 1)) / (n - 2), which corrects it for the size of a sample.
  ///
  /// NaN where there is no spread to divide by, where G₁ has no more than two values, and where the moments were
  /// gathered up to the second only.
  ///
  /// Source: D. N. Joanes and C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47(1),
  /// 1998, doi:10.1111/1467-9884.00122; types 1 and 2 there.
  public func skewness(_ denominator: Moments.Denominator = .maximumLikelihood) -> Double {
    guard order == .fourth, sums.squares > 0 else { return .nan }
    let n = weight
    let ratio = sums.cubes / sums.squares / sums.squares.squareRoot() * n.squareRoot()
    switch denominator {
    case .maximumLikelihood: return ratio
    case .unbiased: return n > 2 ? ratio * (n * (n - 1)).squareRoot() / (n - 2) : .nan
    }
  }

  /// The fourth central moment over the square of the variance, less the normal distribution's 3: the sample's own, g₂,
  /// or G₂ = (n - 1) ((n + 1) g₂ + 6) / ((n - 2) (n - 3)), which corrects it for the size of a sample.
  ///
  /// NaN where there is no spread to divide by, where G₂ has no more than three values, and where the moments were
  /// gathered up to the second only.
  ///
  /// Source: as ``skewness(_:)``.
  public func excessKurtosis(_ denominator: Moments.Denominator = .maximumLikelihood) -> Double {
    guard order == .fourth, sums.squares > 0 else { return .nan }
    let n = weight
    let excess = n * (sums.fourths / sums.squares / sums.squares) - 3
    switch denominator {
    case .maximumLikelihood: return excess
    case .unbiased: return n > 3 ? (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6) : .nan
    }
  }
}
