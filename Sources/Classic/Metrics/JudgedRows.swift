import Learning
import LinearAlgebra

/// The rows that a measure is a mean over: as many predictions as labels, one at least, and their weights.
struct JudgedRows {
  let count: Int
  private let weights: [Double]?

  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, what is wrong with the weights.
  init(_ measure: String, count: Int, labelCount: Int, weights: [Double]?) throws(LearningError) {
    guard count > 0 else { throw .tooFewSamples(found: count, needed: 1, purpose: measure) }
    guard labelCount == count else { throw .countMismatch(.labels, count: labelCount, rowCount: count) }
    _ = try WeightedRows(weights, rowCount: count)
    self.count = count
    self.weights = weights
  }

  /// The weight of a row, one without weights.
  func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  /// The weighted mean of a number for each row. One that has no weight is not asked for, since it may be infinite.
  func mean(_ value: (_ row: Int) -> Double) -> Double {
    guard let weights else { return (0..<count).reduce(0) { $0 + value($1) } / Double(count) }
    let total = weights.reduce(0, +)
    // A power of two, so that nothing is rounded and nothing overflows.
    let unit = total.binade
    var sum = 0.0
    for (row, weight) in weights.enumerated() where weight > 0 {
      // Never zero, which would make NaN of an infinite value.
      sum += max(weight / unit, .leastNonzeroMagnitude) * value(row)
    }
    return sum / (total / unit)
  }
}
