import Learning
import LinearAlgebra

/// The means and standard deviations of columns, also of those whose squares overflow or vanish.
struct ColumnSpread {
  let mean: [Double]
  /// Divided by the sum of the weights.
  let standardDeviation: [Double]

  /// Below it a square has lost digits to underflow.
  private static let smallestSquare = 1e-280

  /// - Parameter x: finite, at least one row and one column.
  init(of x: Matrix, weights: [Double]?) throws(LearningError) {
    if let moments = Self.moments(of: x, weights: weights) {
      (mean, standardDeviation) = (moments.mean, moments.standardDeviations(.maximumLikelihood))
      return
    }
    // Powers of two change no digit; weights only matter relative to each other.
    let exponents = ColumnRanges(of: x).magnitude.map(Self.exponent)
    let units = exponents.map { Double(sign: .plus, exponent: -$0, significand: 1) }
    let largest = Double(sign: .plus, exponent: -Self.exponent(of: weights?.max() ?? 1), significand: 1)
    let scaled = x.mappingElements { $0 * units[$1] }
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: scaled, weights: weights?.map { $0 * largest })
    }
    mean = zip(moments.mean, units).map { $0 / $1 }
    standardDeviation = zip(moments.standardDeviations(.maximumLikelihood), units).map { $0 / $1 }
  }

  /// The moments in the columns' own units; nil where these do not do.
  private static func moments(of x: Matrix, weights: [Double]?) -> ColumnMoments? {
    guard let moments = try? ColumnMoments(of: x, weights: weights) else { return nil }
    let constant = Set(moments.constantColumns)
    let isSound = moments.sumOfSquares.indices.allSatisfy { j in
      let sum = moments.sumOfSquares[j]
      return min(sum, sum / moments.weight) >= smallestSquare || constant.contains(j)
    }
    return isSound ? moments : nil
  }

  /// Of a number's power of two; within what a factor can have.
  private static func exponent(of magnitude: Double) -> Int {
    magnitude > 0 ? min(max(Int(magnitude.exponent), -1000), 1000) : 0
  }
}
