import Learning
import LinearAlgebra

/// What columns are centred by and divided by inside a solver. It makes features of any unit equally steep and never
/// changes the optimum: coefficients come out, and penalties are counted, in the features' own units.
struct ColumnScaling {
  /// The weighted means; zeros where there is no intercept that could take them up.
  let center: [Double]
  /// One over the standard deviations about the center; zero for a column that is constant there, whose coefficient is
  /// then zero.
  let inverseScale: [Double]
  /// The sum of the weights.
  let weight: Double
  /// Columns whose coefficient is zero because others say the same.
  let droppedColumns: [Int]

  /// - Throws: `.notFinite` with the first such feature, `.linearAlgebra` where squares overflow.
  init(_ x: Matrix, weights: [Double]?, centers: Bool) throws(LearningError) {
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: x, weights: weights)
    }
    weight = moments.weight
    droppedColumns = []
    center = centers ? moments.mean : moments.mean.map { _ in 0 }
    let constant = Set(moments.constantColumns)
    inverseScale = x.columns.indices.map { j in
      let aboutZero = centers ? 0 : moments.mean[j] * moments.mean[j]
      let scale = (moments.sumOfSquares[j] / moments.weight + aboutZero).squareRoot()
      let isUseless = scale == 0 || (centers && constant.contains(j))
      return isUseless ? 0 : 1 / scale
    }
  }

  init(center: [Double], inverseScale: [Double], weight: Double, droppedColumns: [Int] = []) {
    self.center = center
    self.inverseScale = inverseScale
    self.weight = weight
    self.droppedColumns = droppedColumns
  }

  /// The same with a coefficient of zero for these columns.
  func dropping(_ columns: [Int]) -> ColumnScaling {
    var inverseScale = inverseScale
    for column in columns { inverseScale[column] = 0 }
    return ColumnScaling(center: center, inverseScale: inverseScale, weight: weight, droppedColumns: columns)
  }

  /// The columns whose coefficient is zero because they do not vary, or because others say the same.
  var idleColumns: [Int] { inverseScale.indices.filter { inverseScale[$0] == 0 } }

  /// The columns whose coefficient is zero because they do not vary.
  var constantColumns: [Int] { idleColumns.filter { !droppedColumns.contains($0) } }
}
