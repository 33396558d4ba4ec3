internal import Learning

/// The checks that the generators share.
enum GeneratorOptions {
  /// Centers, variances and spreads may not exceed this; no sum of a few overflows, nor do their squares.
  static let largestMagnitude = 1e150
  /// The most numbers in one matrix: 16 GiB of them.
  private static let largestElementCount = 1 << 31

  static func require(
    _ condition: Bool, _ name: String, _ value: @autoclosure () -> String, _ allowed: @autoclosure () -> String
  ) throws(LearningError) {
    guard condition else { throw .invalidOption(name: name, value: value(), allowed: allowed()) }
  }

  static func requirePositive(_ count: Int, _ name: String) throws(LearningError) {
    try require(count > 0, name, "\(count)", "at least 1")
  }

  static func requireShape(
    _ rowCount: Int, _ rowName: String, _ columnCount: Int, _ columnName: String
  ) throws(LearningError) {
    try requirePositive(rowCount, rowName)
    try requirePositive(columnCount, columnName)
    try require(
      rowCount <= largestElementCount / columnCount, rowName, "\(rowCount)",
      "at most \(largestElementCount / columnCount) where there are \(columnCount) columns")
  }

  /// The sum of the counts, which must be at least 1 and leave room for the columns.
  static func sum(_ counts: [Int], columnCount: Int) throws(LearningError) -> Int {
    let most = largestElementCount / columnCount
    var sum = 0
    for count in counts {
      try require(count <= most - sum, "counts", "\(counts)", "counts of at most \(most) in all")
      sum += count
    }
    try require(sum > 0, "counts", "\(counts)", "counts of at least 1 in all")
    return sum
  }

  static func requireSpread(_ standardDeviation: Double, _ name: String) throws(LearningError) {
    try require(
      standardDeviation >= 0 && standardDeviation <= largestMagnitude, name, "\(standardDeviation)",
      "from 0 to \(largestMagnitude)")
  }

  static func featureNames(_ count: Int) -> [String] { (0..<count).map { "x\($0)" } }
}
