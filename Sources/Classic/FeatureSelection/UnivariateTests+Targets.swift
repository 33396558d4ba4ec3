public import Learning
public import LinearAlgebra

extension UnivariateTests {
  /// The F test of each column's simple linear regression, which is that of its correlation with the targets, as
  /// `f_regression` of scikit-learn. The residuals are summed themselves: no digits are lost where the correlation is
  /// near 1.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - targets: n finite numbers.
  ///   - weights: one for each row, zero or positive; nil for ones.
  /// - Throws: `.empty`, `.countMismatch`, `.notFinite`, `.valueNotFinite`, what is wrong with the weights,
  ///   `.undefined` where the targets do not vary or no degrees of freedom are left, `.linearAlgebra(.overflow)`.
  /// - Complexity: O(n d).
  public static func ofTargets(
    _ x: Matrix, targets: [Double], weights: [Double]? = nil
  ) throws(LearningError) -> UnivariateTests {
    let samples = try RegressionSamples(x, targets: targets, weights: weights)
    let columns = try ScaledColumns(samples.x, weights: samples.weights)
    let y = try ScaledColumns(Matrix(rowCount: samples.targets.count, columnCount: 1) {
      _ = $0.initialize(from: samples.targets)
    }, weights: samples.weights)
    guard y.constantColumns.isEmpty else {
      throw .undefined("F test of these columns", reason: "every target is the same, so that none can explain them")
    }
    let ones = samples.weights ?? [Double](repeating: 1, count: samples.targets.count)
    let parts = sumsOfSquares(columns.x, y.x.elements, weights: ones)
    return try UnivariateTests(
      columnCount: x.columnCount, constantColumns: columns.constantColumns, numerator: 1,
      denominator: ones.reduce(0, +) - 2
    ) { parts[$0] }
  }

  /// The explained and the residual sum of squares of each column's regression; columns and targets are centred.
  private static func sumsOfSquares(
    _ x: Matrix, _ y: [Double], weights: [Double]
  ) -> [(explained: Double, residual: Double)] {
    var products = [Double](repeating: 0, count: x.columnCount)
    var squares = products
    for (i, row) in x.rows.enumerated() {
      for j in row.indices {
        products[j] += weights[i] * row[j] * y[i]
        squares[j] += weights[i] * row[j] * row[j]
      }
    }
    let slopes = zip(products, squares).map { $1 > 0 ? $0 / $1 : 0 }
    var residuals = [Double](repeating: 0, count: x.columnCount)
    for (i, row) in x.rows.enumerated() {
      for j in row.indices {
        let residual = y[i] - slopes[j] * row[j]
        residuals[j] += weights[i] * residual * residual
      }
    }
    return residuals.indices.map { (slopes[$0] * products[$0], residuals[$0]) }
  }
}
