public import Learning

/// Splits of rows in order of time: each model learns from the past and is tested on what follows.
///
///     let splits = try TimeSeriesSplit(splitCount: 5, gap: 7).splits(of: SplitRows(count: x.rowCount))
///
/// The test parts are consecutive blocks of the same number of rows, the last of which ends with the last row. The
/// training part of each is what lies before its block, so it grows, or moves along where its size is limited. As
/// scikit-learn's TimeSeriesSplit.
///
/// Source: Bergmeir and Benítez, On the use of cross-validation for time series predictor evaluation, Information
/// Sciences 191, 2012, doi:10.1016/j.ins.2011.12.028.
public struct TimeSeriesSplit: Splitter, Hashable, Codable, Sendable {
  /// The number of test blocks, from 1 on.
  public var splitCount: Int
  /// The rows of each test block; nil for n / (splitCount + 1), rounded down.
  public var testCount: Int?
  /// How many rows between training and test part are in neither: as many as it takes until the rows before the test
  /// part tell nothing of it, or are known at all.
  public var gap: Int
  /// The most rows to learn from, the last ones: for where the distant past misleads. Nil for all.
  public var maximumTrainingCount: Int?

  /// - Parameters:
  ///   - splitCount: 5 by default, as in scikit-learn.
  ///   - testCount: nil by default.
  ///   - gap: 0 by default.
  ///   - maximumTrainingCount: nil by default.
  public init(splitCount: Int = 5, testCount: Int? = nil, gap: Int = 0, maximumTrainingCount: Int? = nil) {
    self.splitCount = splitCount
    self.testCount = testCount
    self.gap = gap
    self.maximumTrainingCount = maximumTrainingCount
  }

  /// One split a test block, from the first to the last; the generator is not asked.
  ///
  /// - Throws: `.invalidOption`, `.tooFewSamples` where nothing is left to learn from, `.invalidSplit` where a class is
  ///   not in the past of a block.
  /// - Complexity: O(n k).
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    let testCount = try requiredTestCount(rows)
    let firstTest = rows.count - splitCount * testCount
    let splits = (0..<splitCount).map { number in
      let start = firstTest + number * testCount
      let end = start - gap
      let first = maximumTrainingCount.map { max(0, end - $0) } ?? 0
      return TrainTestSplit(training: Array(first..<end), test: Array(start..<(start + testCount)))
    }
    try rows.check(splits, remedy: "use fewer splits or smaller test blocks, so that the first has more of a past")
    return splits
  }

  private func requiredTestCount(_ rows: SplitRows) throws(LearningError) -> Int {
    try requireAtLeast(1, splitCount, "splitCount")
    try requireAtLeast(0, gap, "gap")
    if let testCount { try requireAtLeast(1, testCount, "testCount") }
    if let maximumTrainingCount { try requireAtLeast(1, maximumTrainingCount, "maximumTrainingCount") }
    let testCount = testCount ?? max(1, rows.count / splitCount.saturatingSum(1))
    try rows.require(
      splitCount.saturatingProduct(testCount).saturatingSum(gap).saturatingSum(1),
      for: "a training part before \(splitCount) test blocks of \(testCount)" + (gap > 0 ? " and a gap of \(gap)" : ""))
    return testCount
  }
}

/// Of options that may be any numbers.
extension Int {
  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }

  fileprivate func saturatingProduct(_ other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}
