public import Learning
internal import RealModule

extension KolmogorovSmirnov {
  /// Tests whether two samples come from one continuous distribution.
  ///
  /// Up to 4,000,000 pairs the p-value is exact: the share of the ways to divide the pooled values that give as large a
  /// statistic. Equal values are taken as they are, as in R: only divisions of the very values count, which gives
  /// smaller p-values than SciPy, where ties are ignored. With more pairs the two-sided p-value is that of one sample
  /// of m n / (m + n) values, and the one-sided one Hodges' approximation; both as in SciPy.
  ///
  /// - Throws: `.tooFewSamples` where a sample has no values, `.valueNotFinite`.
  /// - Complexity: O(m n) while exact, O((m + n) log(m + n)) beyond.
  ///
  /// Source: Schröer and Trenkler, Computational Statistics & Data Analysis 20(2), 1995,
  /// doi:10.1016/0167-9473(94)00040-P; Hodges, Arkiv för Matematik 3(5), 1958, doi:10.1007/BF02589501.
  public func test(_ first: [Double], against second: [Double]) throws(LearningError) -> HypothesisTest {
    try requireObservations(first, atLeast: 1, for: "the first sample of a Kolmogorov-Smirnov test")
    try requireObservations(second, atLeast: 1, for: "the second sample of a Kolmogorov-Smirnov test")
    let paths = SamplePaths(first, second, alternative: alternative)
    let exact = first.count * second.count <= Self.exactPairLimit
    return HypothesisTest(
      name: name("two-sample Kolmogorov-Smirnov"), statistic: paths.statistic,
      pValue: exact ? paths.exactPValue : paths.asymptoticPValue)
  }

  private static let exactPairLimit = 4_000_000
}

/// Two samples as a path: a step to the right for each value of the first and up for each of the second, in ascending
/// order. The distance of the two distribution functions is how far the path strays from the diagonal.
private struct SamplePaths {
  private let counts: (first: Int, second: Int)
  private let alternative: Alternative
  /// For each number of steps whether the path can be judged there: not between equal values.
  private let isBetweenValues: [Bool]
  /// The statistic in units of 1/(m n): whole numbers compare exactly.
  private let distance: Int

  init(_ first: [Double], _ second: [Double], alternative: Alternative) {
    counts = (first.count, second.count)
    self.alternative = alternative
    let pooled = (first.map { (value: $0, isFirst: true) } + second.map { (value: $0, isFirst: false) })
      .sorted { $0.value < $1.value }
    isBetweenValues =
      [true] + pooled.indices.map { $0 + 1 == pooled.count || pooled[$0].value < pooled[$0 + 1].value }
    var i = 0, j = 0, largest = 0
    for (steps, element) in pooled.enumerated() {
      if element.isFirst { i += 1 } else { j += 1 }
      guard isBetweenValues[steps + 1] else { continue }
      largest = max(largest, Self.distance(i, j, counts, alternative))
    }
    distance = largest
  }

  var statistic: Double { Double(distance) / (Double(counts.first) * Double(counts.second)) }

  private static func distance(
    _ i: Int, _ j: Int, _ counts: (first: Int, second: Int), _ alternative: Alternative
  ) -> Int {
    let above = i * counts.second - j * counts.first
    return alternative.largest(above: above, below: -above)
  }

  /// The probability that a random path with these steps strays as far. Each element is that of having strayed on the
  /// way to (i, j); the last step came from the left with probability i / (i + j).
  var exactPValue: Double {
    guard distance > 0 else { return 1 }
    var column = [Double](repeating: 0, count: counts.second + 1)
    for i in 0...counts.first {
      for j in 0...counts.second {
        if isBetweenValues[i + j], Self.distance(i, j, counts, alternative) >= distance {
          column[j] = 1
        } else if i + j > 0 {
          let fromBelow = j > 0 ? Double(j) / Double(i + j) * column[j - 1] : 0
          column[j] = Double(i) / Double(i + j) * column[j] + fromBelow
        }
      }
    }
    return min(1, column[counts.second])
  }

  var asymptoticPValue: Double {
    let m = Double(max(counts.first, counts.second)), n = Double(min(counts.first, counts.second))
    let size = m * (n / (m + n))
    switch alternative {
    case .twoSided:
      return KolmogorovDistribution.survival(statistic, count: Int(size.rounded()))
    case .greater, .less:
      let z = size.squareRoot() * statistic
      return min(1, .exp(-2 * z * z - 2 * z * (m + 2 * n) / (m * n * (m + n)).squareRoot() / 3))
    }
  }
}
