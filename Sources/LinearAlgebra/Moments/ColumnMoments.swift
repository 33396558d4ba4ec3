/// The means and sums of squares of each column by itself: ``Moments`` without the products between columns.
///
/// - Complexity: O(n d), in one pass.
public struct ColumnMoments: Sendable, Equatable {
  /// The number of rows, or the sum of their weights.
  public let weight: Double
  /// The means of the d columns.
  public let mean: [Double]
  /// Σ w (x - m)² of each column.
  public let sumOfSquares: [Double]
  /// The columns whose elements are all the same. Their mean is that value and their sum of squares zero, exactly.
  public let constantColumns: [Int]

  /// - Parameters:
  ///   - x: n x d samples.
  ///   - weights: one for each row, zero or positive, as if a row of weight 3 stood there three times; nil for ones.
  /// - Throws: `.empty` without rows or columns, `.notFinite` with the first such element, `.invalidWeight`,
  ///   `.noPositiveWeight`, `.overflow`.
  public init(of x: Matrix, weights: [Double]? = nil) throws(LinearAlgebraError) {
    try x.requireNotEmpty()
    try x.requireWeights(weights)
    var kernel = ColumnKernel(x, weights: weights, origin: x.origin(weights: weights))
    var sums = kernel.run()
    if originIsPoor(offset: sums.offset, squares: sums.squares, weight: sums.weight) {
      kernel.origin = zip(kernel.origin, sums.offset).map { $0 + $1 }
      sums = kernel.run()
    }
    guard sums.weight.isFinite, sums.offset.allSatisfy(\.isFinite), sums.squares.allSatisfy(\.isFinite) else {
      try x.requireFinite()
      throw .overflow(operation: "sum of squares")
    }
    weight = sums.weight
    mean = zip(kernel.origin, sums.offset).map { $0 + $1 }
    sumOfSquares = sums.squares.map { max(0, $0) }
    constantColumns = x.constantColumns(weights: weights) { sums.squares[$0] }
  }

  /// The variances of the columns; NaN where ``Moments/variances(_:)`` are.
  public func variances(_ denominator: Moments.Denominator = .unbiased) -> [Double] {
    let divisor = denominator.divisor(for: weight)
    return sumOfSquares.map { $0 / divisor }
  }
  /// The square roots of the variances; NaN where those are.
  public func standardDeviations(_ denominator: Moments.Denominator = .unbiased) -> [Double] {
    variances(denominator).map { $0.squareRoot() }
  }
}
