import LinearAlgebra

extension LinearRegression.Model: WeighsFeatures {
  /// The magnitudes of the coefficients.
  public var featureWeights: [Double] { coefficients.map(abs) }
}

extension PoissonRegression.Model: WeighsFeatures {
  /// The magnitudes of the coefficients.
  public var featureWeights: [Double] { coefficients.map(abs) }
}

extension LogisticRegression.Core: WeighsFeatures {
  /// The magnitudes of the coefficients; for more than two classes the Euclidean length of each feature's.
  public var featureWeights: [Double] {
    coefficients.columns.map { column in
      let largest = column.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { return 0 }
      // The squares of large coefficients would overflow.
      return largest * column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    }
  }
}
