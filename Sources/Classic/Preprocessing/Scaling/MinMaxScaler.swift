import Learning
import LinearAlgebra

/// Moves every column into a range, 0...1 by default, its smallest value to the lower end and its largest to the upper.
///
///     let model = try MinMaxScaler(to: -1...1).fit(training)
///     try model.transform(test)               // beyond the range where test goes beyond training
///     try MinMaxScaler(clips: true).fit(training).transform(test)    // in 0...1
///
/// One outlier squeezes all other values together; ``RobustScaler`` does not suffer from that. A constant column, up
/// to rounding, keeps its unit and becomes the lower end. Weights only say which rows count.
///
/// - Complexity: fit and transform O(n d).
public struct MinMaxScaler: DeterministicTransformerEstimator, Hashable, Codable {
  /// Where the training rows come to lie; 0...1 by default.
  public var range: ClosedRange<Double>
  /// Whether what would lie beyond the range is moved to its end; false by default.
  public var clips: Bool

  public init(to range: ClosedRange<Double> = 0...1, clips: Bool = false) {
    self.range = range
    self.clips = clips
  }

  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights, `.invalidOption` for a range without length or
  ///   that is not finite, `.linearAlgebra(.overflow)` where a column's largest less its smallest value is beyond the
  ///   largest number.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    guard range.hasFiniteLength else {
      throw .invalidOption(name: "range", value: "\(range)", allowed: "a finite range whose upper end is the larger")
    }
    let columns = ColumnRanges(of: try CheckedRows(x, weights: weights).x)
    let lengths = zip(columns.lower, columns.upper).map { $1 - $0 }
    guard lengths.allSatisfy(\.isFinite) else {
      throw .linearAlgebra(.overflow(operation: "largest less smallest value of a column"))
    }
    let still = columns.magnitude.withoutSpread(lengths)
    return Model(
      minimum: columns.lower, maximum: columns.upper, range: range, clips: clips,
      report: FitReport(method: "column minima and maxima", warnings: still.isEmpty ? [] : [.unscaled(still)]))
  }
}

extension ClosedRange<Double> {
  /// Whether it can be divided by its length.
  var hasFiniteLength: Bool {
    let length = upperBound - lowerBound
    return length > 0 && length.isFinite
  }
}
