public import Learning

/// The jackknife: the bias and the standard error of a statistic from its values without each row in turn.
///
///     let jackknife = try Jackknife(of: sample) { $0.max() ?? .nan }
///     jackknife.estimate - jackknife.bias     // corrected
///
/// For smooth statistics only: for a median its standard error is wrong in any sample size. ``Bootstrap`` is not.
///
/// Source: Quenouille, Biometrika 43, 1956, doi:10.1093/biomet/43.3-4.353; Tukey, Annals of Mathematical Statistics
/// 29(2), 1958; Efron and Tibshirani, An Introduction to the Bootstrap, Chapman & Hall, 1993, chapter 11.
public struct Jackknife: Hashable, Sendable, Codable {
  /// The statistic of the sample.
  public let estimate: Double
  /// The statistic without each of the n rows.
  public let leaveOneOut: [Double]

  /// - Parameter statistic: is called from several threads at once.
  /// - Throws: `.tooFewSamples` for fewer than 2 values, `.valueNotFinite`, `.undefinedStatistic` where the statistic
  ///   is NaN, `.cancelled`.
  /// - Complexity: n + 1 evaluations.
  public init(of sample: [Double], statistic: @Sendable ([Double]) -> Double) throws(LearningError) {
    try requireObservations(sample, atLeast: 2, for: "the jackknife")
    try self.init(ofRows: sample.count) { rows in statistic(rows.map { sample[$0] }) }
  }

  /// The jackknife of a statistic of `rowCount` rows, which gets the indices that are left.
  ///
  /// - Throws: as ``init(of:statistic:)``.
  public init(ofRows rowCount: Int, statistic: @Sendable (_ rows: [Int]) -> Double) throws(LearningError) {
    estimate = try Self.estimate(rowCount: rowCount, method: "the jackknife", statistic)
    leaveOneOut = try Self.leaveOneOut(rowCount: rowCount, statistic)
    if let row = leaveOneOut.firstIndex(where: \.isNaN) {
      throw .undefinedStatistic(on: "the sample without row \(row)")
    }
  }

  /// (n - 1) times what the mean of the leave-one-out values is above the estimate.
  public var bias: Double { (count - 1) * (mean - estimate) }

  /// The square root of (n - 1) / n times their sum of squares about their mean.
  public var standardError: Double {
    let squares = leaveOneOut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((count - 1) / count * squares).squareRoot()
  }

  /// n t - (n - 1) t₍ᵢ₎: as if each row had a value of its own, whose mean is the corrected estimate.
  public var pseudoValues: [Double] { leaveOneOut.map { count * estimate - (count - 1) * $0 } }

  private var count: Double { Double(leaveOneOut.count) }
  private var mean: Double { leaveOneOut.reduce(0, +) / count }
}

extension Jackknife {
  /// The statistic of all rows.
  static func estimate(
    rowCount: Int, method: String, _ statistic: ([Int]) -> Double
  ) throws(LearningError) -> Double {
    guard rowCount >= 2 else { throw .tooFewSamples(found: rowCount, needed: 2, purpose: method) }
    let estimate = statistic(Array(0..<rowCount))
    guard !estimate.isNaN else { throw .undefinedStatistic(on: "the sample itself") }
    return estimate
  }

  static func leaveOneOut(
    rowCount: Int, _ statistic: @Sendable ([Int]) -> Double
  ) throws(LearningError) -> [Double] {
    try monitoredParallelMap(rowCount) { row throws(LearningError) in
      try Monitor.poll(Monitor.Progress(stage: "jackknife", iteration: row, iterationLimit: rowCount))
      return statistic((0..<rowCount).filter { $0 != row })
    }
  }

  /// Σ d³ / (6 (Σ d²)³ᐟ²), d being how far the leave-one-out values are below their mean; zero where all are equal, nil
  /// where one is not finite.
  ///
  /// Rows of a stratum of m have the mean of that stratum, and d is (m - 1)/m of it, which for one stratum is no
  /// difference.
  static func acceleration(_ leaveOneOut: [Double], _ strata: [[Int]]) -> Double? {
    guard leaveOneOut.allSatisfy(\.isFinite) else { return nil }
    let distances = strata.flatMap { stratum in
      let mean = stratum.reduce(0) { $0 + leaveOneOut[$1] } / Double(stratum.count)
      return stratum.map { Double(stratum.count - 1) / Double(stratum.count) * (mean - leaveOneOut[$0]) }
    }
    let squares = distances.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return 0 }
    return distances.reduce(0) { $0 + $1 * $1 * $1 } / (6 * squares * squares.squareRoot())
  }
}
