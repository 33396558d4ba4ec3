import Learning
import LinearAlgebra

extension MinMaxScaler {
  /// Fitted ranges of columns.
  public struct Model: Transformer, Hashable, Codable {
    /// The smallest value of each column.
    public let minimum: [Double]
    /// The largest value of each column.
    public let maximum: [Double]
    /// Where they come to lie.
    public let range: ClosedRange<Double>
    /// Whether what would lie beyond the range is moved to its end.
    public let clips: Bool
    public let report: FitReport
    /// The largest less the smallest value of each column; 1 for a column without spread.
    private let length: [Double]

    enum CodingKeys: String, CodingKey { case minimum, maximum, range, clips, report }

    init(minimum: [Double], maximum: [Double], range: ClosedRange<Double>, clips: Bool, report: FitReport) {
      self.minimum = minimum
      self.maximum = maximum
      self.range = range
      self.clips = clips
      self.report = report
      var length = zip(minimum, maximum).map { $1 - $0 }
      for j in zip(minimum, maximum).map({ max(abs($0), abs($1)) }).withoutSpread(length) { length[j] = 1 }
      self.length = length
    }

    public var featureCount: Int { minimum.count }
    public var outputCount: Int { minimum.count }

    /// The column that an output is made from alone, in its own unit or another.
    public func sourceColumn(ofOutput output: Int) -> Int? { output }

    /// The names of the outputs, which are those of the columns.
    ///
    /// - Parameter inputNames: one for each of the features.
    /// - Throws: `.invalidOption` for another number of names.
    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try requireNames(inputNames)
      return inputNames
    }

    /// The columns in the range.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)` where a result is beyond the
    ///   largest number.
    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      let (lower, upper, clips) = (range.lowerBound, range.upperBound, clips)
      let result = x.mappingElements { value, j in
        let share = (value - minimum[j]) / length[j]
        // Exact at both ends.
        let moved = share == 1 ? upper : lower + share * (upper - lower)
        return clips ? min(max(moved, lower), upper) : moved
      }
      return try result.requiringNoOverflow(in: "scaling of the columns")
    }

    /// The samples in their own units; what was clipped stays at the column's end.
    ///
    /// - Throws: as ``transform(_:)``.
    public func inverseTransform(_ x: Matrix) throws(LearningError) -> Matrix {
      try requireOutput(x)
      let (lower, extent) = (range.lowerBound, range.upperBound - range.lowerBound)
      return try x.mappingElements { minimum[$1] + ($0 - lower) / extent * length[$1] }
        .requiringNoOverflow(in: "scaling of the columns back")
    }
  }
}
