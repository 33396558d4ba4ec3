/// The moments of one variable: how many values, their mean, spread and shape, and their ends.
///
///     let moments = try SampleMoments(of: [2, 4, 4, 4, 5, 5, 7, 9])
///     moments.mean                            // 5
///     moments.variance(.maximumLikelihood)    // 4
///
/// A stream is taken in value by value, and parts that were summed elsewhere are merged:
///
///     var moments = SampleMoments()
///     for x in stream { try moments.add(x) }
///     try moments.merge(othersMoments)
///
/// Means may be far larger than the spread: distances are measured from a mean that has more digits than one number,
/// and nothing is subtracted that could cancel. Values that are all equal have exactly that mean, and no variance.
///
/// Weights are frequencies: a value of weight 3 stood there three times, and one of weight zero is not there.
public struct SampleMoments: Sendable, Hashable, Codable {
  /// The highest power whose sums are gathered.
  public enum Order: String, Sendable, Hashable, Codable {
    /// Mean and variance: all that a normal distribution is fitted from, in half the time.
    case second
    /// Skewness and kurtosis too.
    case fourth
  }

  public let order: Order
  /// The number of values of positive weight.
  public let count: Int
  let sums: CentralSums
  /// From the smallest to the largest value; nil where there is none yet.
  let extent: ClosedRange<Double>?

  /// The moments of no values yet.
  ///
  /// - Parameter order: the highest power to gather; what is left out cannot be had later.
  public init(upTo order: Order = .fourth) {
    self.init(order: order, count: 0, sums: CentralSums(), extent: nil)
  }

  init(order: Order, count: Int, sums: CentralSums, extent: ClosedRange<Double>?) {
    self.order = order
    self.count = count
    self.sums = sums
    self.extent = extent
  }

  /// The number of values, or the sum of their weights.
  public var weight: Double { sums.weight }

  /// The mean; NaN where there are no values.
  public var mean: Double { count > 0 ? sums.mean : .nan }

  /// Σ w (x - m)², m being the mean.
  public var sumOfSquares: Double { sums.squares }

  /// The smallest value; NaN where there is none.
  public var minimum: Double { extent?.lowerBound ?? .nan }

  /// The largest value; NaN where there is none.
  public var maximum: Double { extent?.upperBound ?? .nan }
}
