import Learning
import LinearAlgebra

/// Classifies a sample by the class whose mean is nearest.
///
///     let model = try NearestCentroid().fit(x, labels: species)
///     model.centroids                       // K x d
///     try model.predict(newFlowers)
///
/// The simplest classifier that works, and a yardstick for the others: no option to tune, linear borders. Features
/// on larger scales weigh more; standardise them where units differ.
///
/// Probabilities are those of the model behind the rule: each class is normal about its mean with the same variance in
/// every direction, σ², estimated from all classes together, and all classes are as likely as each other. So
/// p(k | x) ∝ exp(-‖x - μₖ‖² / 2σ²), and the class of the highest probability is that of the nearest mean.
///
/// - Complexity: fit O(n d), prediction O(n K d).
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 18.2.
public struct NearestCentroid: DeterministicClassifierEstimator, Hashable, Codable {
  public init() {}

  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> Core {
    // Here, where a row still has its place: the moments below see the rows of one class by themselves.
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    var rowsOfClass = [[Int]](repeating: [], count: classCount)
    for (row, k) in classIndices.enumerated() { rowsOfClass[k].append(row) }
    var centroids = Matrix.zeros(classCount, x.columnCount)
    var sumOfSquares = 0.0
    for (k, rows) in rowsOfClass.enumerated() {
      let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
        try ColumnMoments(of: x.selectingRows(rows), weights: weights.map { weights in rows.map { weights[$0] } })
      }
      for (j, mean) in moments.mean.enumerated() { centroids[k, j] = mean }
      sumOfSquares += moments.sumOfSquares.reduce(0, +)
    }
    let count = (weights?.reduce(0, +) ?? Double(x.rowCount)) * Double(x.columnCount)
    // The sums of each class are finite; those of all may not be.
    guard sumOfSquares.isFinite, count.isFinite else {
      throw .linearAlgebra(.overflow(operation: "sum of squares"))
    }
    return Core(
      centroids: centroids, variance: sumOfSquares / count, report: FitReport(method: "class means"))
  }
}
