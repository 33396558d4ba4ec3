/// The distinct values of whole-number data, and how often each is there: all that the likelihood of a discrete
/// distribution needs of its data.
///
///     let goals = try FrequencyTable(of: [0, 2, 1, 1, 0, 3, 1])
///     goals.values        // [0, 1, 2, 3]
///     goals.weights       // [2, 3, 1, 1]
///     goals.mean          // 1.142…
///
/// Weights are frequencies: a value of weight 3 stood there three times, and one of weight zero is not there.
public struct FrequencyTable: Sendable, Hashable {
  /// The k distinct values of positive weight, in ascending order.
  public let values: [Int]
  /// The total weight of each, its number where there are no weights: k positive numbers.
  public let weights: [Double]
  /// The number of all values, or the sum of their weights.
  public let totalWeight: Double

  /// The table of no values.
  public init() {
    self.init(values: [], weights: [])
  }

  /// - Parameters:
  ///   - values: in ascending order, all different.
  ///   - weights: as many, all positive.
  init(values: [Int], weights: [Double]) {
    self.values = values
    self.weights = weights
    totalWeight = weights.reduce(0, +)
  }
}
