public import Learning
public import LinearAlgebra

extension UnivariateTests {
  /// The analysis of variance of each column: F of the variance between the classes' means to that within them, as
  /// `f_classif` of scikit-learn and `oneway.test(var.equal = TRUE)` of R.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - labels: n of them, of at least two kinds.
  ///   - weights: one for each row, zero or positive; nil for ones.
  /// - Throws: `.empty`, `.countMismatch`, `.oneClassOnly`, `.notFinite`, what is wrong with the weights, `.undefined`
  ///   where no degrees of freedom are left, `.linearAlgebra(.overflow)`.
  /// - Complexity: O(n d).
  public static func ofClasses<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil
  ) throws(LearningError) -> UnivariateTests {
    let sample = try LabelledSample(x, labels: labels, weights: weights)
    return try ofClasses(
      sample.x, classIndices: sample.classIndices, classCount: sample.classes.count, weights: sample.weights)
  }

  /// - Parameter weights: positive; nil for ones.
  static func ofClasses(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> UnivariateTests {
    let columns = try ScaledColumns(x, weights: weights)
    let classes = try ClassRows.split(
      columns.x, classIndices: classIndices, classCount: classCount, weights: weights)
    var moments: [ColumnMoments] = []
    for rows in classes {
      moments.append(
        try LearningError.wrapping { () throws(LinearAlgebraError) in
          try ColumnMoments(of: rows.x, weights: rows.weights)
        })
    }
    let total = moments.reduce(0) { $0 + $1.weight }
    return try UnivariateTests(
      columnCount: x.columnCount, constantColumns: columns.constantColumns, numerator: Double(classCount - 1),
      denominator: total - Double(classCount)
    ) { column in
      let mean = moments.reduce(0) { $0 + $1.weight / total * $1.mean[column] }
      let between = moments.reduce(0) { sum, moments in
        let difference = moments.mean[column] - mean
        return sum + moments.weight * difference * difference
      }
      return (between, moments.reduce(0) { $0 + $1.sumOfSquares[column] })
    }
  }
}
