import LinearAlgebra
import Stats

extension Matrix {
  /// The same features with one more, on the right.
  func appendingColumn(_ column: [Double]) throws -> Matrix {
    try transposed().appendingRows(Matrix(rows: [column])).transposed()
  }

  /// Each feature less a mean and in units of a standard deviation: those of this matrix or of another one.
  func standardized(by other: Matrix) throws -> Matrix {
    let moments = try other.columns.map { try SampleMoments(of: Array($0)) }
    return try Matrix(
      rows: rows.map { row in
        moments.indices.map { (row[$0] - moments[$0].mean) / moments[$0].standardDeviation() }
      })
  }

  /// A single feature multiplied by a factor: its unit changed.
  func scalingColumn(_ column: Int, by factor: Double) -> Matrix {
    var scaled = self
    for i in 0..<rowCount { scaled[i, column] *= factor }
    return scaled
  }
}

/// The largest difference of two lists of numbers.
func largestDifference(_ a: some Sequence<Double>, _ b: some Sequence<Double>) -> Double {
  zip(a, b).map { abs($0 - $1) }.max() ?? .nan
}

/// `count` values from `first` to `last`, evenly spaced.
func grid(_ first: Double, _ last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
}
