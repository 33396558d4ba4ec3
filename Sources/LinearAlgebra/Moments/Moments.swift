/// The first two moments of the columns of a matrix: their means, and their sums of squares and products about them.
///
///     let moments = try Moments(of: x)
///     moments.mean            // d
///     moments.covariance()    // d x d, unbiased
///     moments.correlation()   // d x d
///
/// One pass over the rows and no centred copy. Means may be far larger than the spread: everything is measured from a
/// point among the rows, and nothing is subtracted that could cancel.
///
/// - Complexity: n d²/2 multiply-adds; memory d² for each of up to sixteen lanes, at most an eighth of the data.
public struct Moments: Sendable, Hashable, Codable {
  /// The number of rows, or the sum of their weights.
  public let weight: Double
  /// The means of the d columns.
  public let mean: [Double]
  /// A point among the rows, and the means less it: together the means to more digits than one number has.
  let origin, offset: [Double]
  /// Σ w (x - m)(x - m)ᵀ, d x d.
  public let scatter: Matrix
  /// The columns whose elements are all the same. Their mean is that value and their scatter zero, exactly.
  public let constantColumns: [Int]

  /// What a sum of squares is divided by.
  public enum Denominator: Hashable, Sendable, Codable {
    /// The number of rows less one: unbiased, the default of statisticians.
    case unbiased
    /// The number of rows: the maximum likelihood estimate.
    case maximumLikelihood

    /// What a sum of squares over rows of this weight is divided by; NaN where there is nothing to estimate from.
    package func divisor(for weight: Double) -> Double {
      switch self {
      case .unbiased: weight > 1 ? weight - 1 : .nan
      case .maximumLikelihood: weight
      }
    }
  }

  /// - Parameters:
  ///   - x: n x d samples.
  ///   - weights: one for each row, zero or positive, as if a row of weight 3 stood there three times; nil for ones.
  /// - Throws: `.empty` without rows or columns, `.notFinite` with the first such element, `.invalidWeight`,
  ///   `.noPositiveWeight`, `.overflow`.
  public init(of x: Matrix, weights: [Double]? = nil) throws(LinearAlgebraError) {
    try x.requireNotEmpty()
    try x.requireWeights(weights)
    let sums = ScatterKernel(x, weights: weights).centered()
    // What is not finite in the data is not finite in its column's sums, so the data need no pass of their own.
    guard sums.weight.isFinite, sums.offset.allSatisfy(\.isFinite), sums.scatter.diagonal.allSatisfy(\.isFinite) else {
      try x.requireFinite()
      throw .overflow(operation: "sum of squares")
    }
    self.init(
      sums: sums, constantColumns: x.constantColumns(weights: weights) { sums.scatter[$0, $0] })
  }

  init(sums: ScatterKernel.Sums, constantColumns: [Int]) {
    weight = sums.weight
    mean = sums.mean
    origin = sums.origin
    offset = sums.offset
    scatter = sums.scatter
    self.constantColumns = constantColumns
  }

  /// The variances of the columns. With one row, or weights that sum to no more than 1, the unbiased ones are NaN:
  /// there is nothing to estimate them from.
  public func variances(_ denominator: Denominator = .unbiased) -> [Double] {
    let divisor = denominator.divisor(for: weight)
    return scatter.diagonal.map { $0 / divisor }
  }

  /// The covariance matrix, d x d; NaN where ``variances(_:)`` are.
  public func covariance(_ denominator: Denominator = .unbiased) -> Matrix {
    scatter / denominator.divisor(for: weight)
  }

  /// The correlation matrix, d x d: ones on the diagonal, but zero in the rows and columns of columns that have no
  /// correlation, being constant, or so nearly that their sum of squares has lost digits to underflow.
  public func correlation() -> Matrix {
    let scale = scatter.diagonal.map { $0 >= .leastNormalMagnitude ? 1 / $0.squareRoot() : 0 }
    var result = scatter
    let d = mean.count
    result.withUnsafeMutableBufferPointer { elements in
      for i in 0..<d {
        // One factor after the other: their product alone may overflow or underflow.
        for j in 0..<i { elements[i * d + j] = elements[i * d + j] * scale[i] * scale[j] }
        elements[i * d + i] = scale[i] > 0 ? 1 : 0
      }
    }
    result.mirrorLowerTriangle()
    return result
  }
}
