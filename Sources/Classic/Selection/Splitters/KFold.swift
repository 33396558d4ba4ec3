import Learning
import LinearAlgebra

/// Divides samples into folds, so that each is judged once by a model that did not learn from it.
///
///     var generator = SeededGenerator(seed: 7)
///     for fold in try KFold(foldCount: 10).folds(stratifiedBy: y, using: &generator) {
///       let model = try NearestCentroid().fit(x.selectingRows(fold.training), labels: fold.training.map { y[$0] })
///       accuracies.append(
///         try accuracy(of: model.predict(x.selectingRows(fold.test)), labels: fold.test.map { y[$0] }))
///     }
///
/// Every row is in the test part of exactly one fold, and in the training part of all others. The sizes of the test
/// parts differ by one row at most. The rows of each part ascend.
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 7.10.
public struct KFold: Splitter, Hashable, Codable {
  /// The number of folds, from 2 to the number of samples; as many folds as samples leave one out at a time.
  public var foldCount: Int
  /// Whether the rows are dealt out in random order. Without it each fold is a block of consecutive rows (of each
  /// class, where folds are stratified), which is wrong where the rows have an order that matters, and the generator
  /// is not asked.
  public var shuffles: Bool

  /// - Parameters:
  ///   - foldCount: 5 by default, as in scikit-learn: models that learn from 80 % of the samples, at the price of five
  ///     fits.
  ///   - shuffles: true by default, since files are often sorted; scikit-learn's default is false.
  public init(foldCount: Int = 5, shuffles: Bool = true) {
    self.foldCount = foldCount
    self.shuffles = shuffles
  }

  /// The folds of the rows 0..<`sampleCount`.
  ///
  /// - Parameter generator: where the order comes from; the same seed gives the same folds.
  /// - Throws: `.invalidOption` for fewer than two folds, `.tooFewSamples` for more folds than samples.
  /// - Complexity: O(n k).
  public func folds(
    sampleCount: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try splits(of: SplitRows(count: sampleCount), using: &generator)
  }

  /// Folds in the order of the system's generator; see ``folds(sampleCount:using:)``.
  public func folds(sampleCount: Int) throws(LearningError) -> [TrainTestSplit] {
    var generator = SystemRandomNumberGenerator()
    return try folds(sampleCount: sampleCount, using: &generator)
  }

  /// The folds of labelled rows, in each of which every class has its share, to within one row.
  ///
  /// The names of the classes do not matter: another name for each gives the same folds.
  ///
  /// - Parameters:
  ///   - labels: one for each row; every class needs as many rows as there are folds, to be in each of them.
  ///   - generator: where the order comes from; the same seed gives the same folds.
  /// - Throws: `.invalidOption` for fewer than two folds, `.tooFewSamples` for more folds than samples, or than rows of
  ///   a class, which it names (scikit-learn only warns, and gives folds without that class).
  /// - Complexity: O(n k).
  public func folds(
    stratifiedBy labels: [some Hashable], using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try splits(of: SplitRows(labels: labels), using: &generator)
  }

  /// Stratified folds in the order of the system's generator; see ``folds(stratifiedBy:using:)``.
  public func folds(stratifiedBy labels: [some Hashable]) throws(LearningError) -> [TrainTestSplit] {
    try splits(of: SplitRows(labels: labels))
  }

  /// The folds; stratified where the rows have classes. Groups are not looked at.
  ///
  /// - Throws: as ``folds(stratifiedBy:using:)``.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try requireAtLeast(2, foldCount, "foldCount")
    try rows.require(foldCount, for: "cross-validation with \(foldCount) folds")
    let strata = rows.rowsOfClass ?? [Array(0..<rows.count)]
    for (name, stratum) in zip(rows.classNames, strata) where stratum.count < foldCount {
      throw .tooFewSamples(
        found: stratum.count, needed: foldCount,
        purpose: "the class “\(name)”, to be in each of \(foldCount) folds,")
    }
    return deal(strata, using: &generator)
  }

  /// Cuts each stratum into one block for each fold. The strata's remainders go to the folds in turn, one stratum going
  /// on where the last one stopped, so that they even out.
  private func deal(_ strata: [[Int]], using generator: inout some RandomNumberGenerator) -> [TrainTestSplit] {
    var foldOfRow = [Int](repeating: 0, count: strata.reduce(0) { $0 + $1.count })
    var firstFold = 0
    for stratum in strata {
      let rows = shuffles ? generator.permutation(of: stratum.count).map { stratum[$0] } : stratum
      let (size, remainder) = rows.count.quotientAndRemainder(dividingBy: foldCount)
      var start = 0
      for fold in 0..<foldCount {
        let turn = (fold - firstFold + foldCount) % foldCount
        let end = start + size + (turn < remainder ? 1 : 0)
        for row in rows[start..<end] { foldOfRow[row] = fold }
        start = end
      }
      firstFold = (firstFold + remainder) % foldCount
    }
    return TrainTestSplit.folds(foldOfRow, count: foldCount)
  }
}
