import LinearAlgebra

/// The linear map to coordinates in which a covariance matrix is the identity, on the range of that matrix.
struct Whitening {
  /// r x d: row i is an eigenvector of the correlation matrix, divided by the root of its eigenvalue.
  private let axes: Matrix
  /// One over each column's standard deviation; zero for a constant column.
  private let inverseDeviations: [Double]
  /// Columns without variance.
  let constantColumns: [Int]
  /// Other columns that are linear combinations of the rest.
  let dependentColumns: [Int]

  /// r.
  var rank: Int { axes.rowCount }

  /// An eigenvalue of the correlation matrix counts where it is above this share of the largest. Rounding leaves about
  /// d 1e-16 of one that is zero; below 1e-10 the directions would hold few correct digits.
  static let tolerance = 1e-10

  init(of covariance: Matrix) throws(LinearAlgebraError) {
    // A subnormal variance has lost its digits.
    let inverse = covariance.diagonal.map { $0 >= .leastNormalMagnitude ? 1 / $0.squareRoot() : 0 }
    // One factor after the other: their product may overflow.
    let correlation = covariance.scalingRows(by: inverse).transposed().scalingRows(by: inverse)
    let eigen = try correlation.symmetricEigen(choosing: { values in
      values.prefix { $0 > Self.tolerance * (values.first ?? 0) }.count
    })
    let rank = eigen.vectors.rowCount
    axes = eigen.vectors.scalingRows(by: eigen.values.prefix(rank).map { 1 / $0.squareRoot() })
    inverseDeviations = inverse
    constantColumns = inverse.indices.filter { inverse[$0] == 0 }
    // Columns of the correlation matrix depend on each other where those of the data do.
    dependentColumns = rank == inverse.count
      ? [] : try PivotedQR(of: correlation).pivots.dropFirst(rank).filter { inverse[$0] > 0 }.sorted()
  }

  /// Rows, centred, to the new coordinates: n x r.
  func whiten(_ x: Matrix) -> Matrix {
    x.multiplied(byTransposeOf: unscaled(axes))
  }

  /// The linear functions of the columns, q x d, that are given functions of the new coordinates, q x r.
  func unwhiten(_ functions: Matrix) -> Matrix {
    unscaled(functions.multiplied(by: axes))
  }

  /// The same, each with the sign that makes the largest of its coefficients, in units of the columns' standard
  /// deviations, positive.
  func unwhitenWithSignsFixed(_ functions: Matrix) -> Matrix {
    unscaled(functions.multiplied(by: axes).withSignsFixed())
  }

  private func unscaled(_ functions: Matrix) -> Matrix {
    functions.transposed().scalingRows(by: inverseDeviations).transposed()
  }
}
