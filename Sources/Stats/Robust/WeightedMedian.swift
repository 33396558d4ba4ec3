public import Learning

extension Collection<Double> {
  /// The median: the middle value, or the midpoint of the two middle ones.
  ///
  ///     try [3, 1, 4, 1.5].median()                     // 2.25
  ///     try [3, 1, 4].median(weights: [1, 1, 3])        // 4
  ///
  /// With weights, the midpoint of the smallest value that has at least half of the weight at or below it, and the
  /// smallest that has more than half: a value of weight 3 stands there three times. A share within 1e-12 of half is
  /// half, so that multiplying all weights by a number changes nothing.
  ///
  /// - Parameter weights: one for each value, zero or positive; nil for ones.
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without values,
  ///   ``LearningError/valueNotFinite(_:row:value:)``, and what is wrong with the weights.
  /// - Complexity: O(n) expected.
  public func median(weights: [Double]? = nil) throws(LearningError) -> Double {
    try RobustSample(self, weights: weights, purpose: "a median").median()
  }
}

extension RobustSample {
  /// The median of a sample, which has values.
  func median() -> Double {
    guard let weights else {
      var values = values
      let (lower, upper) = values.selectPair((values.count - 1) / 2)
      return values.count.isMultiple(of: 2) ? midpoint(lower, upper) : lower
    }
    return weightedMedian(zip(values, weights).map { WeightedValue(value: $0, weight: $1) })
  }

  private struct WeightedValue {
    let value, weight: Double
  }

  private func weightedMedian(_ elements: [WeightedValue]) -> Double {
    var elements = elements
    let total = elements.reduce(0) { $0 + $1.weight }
    let tolerance = 1e-12 * total
    var generator = SeededGenerator(seed: UInt64(elements.count))
    return elements.withUnsafeMutableBufferPointer { elements in
      func weight(_ range: Range<Int>) -> Double { elements[range].reduce(0) { $0 + $1.weight } }
      var range = elements.indices
      // The weights of what is left of the range, and of what is right of it.
      var (left, right) = (0.0, 0.0)
      while true {
        let equal = elements.partition(range, using: &generator, by: \.value)
        let below = left + weight(range.lowerBound..<equal.lowerBound)
        let above = right + weight(equal.upperBound..<range.upperBound)
        let value = elements[equal.lowerBound].value
        if abs(2 * below - total) <= tolerance {
          return midpoint(elements[..<equal.lowerBound].map(\.value).max() ?? value, value)
        } else if abs(2 * above - total) <= tolerance {
          return midpoint(value, elements[equal.upperBound...].map(\.value).min() ?? value)
        } else if 2 * below > total {
          (range, right) = (range.lowerBound..<equal.lowerBound, total - below)
        } else if 2 * above > total {
          (range, left) = (equal.upperBound..<range.upperBound, total - above)
        } else {
          return value
        }
      }
    }
  }
}

/// The number half way between two, also where their sum overflows.
private func midpoint(_ a: Double, _ b: Double) -> Double {
  let sum = a + b
  return sum.isFinite ? sum / 2 : a / 2 + b / 2
}
