public import Learning
internal import LinearAlgebra

/// The permutation test: how often would chance alone divide these very values so unequally?
///
///     let permutation = PermutationTest()
///     try permutation.test(treated, against: control, using: &generator)
///     try permutation.testPairs(before, against: after, using: &generator)
///
/// Where there are few ways to divide the values all are looked at, and the p-value is exact. Else it comes from random
/// ones, (b + 1) / (m + 1) with b of m at least as extreme: the division that was observed counts, so that p is never
/// zero.
///
/// The two-sided p-value is twice the smaller one-sided one, at most 1; as in SciPy. Values that differ from the
/// observed one by rounding only count as equal to it.
///
/// Source: Pitman, Supplement to the Journal of the Royal Statistical Society 4(1), 1937, doi:10.2307/2984124; Phipson
/// and Smyth, Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular Biology
/// 9(1), 2010, doi:10.2202/1544-6115.1585.
public struct PermutationTest: Hashable, Sendable, Codable {
  /// Two-sided by default; ``Alternative/greater`` where the statistic is larger than by chance.
  public var alternative: Alternative
  /// How many random divisions are looked at where all are too many; 9999 by default.
  public var permutations: Int
  /// Up to how many ways to divide the values all are looked at; 20,000 by default.
  public var exactLimit: Int

  public init(alternative: Alternative = .twoSided, permutations: Int = 9999, exactLimit: Int = 20_000) {
    self.alternative = alternative
    self.permutations = permutations
    self.exactLimit = exactLimit
  }

  /// Tests whether two samples come from one distribution, whichever values are in which being chance.
  ///
  /// - Parameter statistic: of the two samples, the difference of their means by default; is called from several
  ///   threads at once.
  /// - Throws: `.tooFewSamples` where a sample has no values, `.valueNotFinite`, `.undefinedStatistic`,
  ///   `.invalidOption` for fewer than one permutation, `.cancelled`.
  /// - Complexity: C(m + n, m) evaluations up to ``exactLimit``, else ``permutations``; in parallel.
  public func test(
    _ first: [Double], against second: [Double], using generator: inout some RandomNumberGenerator,
    statistic: @Sendable (_ first: [Double], _ second: [Double]) -> Double = differenceOfMeans
  ) throws(LearningError) -> HypothesisTest {
    try requireObservations(first, atLeast: 1, for: "the first sample of a permutation test")
    try requireObservations(second, atLeast: 1, for: "the second sample of a permutation test")
    let observed = try requireDefined(statistic(first, second), on: "the sample itself")
    let pooled = first + second
    let splits = Combinations(of: pooled.count, choosing: first.count, limit: exactLimit)
    let values =
      if let splits {
        try evaluations(splits.count) { Self.value(statistic, pooled, first: splits[$0]) }
      } else {
        try evaluations(using: &generator) { generator in
          Self.value(statistic, pooled, first: generator.permutation(of: pooled.count).prefix(first.count))
        }
      }
    return result(observed, among: values, isExact: splits != nil)
  }

  /// Tests whether paired values come from one distribution, which of each two is which being chance.
  ///
  /// - Parameters:
  ///   - first: n values.
  ///   - second: the n values that belong to them.
  ///   - statistic: of the n differences, each of which may change its sign; their mean by default.
  /// - Throws: `.countMismatch` where the lengths differ; else as ``test(_:against:using:statistic:)``.
  /// - Complexity: 2ⁿ evaluations up to ``exactLimit``, else ``permutations``; in parallel.
  public func testPairs(
    _ first: [Double], against second: [Double], using generator: inout some RandomNumberGenerator,
    statistic: @Sendable (_ differences: [Double]) -> Double = mean
  ) throws(LearningError) -> HypothesisTest {
    try requireObservations(first, atLeast: 1, for: "a paired permutation test")
    guard first.count == second.count else {
      throw .countMismatch(.observations, count: second.count, rowCount: first.count)
    }
    try requireObservations(second, atLeast: 1, for: "a paired permutation test")
    let differences = zip(first, second).map { $0 - $1 }
    let observed = try requireDefined(statistic(differences), on: "the sample itself")
    let isExact = differences.count < Int.bitWidth - 1 && 1 << differences.count <= exactLimit
    let values =
      if isExact {
        try evaluations(1 << differences.count) { signs in
          statistic(differences.enumerated().map { signs >> $0.offset & 1 == 0 ? $0.element : -$0.element })
        }
      } else {
        try evaluations(using: &generator) { generator in
          statistic(differences.map { generator.next() >> 63 == 0 ? $0 : -$0 })
        }
      }
    return result(observed, among: values, isExact: isExact)
  }

