package import Learning
package import LinearAlgebra

/// What columns are centred by and divided by inside a solver. It makes features of any unit equally steep and never
/// changes the optimum: coefficients come out, and penalties are counted, in the features' own units.
package struct ColumnScaling: Sendable {
  /// The weighted means; zeros where there is no intercept that could take them up.
  package let center: [Double]
  /// One over the standard deviations about the center; zero for a column that is constant there, whose coefficient is
  /// then zero.
  package let inverseScale: [Double]
  /// The sum of the weights.
  package let weight: Double
  /// Columns whose coefficient is zero because others say the same.
  package let droppedColumns: [Int]

  /// - Throws: `.notFinite` with the first such feature, `.linearAlgebra` where squares overflow.
  package init(_ x: Matrix, weights: [Double]?, centers: Bool) throws(LearningError) {
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: x, weights: weights)
    }
    self.init(moments, weight: moments.weight, centers: centers)
  }

  private init(_ moments: ColumnMoments, weight: Double, centers: Bool) {
    self.weight = weight
    droppedColumns = []
    center = centers ? moments.mean : moments.mean.map { _ in 0 }
    let constant = Set(moments.constantColumns)
    inverseScale = moments.mean.indices.map { j in
      let aboutZero = centers ? 0 : moments.mean[j] * moments.mean[j]
      let scale = (moments.sumOfSquares[j] / moments.weight + aboutZero).squareRoot()
      let isUseless = scale == 0 || (centers && constant.contains(j))
      return isUseless ? 0 : 1 / scale
    }
  }

  /// So many rows tell standard deviations to about two percent.
  private static let estimatedRows = 2048

  /// The same from evenly spaced rows of many, for solvers that go through the rows only once or twice: a scaling that
  /// is not quite right changes their path and not the optimum. A column that does not vary in the sample may vary in
  /// the whole, and then all rows are looked at.
  ///
  /// - Throws: as the exact one for few rows. Of many, those outside the sample may be not finite; the solver's result
  ///   then is not either.
  package static func estimated(
    _ x: Matrix, weights: [Double]?, centers: Bool
  ) throws(LearningError) -> ColumnScaling {
    let stride = x.rowCount / estimatedRows
    // Of fewer a pass over all costs little.
    guard stride >= 8 else { return try ColumnScaling(x, weights: weights, centers: centers) }
    let rows = (0..<estimatedRows).map { $0 * stride }
    let sample = x.selectingRows(rows)
    let moments = try? ColumnMoments(of: sample, weights: weights.map { weights in rows.map { weights[$0] } })
    guard let moments, moments.constantColumns.isEmpty else {
      return try ColumnScaling(x, weights: weights, centers: centers)
    }
    let weight = weights?.reduce(0, +) ?? Double(x.rowCount)
    return ColumnScaling(moments, weight: weight, centers: centers)
  }

  package init(center: [Double], inverseScale: [Double], weight: Double, droppedColumns: [Int] = []) {
    self.center = center
    self.inverseScale = inverseScale
    self.weight = weight
    self.droppedColumns = droppedColumns
  }

  /// The same with a coefficient of zero for these columns.
  package func dropping(_ columns: [Int]) -> ColumnScaling {
    var inverseScale = inverseScale
    for column in columns { inverseScale[column] = 0 }
    return ColumnScaling(center: center, inverseScale: inverseScale, weight: weight, droppedColumns: columns)
  }

  /// The columns whose coefficient is zero because they do not vary, or because others say the same.
  package var idleColumns: [Int] { inverseScale.indices.filter { inverseScale[$0] == 0 } }

  /// The columns whose coefficient is zero because they do not vary.
  package var constantColumns: [Int] { idleColumns.filter { !droppedColumns.contains($0) } }
}
