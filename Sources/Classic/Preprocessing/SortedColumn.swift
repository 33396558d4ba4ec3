import Learning
import LinearAlgebra

/// The values of a column in ascending order, with their weights.
struct SortedColumn {
  private let values: [Double]
  /// The sums of the weights up to each value; nil for 1, 2, 3, ...
  private let cumulative: [Double]?

  /// - Parameters:
  ///   - column: finite, at least one value.
  ///   - weights: positive, one for each value; nil for ones.
  init(_ column: some Collection<Double>, weights: [Double]?) {
    guard let weights else {
      (values, cumulative) = (column.sorted(), nil)
      return
    }
    let pairs = zip(column, weights).sorted { $0.0 < $1.0 }
    values = pairs.map(\.0)
    var sum = 0.0
    cumulative = pairs.map { pair in
      sum += pair.1
      return sum
    }
  }

  /// The quantile by ``Learning/QuantileMethod/linear``, a value of weight 3 standing there three times.
  ///
  /// With W the sum of the weights it is the mean of the values over the window [(W - 1) p, (W - 1) p + 1] of the
  /// cumulative weight, on which each value takes up as much as its weight. Where W is below 1 the window is all there
  /// is.
  func quantile(_ probability: Double) -> Double {
    guard let cumulative, let total = cumulative.last, let last = values.last else {
      return QuantileMethod.linear.quantile(probability, ofSorted: values)
    }
    let start = max(0, total - 1) * probability
    let end = min(total, start + 1)
    let first = cumulative.partitioningIndex { $0 > start }
    var result = 0.0
    var from = start
    for index in first..<values.count {
      let to = min(end, cumulative[index])
      // Beside a weight of 1e16 the window is too narrow to be seen, and is one value.
      guard end > start else { return values[index] }
      result += (to - from) / (end - start) * values[index]
      from = to
      if to >= end { return result }
    }
    return last
  }
}

extension [Double] {
  /// The first index at which `belongsToSecond` is true, which is true from there on; the end where it never is.
  fileprivate func partitioningIndex(where belongsToSecond: (Double) -> Bool) -> Int {
    var range = indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = belongsToSecond(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
