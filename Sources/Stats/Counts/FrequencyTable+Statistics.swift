extension FrequencyTable {
  /// Σ w v; exact for whole weights as long as all partial sums are below 2⁵³.
  public var sum: Double {
    zip(values, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The mean; NaN where there are no values.
  public var mean: Double { sum / totalWeight }

  /// The weight of one value; zero where it is not there.
  ///
  /// - Complexity: O(log k).
  public func weight(of value: Int) -> Double {
    var (lower, upper) = (0, values.count)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if values[middle] < value { lower = middle + 1 } else { upper = middle }
    }
    return lower < values.count && values[lower] == value ? weights[lower] : 0
  }

  /// Takes in the table of other data, as if all had been there from the start.
  ///
  /// - Complexity: O(k) of both.
  public mutating func merge(_ other: FrequencyTable) {
    var values: [Int] = []
    var weights: [Double] = []
    values.reserveCapacity(max(self.values.count, other.values.count))
    weights.reserveCapacity(max(self.values.count, other.values.count))
    var (i, j) = (0, 0)
    while i < self.values.count || j < other.values.count {
      let takesFirst = j == other.values.count || i < self.values.count && self.values[i] <= other.values[j]
      let takesSecond = i == self.values.count || j < other.values.count && other.values[j] <= self.values[i]
      values.append(takesFirst ? self.values[i] : other.values[j])
      weights.append((takesFirst ? self.weights[i] : 0) + (takesSecond ? other.weights[j] : 0))
      if takesFirst { i += 1 }
      if takesSecond { j += 1 }
    }
    self = FrequencyTable(values: values, weights: weights)
  }
}
