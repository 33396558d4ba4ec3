public import Learning
import LinearAlgebra

/// Bootstrap samples: n training rows drawn with replacement, tested on the rows that were not drawn, on average
/// (1 - 1/n)ⁿ = 37 % of them.
///
/// A model learns from 63 % of the different rows only, so its scores are a little pessimistic; they vary less than
/// those of folds.
///
/// A sample that leaves no row to test on, or lacks a class, is drawn again, at most 1000 times: what is given is a
/// bootstrap sample under the condition that it can be used. Groups are not looked at.
///
/// Source: Efron and Tibshirani, Improvements on cross-validation: the .632+ bootstrap method, JASA 92(438), 1997,
/// doi:10.1080/01621459.1997.10474007.
public struct BootstrapSplit: Splitter, Hashable, Codable, Sendable {
  /// The number of samples, from 1 on.
  public var splitCount: Int

  private static var drawLimit: Int { 1000 }

  /// - Parameter splitCount: 25 by default, the fewest that Efron and Tibshirani use (they say 50 for the last bit);
  ///   scikit-learn has no such splitter.
  public init(splitCount: Int = 25) {
    self.splitCount = splitCount
  }

  /// `splitCount` splits, whose training parts have n rows, ascending, some of them several times.
  ///
  /// - Throws: `.invalidOption`, `.tooFewSamples` where there is no row beside one of each class, `.invalidSplit` where
  ///   none of 1000 samples could be used.
  /// - Complexity: O(n) for each sample that is drawn.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try requireAtLeast(1, splitCount, "splitCount")
    let classCount = max(rows.classNames.count, 1)
    try rows.require(
      classCount + 1,
      for: classCount == 1 ? "a bootstrap sample" : "a bootstrap sample of \(classCount) classes and a row to test on")
    var splits: [TrainTestSplit] = []
    for number in 0..<splitCount { splits.append(try usableSample(number, of: rows, using: &generator)) }
    return splits
  }

  private func usableSample(
    _ number: Int, of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> TrainTestSplit {
    var split = sample(rows.count, using: &generator)
    for _ in 1..<Self.drawLimit where rows.flaw(of: split) != nil { split = sample(rows.count, using: &generator) }
    if let flaw = rows.flaw(of: split) {
      throw .invalidSplit(
        number,
        reason: "in the last of \(Self.drawLimit) draws \(flaw); use ShuffleSplit, which draws each class by itself")
    }
    return split
  }

  private func sample(_ count: Int, using generator: inout some RandomNumberGenerator) -> TrainTestSplit {
    var draws = [Int](repeating: 0, count: count)
    for _ in 0..<count { draws[generator.nextIndex(below: count)] += 1 }
    return TrainTestSplit(
      training: draws.indices.flatMap { repeatElement($0, count: draws[$0]) },
      test: draws.indices.filter { draws[$0] == 0 })
  }
}
