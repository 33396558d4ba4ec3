public import Learning

/// The distribution of a sample itself: a step of 1/n at each of its n values.
///
///     let waits = try EmpiricalDistribution([3, 1, 4, 1, 5])
///     waits.cumulative(1)      // 0.4
///     waits.survival(3.5)      // 0.4
///     try waits.quantile(0.5)  // 3
public struct EmpiricalDistribution: Hashable, Sendable {
  /// The values in ascending order.
  public let values: [Double]

  /// - Throws: `.tooFewSamples` without values, `.valueNotFinite`.
  /// - Complexity: O(n log n).
  public init(_ sample: [Double]) throws(LearningError) {
    try requireObservations(sample, atLeast: 1, for: "an empirical distribution")
    values = sample.sorted()
  }

  /// The share of the values that are at most `x`; NaN for NaN.
  ///
  /// - Complexity: O(log n).
  public func cumulative(_ x: Double) -> Double {
    x.isNaN ? .nan : Double(countOfValues(atMost: x)) / Double(values.count)
  }

  /// The share of the values that are above `x`; NaN for NaN.
  public func survival(_ x: Double) -> Double {
    x.isNaN ? .nan : Double(values.count - countOfValues(atMost: x)) / Double(values.count)
  }

  /// The quantile by one of the nine definitions, the ``Learning/QuantileMethod/linear`` one of R, NumPy and the other
  /// rooms of this toolkit by default. ``Learning/QuantileMethod/invertedCumulative`` inverts ``cumulative(_:)``.
  ///
  /// - Throws: `.invalidOption` unless `probability` is from 0 to 1.
  public func quantile(
    _ probability: Double, by method: QuantileMethod = .linear
  ) throws(LearningError) -> Double {
    try requireProbability(probability)
    return method.quantile(probability, ofSorted: values)
  }

  private func countOfValues(atMost x: Double) -> Int {
    var range = 0..<values.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = values[middle] <= x ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}

extension EmpiricalDistribution: Codable {
  /// Reads a list of numbers; one that is empty or not finite is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let sample = try container.decode([Double].self)
    do {
      try self.init(sample)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}