  /// The mean of the first less that of the second.
  public static let differenceOfMeans: @Sendable (_ first: [Double], _ second: [Double]) -> Double = {
    mean($0) - mean($1)
  }

  /// The mean of the values.
  public static let mean: @Sendable (_ values: [Double]) -> Double = { $0.reduce(0, +) / Double($0.count) }
}

extension PermutationTest {
  /// The statistic where the values at these indices are the first sample.
  private static func value(
    _ statistic: ([Double], [Double]) -> Double, _ pooled: [Double], first indices: some Sequence<Int>
  ) -> Double {
    var isFirst = [Bool](repeating: false, count: pooled.count)
    for index in indices { isFirst[index] = true }
    let first = pooled.indices.filter { isFirst[$0] }, second = pooled.indices.filter { !isFirst[$0] }
    return statistic(first.map { pooled[$0] }, second.map { pooled[$0] })
  }

  /// The statistic of random divisions, each with a generator of its own.
  private func evaluations(
    using generator: inout some RandomNumberGenerator, _ statistic: @Sendable (inout SeededGenerator) -> Double
  ) throws(LearningError) -> [Double] {
    guard permutations >= 1 else {
      throw .invalidOption(name: "permutations", value: "\(permutations)", allowed: "at least 1")
    }
    let generators = generator.children(permutations)
    return try evaluations(permutations) { index in
      var generator = generators[index]
      return statistic(&generator)
    }
  }

  private func evaluations(
    _ count: Int, _ statistic: @Sendable (Int) -> Double
  ) throws(LearningError) -> [Double] {
    try monitoredParallelMap(count) { index throws(LearningError) in
      try Monitor.poll(Monitor.Progress(stage: "permutation test", iteration: index, iterationLimit: count))
      return try requireDefined(statistic(index), on: "permutation \(index)")
    }
  }

  private func requireDefined(_ value: Double, on part: String) throws(LearningError) -> Double {
    guard !value.isNaN else { throw .undefinedStatistic(on: part) }
    return value
  }

  private func result(_ observed: Double, among values: [Double], isExact: Bool) -> HypothesisTest {
    HypothesisTest(
      name: isExact ? "permutation, exact" : "permutation, \(permutations) random", statistic: observed,
      pValue: pValue(observed, among: values, isExact: isExact))
  }

  private func pValue(_ observed: Double, among values: [Double], isExact: Bool) -> Double {
    let scale = values.reduce(observed.magnitude) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    let tolerance = scale.isFinite ? 100 * .ulpOfOne * scale : 0
    let atLeast = values.count { $0 >= observed - tolerance }, atMost = values.count { $0 <= observed + tolerance }
    func share(_ count: Int) -> Double {
      isExact ? Double(count) / Double(values.count) : Double(count + 1) / Double(values.count + 1)
    }
    return switch alternative {
    case .twoSided: min(1, 2 * share(min(atLeast, atMost)))
    case .greater: share(atLeast)
    case .less: share(atMost)
    }
  }
}

extension PermutationTest {
  /// ``test(_:against:using:statistic:)`` with the system's generator.
  public func test(
    _ first: [Double], against second: [Double],
    statistic: @Sendable (_ first: [Double], _ second: [Double]) -> Double = differenceOfMeans
  ) throws(LearningError) -> HypothesisTest {
    var generator = SystemRandomNumberGenerator()
    return try test(first, against: second, using: &generator, statistic: statistic)
  }

  /// ``testPairs(_:against:using:statistic:)`` with the system's generator.
  public func testPairs(
    _ first: [Double], against second: [Double], statistic: @Sendable (_ differences: [Double]) -> Double = mean
  ) throws(LearningError) -> HypothesisTest {
    var generator = SystemRandomNumberGenerator()
    return try testPairs(first, against: second, using: &generator, statistic: statistic)
  }
}
